import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Source } from '../indicator/indicator.ts'
import { EMPTY_CONTEXT } from '../indicator/make-context.ts'
import { INSTANTS_PER_SECOND, SECONDS_PER_DAY, type Day } from '../indicator/time.ts'
import { feedLife, type FeedLife, type Pace } from './feed-life.ts'

const TODAY: Day = 20_000
const LONGEST_LOOKBACK = 60

/** How a feed ages, so many days after today if it is read well on each of them. */
type PaceLater = (later: number) => Pace

const paces = fc.oneof(
  fc.constant<PaceLater>(() => ({ by: 'calendar' })),
  fc.constant<PaceLater>(() => ({ by: 'nothing' })),
  fc.uniqueArray(fc.integer({ min: 1, max: 80 })).map<PaceLater>((daysAgo) => (later) => ({
    by: 'read-days',
    days: [
      ...Array.from({ length: later + 1 }, (_, index) => TODAY + later - index),
      ...daysAgo.toSorted((a, b) => a - b).map((ago) => TODAY - ago)
    ]
  }))
)

const sources: fc.Arbitrary<Source> = fc.record({
  feed: fc.constant('Feed'),
  confidence: fc.constant('high'),
  firstSeen: fc.constant(undefined),
  lastSeen: fc.integer({ min: TODAY - 80, max: TODAY }),
  validUntil: fc
    .option(fc.integer({ min: -5 * SECONDS_PER_DAY, max: 70 * SECONDS_PER_DAY }), { nil: undefined })
    .map((seconds) => (seconds === undefined ? undefined : TODAY * SECONDS_PER_DAY + seconds)),
  context: fc.constant(EMPTY_CONTEXT)
})

test('a source stands to its last day and no longer, if its feed is read well every day', () => {
  fc.assert(
    fc.property(paces, sources, fc.option(fc.nat(70), { nil: undefined }), (pace, source, lifetimeDays) => {
      const lifeOn = (later: number): FeedLife =>
        feedLife({
          feed: 'Feed',
          pace: pace(later),
          lifetimeDays,
          longestLookback: LONGEST_LOOKBACK,
          now: (TODAY + later) * SECONDS_PER_DAY * INSTANTS_PER_SECOND
        })
      const { day } = lifeOn(0).lastDay('ipv4', source)
      for (let later = 0; later < 90; later++) {
        expect(lifeOn(later).whyOver('ipv4', source) === undefined).toBe(TODAY + later <= day)
      }
    })
  )
})

test('a last day is the earliest where a lifetime of days of reading decides it', () => {
  const lastDay = (pace: Pace, validUntil?: number): boolean =>
    feedLife({
      feed: 'Feed',
      pace,
      lifetimeDays: 10,
      longestLookback: LONGEST_LOOKBACK,
      now: TODAY * SECONDS_PER_DAY * INSTANTS_PER_SECOND
    }).lastDay('ipv4', {
      feed: 'Feed',
      confidence: 'low',
      firstSeen: undefined,
      lastSeen: TODAY,
      validUntil,
      context: EMPTY_CONTEXT
    }).isEarliest
  const readDays: Pace = { by: 'read-days', days: [TODAY] }
  expect([lastDay(readDays), lastDay(readDays, (TODAY + 2) * SECONDS_PER_DAY), lastDay({ by: 'calendar' })]).toEqual([
    true,
    false,
    false
  ])
})
