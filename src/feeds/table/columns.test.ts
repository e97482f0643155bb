import { describe, expect, it } from 'vitest'
import { createRowFields } from './columns.ts'

describe('createRowFields', () => {
  const fieldsOf = createRowFields(['First Seen', 'tags', 'tags'])

  it('finds cells by the names of their columns, the first where a name stands twice', () => {
    const fields = fieldsOf(['2026-05-17', 'a,b', 'c'])
    expect(fields.text('first_seen')).toBe('2026-05-17')
    expect(fields.list('tags')).toEqual(['a', 'b'])
    expect(fields.text('tags')).toBe('a,b')
    expect(fields.records('tags')).toEqual([])
  })

  it('gives nothing for missing columns, missing cells and placeholders', () => {
    const fields = fieldsOf(['n/a'])
    expect(fields.text('first_seen')).toBeUndefined()
    expect(fields.text('last_seen')).toBeUndefined()
    expect(fields.list('tags')).toEqual([])
  })
})
