import { parse } from 'csv-parse/sync'
import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainCells } from './plain-cells.ts'

describe('plainCells', () => {
  it.each([
    ['quoted cells with delimiters and quotes inside', 'a,"b,c","d""e"', ',', ['a', 'b,c', 'd"e']],
    ['line feeds between quotes', '1,"2\n3",4', ',', ['1', '2\n3', '4']],
    ['quoted cells behind a blank, as abuse.ch writes them', '"a", "b, c" ,"d"', ',', ['a', 'b, c', 'd']],
    ['quotes that a second writer put inside', '1," ""abc"""," ""n/a"""', ',', ['1', 'abc', 'n/a']],
    ['empty cells between tabs', 'a\t\t b\t', '\t', ['a', '', 'b', '']],
    ['quoted cells between tabs', '"a"\t"b"\t', '\t', ['a', 'b', '']],
    ['a tab before a quote', 'a,\t"b"', ',', ['a', 'b']],
    ['an empty record', '', ',', ['']],
    ['empty quotes', '"",""', ',', ['', '']]
  ])('reads %s', (_, record, delimiter, cells) => {
    expect(plainCells(record, delimiter)).toEqual(cells)
  })

  it.each(['a,"b', 'a,b"c', '"a"b,c', '"a""', '"'])('leaves the quotes of %s to others', (record) => {
    expect(plainCells(record, ',')).toBeUndefined()
  })

  it('reads what a parser by the book reads', () => {
    const byTheBook = (record: string): readonly string[] | undefined => {
      try {
        const records: string[][] = parse(record, { trim: true, record_delimiter: '\n' })
        return records[0]?.map((cell) => cell.trim())
      } catch {
        return undefined
      }
    }
    assert(
      property(array(constantFrom('a', 'b', ',', '"', '""', ' ', '","'), { maxLength: 12 }), (pieces) => {
        const record = `x,${pieces.join('')}`
        // Quotes within quotes are taken off where a table was saved twice.
        if (plainCells(record, ',')?.some((cell) => cell.includes('"')) === true || /""/.test(record)) return
        expect(plainCells(record, ',')).toEqual(byTheBook(record))
      })
    )
  })
})
