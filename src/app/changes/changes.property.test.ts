import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { CONFIDENCES } from '../../indicator/confidence.ts'
import type { Instant } from '../../indicator/time.ts'
import { settableClock, type SettableClock } from '../../platform/clock.ts'
import { nodeCrypto } from '../../platform/crypto.ts'
import type { IndicatorStore } from '../../store/indicator-store.ts'
import { openSqliteStore } from '../../store/sqlite/sqlite-store.ts'
import type { Settings } from '../../config/settings.ts'
import { importInputs, textInput } from '../../../tests/support/feeds.ts'
import { defaultSettings } from '../../../tests/support/settings.ts'
import { MOMENT } from '../../../tests/support/stores.ts'
import { ageIndicators } from '../age-indicators.ts'
import { createExports } from '../exports.ts'
import { lifeOfFeed } from '../feed-lives.ts'
import { parseFilters, type FilterTexts } from '../filters.ts'
import { removeIndicator } from '../find-indicator.ts'
import { recheckGuard } from '../recheck-guard.ts'
import { requireTier } from '../tier.ts'
import type { GuardedBy } from '../verdict.ts'
import { createChangeFeed, type ChangeFeed } from './changes.ts'

const INSTANTS_PER_HOUR = 3_600_000_000
const settings = await defaultSettings()
const tier = requireTier(settings, 'pro')

const VALUES = ['203.0.113.1', '203.0.113.2', 'a.example', 'b.example', 'c.example', 'a@b.example'] as const
const FEEDS = ['Alpha', 'Beta'] as const
const FILTERS: readonly FilterTexts[] = [
  {},
  { type: 'ipv4' },
  { confidence: 'high' },
  { type: 'domain,email', confidence: 'high,medium' },
  { industry: 'energy' }
]

/** What happens to the store, or whom a client asks for a page of how many lines. */
type Step =
  | { readonly does: 'import'; readonly feed: string; readonly mode: 'list' | 'window'; readonly rows: readonly Row[] }
  | { readonly does: 'wait'; readonly hours: number }
  | { readonly does: 'age' }
  | { readonly does: 'remove'; readonly value: string }
  | { readonly does: 'guard'; readonly values: readonly string[] }
  | { readonly does: 'note'; readonly client: number }
  | { readonly does: 'read'; readonly client: number; readonly limit: number }

interface Row {
  readonly value: string
  readonly confidence: string
  readonly industry: string
  readonly lastSeenHoursAgo: number | undefined
  readonly endsInHours: number | undefined
  readonly revoked: boolean
}

const row: fc.Arbitrary<Row> = fc.record({
  value: fc.constantFrom(...VALUES),
  confidence: fc.constantFrom(...CONFIDENCES),
  industry: fc.constantFrom('', 'energy', 'healthcare'),
  lastSeenHoursAgo: fc.option(fc.nat(2_000), { nil: undefined, freq: 3 }),
  endsInHours: fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined, freq: 3 }),
  revoked: fc.boolean()
})

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('import' as const),
      feed: fc.constantFrom(...FEEDS),
      mode: fc.constantFrom('list' as const, 'window' as const),
      rows: fc.array(row, { minLength: 1, maxLength: 5 })
    })
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 900 }) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('age' as const) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('remove' as const), value: fc.constantFrom(...VALUES) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('guard' as const), values: fc.subarray([...VALUES]) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('note' as const), client: fc.nat(FILTERS.length - 1) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('read' as const),
      client: fc.nat(FILTERS.length - 1),
      limit: fc.integer({ min: 1, max: 4 })
    })
  }
)

const hoursFrom = (clock: SettableClock, hours: number): string =>
  new Date(clock.now() / 1_000 + hours * 3_600_000).toISOString()

const csvOf = (rows: readonly Row[], clock: SettableClock): string => {
  const lines = rows.map(({ value, confidence, industry, lastSeenHoursAgo, endsInHours, revoked }) =>
    [
      value,
      confidence,
      industry,
      lastSeenHoursAgo === undefined ? '' : hoursFrom(clock, -lastSeenHoursAgo),
      endsInHours === undefined ? '' : hoursFrom(clock, endsInHours),
      revoked ? 'true' : 'false'
    ].join(',')
  )
  return ['indicator,confidence,industry,last_seen,valid_until,revoked', ...lines, ''].join('\n')
}

/** Someone who applies the changes feed to the rules that they have. */
class Client {
  readonly rules = new Map<string, string>()
  readonly #texts: FilterTexts
  readonly #feed: ChangeFeed
  #cursor: string | undefined

