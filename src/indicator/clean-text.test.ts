import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText } from './clean-text.ts'
import { findForbidden } from './forbidden-characters.ts'

test('white space becomes single blanks and the ends are trimmed', () => {
  expect(cleanText('  two\r\n words\t\u00a0here \u2028', 80)).toBe('two words here')
})

test('forbidden characters go without leaving a gap', () => {
  expect(cleanText('ab\u202ec \u0000 d', 80)).toBe('abc d')
})

test('a long text is cut by code points and says so', () => {
  expect(cleanText('\u{1f600}'.repeat(6), 6)).toBe('\u{1f600}'.repeat(6))
  expect(cleanText('\u{1f600}'.repeat(7), 6)).toBe(`${'\u{1f600}'.repeat(3)}...`)
  expect(cleanText('one two three', 7)).toBe('one...')
})

test('a cleaned text is one clean line within the limit, and cleaning it again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 4, max: 20 }), (text, max) => {
      const clean = cleanText(text, max)
      expect(findForbidden(clean)).toBeUndefined()
      expect(Array.from(clean).length).toBeLessThanOrEqual(max)
      expect(cleanText(clean, max)).toBe(clean)
    })
  )
})
