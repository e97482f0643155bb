import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createPlaces } from './position.ts'

it('counts lines and characters, wherever it is asked', () => {
  const placeOf = createPlaces('a\n\u{1f600}b\n\nc', 5)
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8].map((at) => Object.values(placeOf(at)).join(':'))).toEqual([
    '5:1',
    '5:2',
    '6:1',
    '6:2',
    '6:2',
    '6:3',
    '7:1',
    '8:1',
    '8:2'
  ])
})

it('places every offset where reading from the start does, in texts of any length', () => {
  const text = fc.array(fc.constantFrom('\n', 'a', '\u{1f600}', 'b'.repeat(700), '\u{1f600}'.repeat(600)))
  fc.assert(
    fc.property(
      text.map((pieces) => pieces.join('')),
      fc.nat(10_000),
      (whole, somewhere) => {
        const at = Math.min(somewhere, whole.length)
        const lines = whole.slice(0, at).split('\n')
        expect(createPlaces(whole)(at)).toEqual({
          line: lines.length,
          column: Array.from(String(lines.at(-1))).length + 1
        })
      }
    )
  )
})
