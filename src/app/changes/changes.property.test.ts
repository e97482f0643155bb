import { text } from 'node:stream/consumers'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { histories } from '../../../tests/support/histories.ts'
import { eventsOf, openWorld, perform, type Event, type World } from '../../../tests/support/random-history.ts'
import { defaultSettings } from '../../../tests/support/settings.ts'
import type { Instant } from '../../indicator/time.ts'
import { nodeCrypto } from '../../platform/crypto.ts'
import { ageIndicators } from '../age-indicators.ts'
import { createExports } from '../exports/exports.ts'
import { parseFilters, type FilterTexts } from '../filters.ts'
import { requireTier } from '../tier.ts'
import { createChangeFeed, type ChangeFeed } from './changes.ts'

const tier = requireTier(await defaultSettings(), 'pro')

const VALUES = ['203.0.113.1', '203.0.113.2', 'a.example', 'b.example', 'c.example', 'a@b.example'] as const
const FILTERS: readonly FilterTexts[] = [
  {},
  { type: 'ipv4' },
  { confidence: 'high' },
  { type: 'domain,email', confidence: 'high,medium' },
  { industry: 'energy' }
]

/** What happens to the store, or whom a client asks for a page of how many lines. */
type Step =
  | Event
  | { readonly does: 'note'; readonly client: number }
  | { readonly does: 'read'; readonly client: number; readonly limit: number }

const client = fc.nat(FILTERS.length - 1)

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 9, arbitrary: eventsOf(VALUES, 5) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('note' as const), client }) },
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('read' as const), client, limit: fc.integer({ min: 1, max: 4 }) })
  }
)

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
    const page = await this.#feed.read({ filters, limit, cursor: this.#cursor, tier, restriction: undefined })
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
    tier,
    restriction: undefined
  })
  const body = await text(answer.body)
  await answer.close()
  const documents = body.split('---\n').filter((document) => document.startsWith('title:'))
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
    { numRuns: histories(2_000) }
  )
}, 600_000)
