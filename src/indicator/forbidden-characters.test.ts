import { expect, test } from 'vitest'
import { findForbidden, isPrintableAscii, removeForbidden } from './forbidden-characters.ts'

test.each([
  ['a C0 control', '\u0000'],
  ['a line feed', '\n'],
  ['DEL', '\u007f'],
  ['a C1 control', '\u0085'],
  ['the Arabic letter mark', '\u061c'],
  ['a left-to-right mark', '\u200e'],
  ['the line separator', '\u2028'],
  ['the paragraph separator', '\u2029'],
  ['a right-to-left override', '\u202e'],
  ['an isolate', '\u2066'],
  ['a noncharacter of the first plane', '\ufdd0'],
  ['the last noncharacter of the first plane', '\uffff'],
  ['a noncharacter of the last plane', '\u{10fffe}'],
  ['a lone high surrogate', '\ud800'],
  ['a lone low surrogate', '\udfff']
])('%s is found and removed', (_, character) => {
  expect(findForbidden(`a${character}b`)).toBe(character)
  expect(removeForbidden(`a${character}b${character}`)).toBe('ab')
})

test('letters of any script, emoji and zero-width characters are not forbidden', () => {
  const text = 'abc \u00e9\u4e2d\u{1f600}\u200b\u200d\ufeff'
  expect(findForbidden(text)).toBeUndefined()
  expect(removeForbidden(text)).toBe(text)
})

test('printable ASCII is told from everything else', () => {
  expect(isPrintableAscii(' ~example')).toBe(true)
  expect(isPrintableAscii('tab\t')).toBe(false)
  expect(isPrintableAscii('\u00e9')).toBe(false)
})
