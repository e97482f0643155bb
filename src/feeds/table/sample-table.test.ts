import { describe, expect, it } from 'vitest'
import { sampleTable } from './sample-table.ts'

describe('sampleTable', () => {
  it.each([',', '\t', ';', '|'])('finds the delimiter %j', (delimiter) => {
    const text = [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
      ['4', '5']
    ]
      .map((cells) => cells.join(delimiter))
      .join('\n')
    expect(sampleTable({ text, complete: true })).toEqual({
      delimiter,
      rows: [
        ['a', 'b', 'c'],
        ['1', '2', '3'],
        ['4', '5']
      ],
      comments: [],
      width: 3,
      agreement: 2 / 3
    })
  })

  it('does not count delimiters between quotes', () => {
    const table = sampleTable({ text: 'a;"x,y"\nb;"x,y"\n', complete: true })
    expect(table.delimiter).toBe(';')
    expect(table.width).toBe(2)
  })

  it('gives the comments before the first row only', () => {
    expect(sampleTable({ text: '# a\n# b\n1,2\n# c\n', complete: true }).comments).toEqual(['a', 'b'])
    expect(sampleTable({ text: '# a\n', complete: true }).comments).toEqual(['a'])
  })

  it('counts no titles above the table, but only a few lines', () => {
    expect(sampleTable({ text: 'Title\n1,2\n3,4\n', complete: true })).toMatchObject({ width: 2, agreement: 1 })
    const many = `${'Title\n'.repeat(6)}${'1,2\n'.repeat(7)}`
    expect(sampleTable({ text: many, complete: true }).agreement).toBe(7 / 8)
  })

  it('leaves out a row that may be cut', () => {
    expect(sampleTable({ text: '1,2\n3,"4\n5', complete: false }).rows).toEqual([['1', '2']])
  })

  it('finds one column where nothing separates', () => {
    expect(sampleTable({ text: 'a\nb\n', complete: true })).toMatchObject({ width: 1, agreement: 1 })
    expect(sampleTable({ text: '', complete: true })).toMatchObject({ rows: [], width: 1, agreement: 0 })
  })
})
