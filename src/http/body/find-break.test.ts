import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findBreak } from './find-break.ts'
import { beginJson } from './parse-json-object.ts'

/** The same, a character at a time. */
const plainBreak = (text: string): string | undefined => {
  const readOn = beginJson()
  let before = ''
  for (const character of text) {
    if (!readOn(character)) return before
    before += character
  }
  return undefined
}

describe('the break of a text', () => {
  test.each([
    ['{"name": x}', '{"name": '],
    ['{"name": "a\nb"}', '{"name": "a'],
    ['{"a":1,\n}', '{"a":1,\n'],
    ['{"\u{1f600}":tru}', '{"\u{1f600}":tru'],
    ['{"a": "', undefined],
    ['', undefined]
  ])('of %j is behind %j', (text, before) => {
    expect(findBreak(text, beginJson)).toBe(before)
  })

  test('is the same as a character at a time, wherever it is', () => {
    const wrong = fc.constantFrom('x', '\n', '}', ']', '"', ':', ',', '\u0000', '\u{1f600}', '')
    fc.assert(
      fc.property(fc.json(), fc.nat(), wrong, fc.nat(600), (json, place, character, blanks) => {
        const at = place % (json.length + 1)
        const text = ' '.repeat(blanks) + json.slice(0, at) + character + json.slice(at)
        expect(findBreak(text, beginJson)).toBe(plainBreak(text))
      })
    )
  })

  test.each([`{"a":"${'x'.repeat(65_529)}`, '['.repeat(65_536), `${' '.repeat(65_535)}x`, 'x'.repeat(65_536)])(
    'of a body as long as one may be is found in few calls of the reader',
    (text) => {
      let calls = 0
      findBreak(text, () => {
        const readOn = beginJson()
        return (piece) => {
          calls += 1
          return readOn(piece)
        }
      })
      expect(calls).toBeLessThanOrEqual(256 + 1 + 256)
    }
  )
})
