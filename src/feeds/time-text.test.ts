import { describe, expect, it } from 'vitest'
import { parseTimeText } from './time-text.ts'

describe('parseTimeText', () => {
  it('reads a time where there is one', () => {
    expect(parseTimeText('1970-01-02')).toBe(86_400)
    expect(parseTimeText('soon')).toBeUndefined()
    expect(parseTimeText(undefined)).toBeUndefined()
  })
})
