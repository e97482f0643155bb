import { text } from 'node:stream/consumers'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { histories } from '../../../tests/support/histories.ts'
import { eventsOf, openWorld, perform, type Event, type World } from '../../../tests/support/random-history.ts'
import { defaultSettings } from '../../../tests/support/settings.ts'
import type { Instant } from '../../indicator/time.ts'
import { nodeCrypto } from '../../platform/crypto.ts'
import { Problem } from '../../problem/problem.ts'
import { ageIndicators } from '../age-indicators.ts'
import type { GroupExport, GroupRequest } from '../exports/export-request.ts'
import { createExports, type Exports } from '../exports/exports.ts'
import { parseFilters, type FilterTexts } from '../filters.ts'
import type { GroupSize } from '../groups/group-size.ts'
import { requireTier } from '../tier.ts'
import { createChangeFeed, type ChangeFeed } from './changes.ts'

const tier = requireTier(await defaultSettings(), 'pro')

const VALUES = [
  ...Array.from({ length: 24 }, (_, index) => `host-${index}.example`),
  ...Array.from({ length: 6 }, (_, index) => `203.0.113.${index}`)
]

/** What clients want. */
const WISHES: readonly { readonly texts: FilterTexts; readonly size: GroupSize }[] = [
  { texts: {}, size: 1 },
  { texts: {}, size: 3 },
  { texts: { type: 'domain' }, size: 2 },
  { texts: { confidence: 'high,medium' }, size: 2 },
  { texts: { industry: 'energy' }, size: 1 },
  { texts: {}, size: 'auto' }
]

/** What happens to the store, what a client does, or that the store forgets what was. */
type Step =
  | Event
  | { readonly does: 'read'; readonly client: number; readonly lines: number }
  | { readonly does: 'walk'; readonly client: number; readonly limit: number; readonly anew: boolean }
  | { readonly does: 'forget' }

const client = fc.nat(WISHES.length - 1)

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 9, arbitrary: eventsOf(VALUES, 14) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('read' as const), client, lines: fc.nat(20) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('walk' as const),
      client,
      limit: fc.integer({ min: 1, max: 6 }),
      anew: fc.boolean()
    })
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('forget' as const) }) }
)

const documentsOf = async (answer: GroupExport<Uint8Array>): Promise<ReadonlyMap<string, string>> => {
  const body = await text(answer.body)
  await answer.close()
  const documents = body.split('---\n').filter((document) => document.startsWith('title:'))
  return new Map(documents.map((document) => [/^id: (.*)$/m.exec(document)?.[1] ?? '', document]))
}

const requestFor = ({ texts, size }: (typeof WISHES)[number], parts: Partial<GroupRequest>): GroupRequest => ({
  operation: 'sigma',
  filters: parseFilters(texts),
  limit: 1_000,
  offset: 0,
  cursor: undefined,
  group: size,
  tier,
  restriction: undefined,
  ...parts
})

/** Someone who keeps the rules of an export or of the changes feed, and may stop at any line or page. */
class Client {
  readonly rules = new Map<string, string>()
  readonly #wish: (typeof WISHES)[number]
  readonly #feed: ChangeFeed
  readonly #exports: Exports
  #cursor: string | undefined
  /** Where the feed goes on behind an export. */
  #since: Instant | undefined
  /** The next page of an export that is not over. */
  #page: string | undefined

  constructor(wish: (typeof WISHES)[number], feed: ChangeFeed, exports: Exports) {
    this.#wish = wish
    this.#feed = feed
    this.#exports = exports
  }

  #begin(): void {
    this.rules.clear()
    this.#cursor = undefined
    this.#since = undefined
    this.#page = undefined
  }

  /** Takes a page of an export, of a new one where it is told to or the one before is over. */
  async walk(limit: number, anew: boolean): Promise<void> {
    if (anew || this.#page === undefined) this.#begin()
    const answer = await this.#exports.groupedRules(requestFor(this.#wish, { limit, cursor: this.#page }))
    for (const [id, rule] of await documentsOf(answer)) this.rules.set(id, rule)
    this.#since ??= answer.nextSince
    this.#page = answer.nextCursor
  }

  /** Applies so many lines of an answer; says whether it was empty. */
  async read(lines: number): Promise<boolean> {
    while (this.#page !== undefined) await this.walk(2, false)
    const { texts, size } = this.#wish
    const filters = { ...parseFilters(texts), since: this.#since }
    const answer = await this.#feed.readChunks({ filters, size, cursor: this.#cursor, tier, restriction: undefined })
    let applied = 0
    for await (const { op, chunk, rule, cursor } of answer.lines) {
      if (applied === lines) break
      if (op === 'put') this.rules.set(chunk.id, rule ?? '')
      else this.rules.delete(chunk.id)
      this.#cursor = cursor
      applied++
    }
    await answer.close()
    if (answer.isEmpty) this.#cursor = answer.nextCursor
    return answer.isEmpty
  }

  /** The same, beginning with nothing where the way has been forgotten. */
  async readOn(lines: number): Promise<boolean> {
    try {
      return await this.read(lines)
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'cursor_expired') throw error
      this.#begin()
      return this.read(lines)
    }
  }
}

const forgetAll = async ({ store }: World): Promise<void> => {
  const { position } = await store.state()
  while (!(await store.write(async (transaction) => transaction.forget(position, position, 100))));
}

test('any interleaving of imports, ageing, guard edits, exports and reads leads to the chunks of a fresh export', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const world = await openWorld()
      const parts = { ...world, crypto: nodeCrypto, version: '1' }
      const [feed, exports] = [createChangeFeed(parts), createExports(parts)]
      const clients = WISHES.map((wish) => new Client(wish, feed, exports))
      for (const current of steps) {
        if (current.does === 'read') await clients[current.client]?.readOn(current.lines)
        else if (current.does === 'walk') await clients[current.client]?.walk(current.limit, current.anew)
        else if (current.does === 'forget') await forgetAll(world)
        else await perform(current, world)
      }
      await ageIndicators(world)
      for (const [index, wish] of WISHES.entries()) {
        const one = clients[index]
        while ((await one?.readOn(1_000)) === false);
        expect(one?.rules).toEqual(await documentsOf(await exports.groupedRules(requestFor(wish, {}))))
      }
      await world.store.close()
    }),
    { numRuns: histories(600) }
  )
}, 600_000)

test('an export with since holds every chunk that is not as it was, and on a quiet day none', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(eventsOf(VALUES, 14), { minLength: 1, maxLength: 6 }),
      fc.array(eventsOf(VALUES, 4), { maxLength: 3 }),
      async (before, after) => {
        const world = await openWorld()
        const exports = createExports({ ...world, crypto: nodeCrypto, version: '1' })
        for (const event of before) await perform(event, world)
        for (const wish of WISHES) {
          const whole = await exports.groupedRules(requestFor(wish, {}))
          const rules = await documentsOf(whole)
          const since = { ...parseFilters(wish.texts), since: whole.nextSince }
          expect((await documentsOf(await exports.groupedRules(requestFor(wish, { filters: since })))).size).toBe(0)
          for (const event of after) await perform(event, world)
          const fresh = await documentsOf(await exports.groupedRules(requestFor(wish, {})))
          const poll = await documentsOf(await exports.groupedRules(requestFor(wish, { filters: since })))
          const changed = [...fresh].filter(([id, rule]) => rules.get(id) !== rule)
          expect(changed.filter(([id, rule]) => poll.get(id) !== rule)).toEqual([])
        }
        await world.store.close()
      }
    ),
    { numRuns: histories(100) }
  )
}, 600_000)
