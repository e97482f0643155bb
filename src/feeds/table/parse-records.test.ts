import { describe, expect, it } from 'vitest'
import { parseRecords, parseStrayQuotes } from './parse-records.ts'

describe('parseRecords', () => {
  it('reads quoted cells with delimiters, quotes and line feeds inside', () => {
    expect(parseRecords('a,"b,c","d""e"\n1,"2\n3",4', ',')).toEqual([
      ['a', 'b,c', 'd"e'],
      ['1', '2\n3', '4']
    ])
  })

  it('reads quoted cells behind a blank, as abuse.ch writes them', () => {
    expect(parseRecords('"a", "b, c" ,"d"', ',')).toEqual([['a', 'b, c', 'd']])
  })

  it('takes off quotes that a second writer put inside', () => {
    expect(parseRecords('2026-05-17," ""abc"""," ""n/a"""', ',')).toEqual([['2026-05-17', 'abc', 'n/a']])
  })

  it('keeps empty cells between tabs', () => {
    expect(parseRecords('a\t\t b\t', '\t')).toEqual([['a', '', 'b', '']])
  })

  it('gives nothing for text that breaks the rules of quoting', () => {
    expect(parseRecords('a,"b', ',')).toBeUndefined()
    expect(parseRecords('a,b"c', ',')).toBeUndefined()
  })
})

describe('parseStrayQuotes', () => {
  it('lets a quote inside a cell stand for itself', () => {
    expect(parseStrayQuotes('a,5" pipe', ',')).toEqual(['a', '5" pipe'])
  })

  it('gives nothing where the cells are in doubt', () => {
    expect(parseStrayQuotes('a,"b,c', ',')).toBeUndefined()
    expect(parseStrayQuotes('a\nb', ',')).toBeUndefined()
  })
})
