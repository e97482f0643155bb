import * as fc from 'fast-check'
import { ageIndicators } from '../../src/app/age-indicators.ts'
import { lifeOfFeed } from '../../src/app/feed-lives.ts'
import { removeIndicator } from '../../src/app/find-indicator.ts'
import { recheckGuard } from '../../src/app/guard/recheck-guard.ts'
import type { GuardedBy } from '../../src/app/verdict.ts'
import type { Settings } from '../../src/config/settings.ts'
import { CONFIDENCES } from '../../src/indicator/confidence.ts'
import { settableClock, type SettableClock } from '../../src/platform/clock.ts'
import type { IndicatorStore } from '../../src/store/indicator-store.ts'
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { acting } from './acting.ts'
import { importInputs, textInput } from './feeds.ts'
import { defaultSettings } from './settings.ts'
import { MOMENT } from './stores.ts'

const INSTANTS_PER_HOUR = 3_600_000_000

/** The feeds that events are of. */
export const FEEDS = ['Alpha', 'Beta'] as const

/** The levels of the Traffic Light Protocol that feeds state, or state none. */
export const LEVELS = ['', 'green', 'red'] as const

/** Something that happens to a store. */
export type Event =
  | { readonly does: 'import'; readonly feed: string; readonly mode: 'list' | 'window'; readonly rows: readonly Row[] }
  | { readonly does: 'wait'; readonly hours: number }
  | { readonly does: 'age' }
  | { readonly does: 'remove'; readonly value: string }
  | { readonly does: 'guard'; readonly values: readonly string[] }

interface Row {
  readonly value: string
  readonly confidence: string
  readonly industry: string
  readonly lastSeenHoursAgo: number | undefined
  readonly endsInHours: number | undefined
  readonly revoked: boolean
  /** Of the Traffic Light Protocol; empty where the feed gives none. */
  readonly tlp: string
}

/** The malware family that a feed names in every statement of a level, and nobody names otherwise. */
export const familyOf = (feed: string, tlp: string): string => `${feed}${tlp === '' ? 'Open' : tlp}Family`

const rowOf = (values: readonly string[]): fc.Arbitrary<Row> =>
  fc.record({
    value: fc.constantFrom(...values),
    confidence: fc.constantFrom(...CONFIDENCES),
    industry: fc.constantFrom('', 'energy', 'healthcare'),
    lastSeenHoursAgo: fc.option(fc.nat(2_000), { nil: undefined, freq: 3 }),
    endsInHours: fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined, freq: 3 }),
    revoked: fc.boolean(),
    tlp: fc.constantFrom(...LEVELS)
  })

/** Events around these values, of which one import brings so many at most. */
export const eventsOf = (values: readonly string[], most: number): fc.Arbitrary<Event> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        does: fc.constant('import' as const),
        feed: fc.constantFrom(...FEEDS),
        mode: fc.constantFrom('list' as const, 'window' as const),
        rows: fc.array(rowOf(values), { minLength: 1, maxLength: most })
      })
    },
    {
      weight: 2,
      arbitrary: fc.record({ does: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 900 }) })
    },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('age' as const) }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('remove' as const), value: fc.constantFrom(...values) }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('guard' as const), values: fc.subarray([...values]) }) }
  )

const hoursFrom = (clock: SettableClock, hours: number): string =>
  new Date(clock.now() / 1_000 + hours * 3_600_000).toISOString()

const csvOf = (feed: string, rows: readonly Row[], clock: SettableClock): string => {
  const lines = rows.map(({ value, confidence, industry, lastSeenHoursAgo, endsInHours, revoked, tlp }) =>
    [
      value,
      confidence,
      industry,
      lastSeenHoursAgo === undefined ? '' : hoursFrom(clock, -lastSeenHoursAgo),
      endsInHours === undefined ? '' : hoursFrom(clock, endsInHours),
      revoked ? 'true' : 'false',
      tlp,
      familyOf(feed, tlp)
    ].join(',')
  )
  return ['indicator,confidence,industry,last_seen,valid_until,revoked,tlp,malware_family', ...lines, ''].join('\n')
}

/** A store under test, with everything that decides what is in it. */
export interface World {
  readonly store: IndicatorStore
  readonly clock: SettableClock
  readonly settings: Settings
  readonly guard: () => Promise<GuardedBy>
  guarded: ReadonlySet<string>
}

/** A world with an empty store. */
export const openWorld = async (): Promise<World> => {
  const clock = settableClock(MOMENT)
  const store = await openSqliteStore(':memory:', { now: () => clock.now(), acceptClock: false, create: true })
  const world: World = {
    store,
    clock,
    settings: await defaultSettings(),
    guarded: new Set(),
    guard: async () => (_kind, value) => (world.guarded.has(value) ? 'a list: an entry' : undefined)
  }
  return world
}

/** Lets an event happen. */
export const perform = async (event: Event, world: World): Promise<void> => {
  const { store, clock, guard } = world
  switch (event.does) {
    case 'import':
      await importInputs(store, clock, [textInput('feed.csv', csvOf(event.feed, event.rows, clock))], {
        feed: event.feed,
        format: 'csv',
        modeOf: () => event.mode,
        guard,
        lifeOf: (feed) => lifeOfFeed(world, feed, clock.now())
      })
      break
    case 'wait':
      clock.set(clock.now() + event.hours * INSTANTS_PER_HOUR)
      break
    case 'age':
      await ageIndicators(world)
      break
    case 'remove':
      await removeIndicator(acting(store), event.value, 'by hand').catch(() => undefined)
      break
    case 'guard':
      world.guarded = new Set(event.values)
      await recheckGuard(store, guard)
  }
}
