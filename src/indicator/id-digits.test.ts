import { expect, test } from 'vitest'
import { digitsOf, hyphenated, ID_DIGITS } from './id-digits.ts'

const ID = '774b7f91-285c-5690-a91e-baaac45d53ff'

test('the digits of an id are written back with hyphens, whole and cut at any place', () => {
  expect(digitsOf(ID)).toHaveLength(ID_DIGITS)
  expect(hyphenated(digitsOf(ID))).toBe(ID)
  for (let length = 0; length <= ID_DIGITS; length += 1) {
    const begun = hyphenated(digitsOf(ID).slice(0, length))
    expect(ID.startsWith(begun)).toBe(true)
    expect(digitsOf(begun)).toHaveLength(length)
  }
})