  constructor(texts: FilterTexts, feed: ChangeFeed) {
    this.#texts = texts
    this.#feed = feed
  }

  async read(limit: number): Promise<boolean> {
    const filters = parseFilters(this.#texts)
    const page = await this.#feed.read({ filters, limit, cursor: this.#cursor, tier })
    let { nextCursor } = page
    for (const line of page.lines) {
      const { indicator, op, rule, cursor } = page.write(line)
      if (op === 'put') this.rules.set(indicator.id, rule ?? '')
      else this.rules.delete(indicator.id)
      // Whoever stops between two lines goes on with the last one's cursor.
      if (limit === 3) nextCursor = cursor
    }
    this.#cursor = nextCursor
    return page.isLast
  }
}

/** A store under test, with everything that decides what is in it. */
interface World {
  readonly store: IndicatorStore
  readonly clock: SettableClock
  readonly settings: Settings
  readonly guard: () => Promise<GuardedBy>
  guarded: ReadonlySet<string>
}

const openWorld = async (): Promise<World> => {
  const clock = settableClock(MOMENT)
  const store = await openSqliteStore(':memory:', { now: () => clock.now(), acceptClock: false, create: true })
  const world: World = {
    store,
    clock,
    settings,
    guarded: new Set(),
    guard: async () => (_kind, value) => (world.guarded.has(value) ? 'a list: an entry' : undefined)
  }
  return world
}

/** The rules of an export, by id. */
const exported = async (world: World, texts: FilterTexts, asOf?: Instant): Promise<Map<string, string>> => {
  const exports = createExports({ ...world, crypto: nodeCrypto, version: '1' })
  const answer = await exports.rules({
    operation: 'sigma',
    filters: parseFilters(texts),
    limit: 1_000,
    offset: 0,
    cursor: undefined,
    asOf,
    tier
  })
  let text = ''
  for await (const chunk of answer.body) text += chunk
  await answer.close()
  const documents = text.split('---\n').filter((document) => document.startsWith('title:'))
  return new Map(documents.map((document) => [/^id: (.*)$/m.exec(document)?.[1] ?? '', document]))
}

/** The rules of a moment, to be asked for again later. */
interface Note {
  readonly position: Instant
  readonly texts: FilterTexts
  readonly rules: ReadonlyMap<string, string>
}

const noteOf = async (world: World, texts: FilterTexts): Promise<Note> => {
  await ageIndicators(world)
  const { position } = await world.store.state()
  return { position, texts, rules: await exported(world, texts) }
}

const perform = async (current: Exclude<Step, { does: 'read' | 'note' }>, world: World): Promise<void> => {
  const { store, clock, guard } = world
  switch (current.does) {
    case 'import':
      await importInputs(store, clock, [textInput('feed.csv', csvOf(current.rows, clock))], {
        feed: current.feed,
        format: 'csv',
        modeOf: () => current.mode,
        guard,
        lifeOf: (feed) => lifeOfFeed(world, feed, clock.now())
      })
      break
    case 'wait':
      clock.set(clock.now() + current.hours * INSTANTS_PER_HOUR)
      break
    case 'age':
      await ageIndicators(world)
      break
    case 'remove':
      await removeIndicator(store, current.value, 'by hand').catch(() => undefined)
      break
    case 'guard':
      world.guarded = new Set(current.values)
      await recheckGuard(store, guard)
  }
}

const CASES = 2_000

test('any interleaving of imports, ageing, guard edits and reads, applied from any cursor, equals a fresh export', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const world = await openWorld()
      const feed = createChangeFeed({ ...world, crypto: nodeCrypto, version: '1' })
      const clients = FILTERS.map((texts) => new Client(texts, feed))
      const notes: Note[] = []
      for (const current of steps) {
        if (current.does === 'read') await clients[current.client]?.read(current.limit)
        else if (current.does === 'note') notes.push(await noteOf(world, FILTERS[current.client] ?? {}))
        else await perform(current, world)
      }
      await ageIndicators(world)
      for (const [index, client] of clients.entries()) {
        while (!(await client.read(2)));
        expect(client.rules).toEqual(await exported(world, FILTERS[index] ?? {}))
      }
      const view = await world.store.view()
      const { versionsFrom } = await view.history()
      await view.close()
      for (const { position, texts, rules } of notes) {
        const asked = exported(world, texts, position)
        if (position < versionsFrom) await expect(asked).rejects.toMatchObject({ code: 'cursor_expired' })
        else expect(await asked).toEqual(rules)
      }
      await world.store.close()
    }),
    { numRuns: CASES }
  )
}, 600_000)
