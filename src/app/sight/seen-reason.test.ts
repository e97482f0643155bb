import { expect, test } from 'vitest'
import type { ChangeReason } from '../../indicator/change-reason.ts'
import type { Indicator } from '../../indicator/indicator.ts'
import { makeContext } from '../../indicator/make-context.ts'
import type { StatementsAt } from '../../store/indicator-store.ts'
import { seenReason } from './seen-reason.ts'

const OPEN = { maxTlp: undefined, feeds: ['Open'] }

const indicator = (added: number, changed: number): Indicator => ({
  id: 'id',
  kind: 'domain',
  value: 'a.example',
  confidence: 'low',
  firstSeen: undefined,
  lastSeen: 0,
  added,
  changed,
  noRule: undefined,
  guardedBy: undefined,
  feeds: ['Open'],
  context: makeContext({})
})

/** Versions at 1, 2 and so on, each said by one feed. */
const saidBy = (...feeds: readonly string[]): readonly StatementsAt[] =>
  feeds.map((feed, index) => ({
    at: index + 1,
    statements: [
      {
        feed,
        confidence: 'low',
        firstSeen: undefined,
        lastSeen: 0,
        validUntil: undefined,
        context: makeContext({}),
        since: index + 1
      }
    ]
  }))

const REASONS = ['changed', 'returned', 'guarded'] as const satisfies readonly ChangeReason[]

/** To whoever sees the open feed alone; the last version is the indicator as it is. */
const seenOf = (...feeds: readonly string[]): readonly string[] =>
  REASONS.map((reason) => seenReason(reason, indicator(1, feeds.length), saidBy(...feeds), OPEN))

test('a change of what was seen just before keeps its reason', () => {
  expect(seenOf('Open', 'Open')).toEqual(REASONS)
  expect(seenOf('Hidden', 'Open', 'Open')).toEqual(REASONS)
})

test('what was never seen before is new, whatever others said of it', () => {
  expect(seenOf('Hidden', 'Open')).toEqual(['new', 'new', 'new'])
  expect(seenOf('Hidden', 'Other', 'Open')).toEqual(['new', 'new', 'new'])
})

test('what was seen, but not just before, returned, whatever others said meanwhile', () => {
  expect(seenOf('Open', 'Hidden', 'Open')).toEqual(['returned', 'returned', 'returned'])
})

test('where no version of before is kept, what has been said for longer was seen', () => {
  const [, last] = saidBy('Hidden', 'Open')
  const seen = (added: number): readonly string[] =>
    REASONS.map((reason) => seenReason(reason, indicator(added, 2), last === undefined ? [] : [last], OPEN))
  expect(seen(1)).toEqual(REASONS)
  expect(seen(2)).toEqual(['new', 'new', 'new'])
})
