import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { CONFIDENCES } from '../../indicator/confidence.ts'
import { makeContext } from '../../indicator/make-context.ts'
import type { Statement } from '../../store/indicator-store.ts'
import { confidencesAbove, isInRange, passes, widened } from './seen-filter.ts'
import { seenIndicator } from './seen-indicator.ts'

const INDICATOR = {
  id: 'id',
  kind: 'domain',
  value: 'a.example',
  confidence: 'low',
  firstSeen: undefined,
  lastSeen: 0,
  added: 1,
  changed: 9,
  noRule: undefined,
  guardedBy: undefined,
  feeds: [],
  context: makeContext({})
} as const

const EVERYTHING = { maxTlp: undefined, feeds: undefined }

const statement: fc.Arbitrary<Statement> = fc.record({
  feed: fc.constantFrom('a', 'b', 'c'),
  confidence: fc.constantFrom(...CONFIDENCES),
  firstSeen: fc.constant(undefined),
  lastSeen: fc.nat(3),
  validUntil: fc.constant(undefined),
  context: fc.subarray(['energy', 'healthcare'] as const).map((industries) => makeContext({ industries })),
  since: fc.nat(9)
})

const filter = fc.record({
  kinds: fc.constant(undefined),
  confidences: fc.option(fc.subarray([...CONFIDENCES]), { nil: undefined }),
  industries: fc.option(fc.subarray(['energy', 'healthcare'] as const), { nil: undefined }),
  lastSeenFrom: fc.option(fc.nat(4), { nil: undefined })
})

test('levels above some are those that more sources may bring', () => {
  expect(confidencesAbove(['high'])).toEqual(['high'])
  expect(confidencesAbove(['medium'])).toEqual(['medium', 'high'])
  expect(confidencesAbove(['high', 'low'])).toEqual(CONFIDENCES)
  expect(confidencesAbove([])).toEqual([])
})

test('whatever passes a filter by some of its sources passes the widened one by all of them', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(statement, { minLength: 1, selector: ({ feed }) => feed }),
      fc.string(),
      filter,
      (said, seed, wanted) => {
        const feeds = said.filter((_, index) => index === 0 || seed.charCodeAt(index) % 2 === 0).map(({ feed }) => feed)
        const some = seenIndicator(INDICATOR, said, { maxTlp: undefined, feeds })?.indicator
        const whole = seenIndicator(INDICATOR, said, EVERYTHING)?.indicator
        if (some === undefined || whole === undefined) throw new Error('there is always a first source')
        fc.pre(passes(some, wanted))
        expect(passes(whole, widened(wanted))).toBe(true)
      }
    )
  )
})

test('a range admits by its position, or else by the day of the last sight', () => {
  const none = { kinds: undefined, confidences: undefined, industries: undefined, lastSeenFrom: undefined }
  const range = { filter: none, order: 'oldest-first', asOf: undefined } as const
  const isIn = (after: number | undefined, orLastSeenAfter: number | undefined, lastSeen = 5): boolean =>
    isInRange({ ...INDICATOR, lastSeen }, { ...range, after, orLastSeenAfter })
  expect([isIn(undefined, undefined), isIn(8, undefined), isIn(9, undefined)]).toEqual([true, true, false])
  expect([isIn(9, 4), isIn(9, 5)]).toEqual([true, false])
})
