import { describe, expect, it } from 'vitest'
import { parseStrayQuotes } from './stray-quotes.ts'

describe('parseStrayQuotes', () => {
  it('lets a quote inside a cell stand for itself', () => {
    expect(parseStrayQuotes('a,5" pipe', ',')).toEqual(['a', '5" pipe'])
  })

  it('gives nothing where the cells are in doubt', () => {
    expect(parseStrayQuotes('a,"b,c', ',')).toBeUndefined()
    expect(parseStrayQuotes('a\nb', ',')).toBeUndefined()
  })
})
