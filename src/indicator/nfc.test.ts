import { expect, test } from 'vitest'
import { toNfc } from './nfc.ts'

test.each([
  ['e\u0301', '\u00e9'],
  ['\u212a', 'K'],
  ['\u1112\u1161\u11ab', '\ud55c'],
  ['a\u0315\u0300', '\u00e0\u0315'],
  ['\u{1f600}plain', '\u{1f600}plain'],
  ['', '']
])('%j becomes %j', (text, composed) => {
  expect(toNfc(text)).toBe(composed)
})
