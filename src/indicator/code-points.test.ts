import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { codePointsOf, compareCodePoints } from './code-points.ts'

test('characters beyond the first plane come after those of its end', () => {
  expect(['\u{1f600}', '\uff21', 'b', '', 'ab', 'a'].sort(compareCodePoints)).toEqual([
    '',
    'a',
    'ab',
    'b',
    '\uff21',
    '\u{1f600}'
  ])
})

test('the order is that of the code points one by one', () => {
  const compareLists = (a: readonly number[], b: readonly number[]): number => {
    const at = a.findIndex((code, index) => code !== b[index])
    return at < 0 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1)
  }
  const text = fc.string({ unit: 'binary' })
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(compareCodePoints(a, b))).toBe(Math.sign(compareLists(codePointsOf(a), codePointsOf(b))))
    })
  )
})
