import { describe, expect, it } from 'vitest'
import { looksLikeValue, severalValues, unquote, wordsOf } from './several-values.ts'

const SHA256 = '0123456789abcdef'.repeat(4)

describe('severalValues', () => {
  it('takes words apart where each is a value', () => {
    expect(severalValues('192.0.2.1, 192.0.2.2')).toEqual(['192.0.2.1', '192.0.2.2'])
    expect(severalValues(`${SHA256},${SHA256.slice(1)}`)).toEqual([SHA256, SHA256.slice(1)])
  })

  it('leaves whole what is one value, or none', () => {
    for (const text of [
      '192.0.2.1',
      'example [.] com',
      'http://example.com/a,b',
      'http://example.com/a b/c.exe',
      'no value'
    ]) {
      expect(severalValues(text)).toEqual([text])
    }
  })
})

describe('looksLikeValue', () => {
  it('also takes what breaks the rules of its kind', () => {
    expect(looksLikeValue('192.0.2.1')).toBe(true)
    expect(looksLikeValue('192.0.2.999')).toBe(true)
    expect(looksLikeValue('nothing')).toBe(false)
  })
})

describe('wordsOf and unquote', () => {
  it('take quotes off', () => {
    expect(wordsOf('"a", \'b\';; c')).toEqual(['a', 'b', 'c'])
    expect(wordsOf(' a, ""')).toEqual(['a'])
    expect(unquote('" a "')).toBe('a')
    expect(unquote('"')).toBe('"')
    expect(unquote('"a')).toBe('"a')
  })
})
