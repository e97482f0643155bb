import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { histories } from '../../../tests/support/histories.ts'
import { eventsOf, type Event, openWorld, perform, type World } from '../../../tests/support/random-history.ts'
import {
  documentsIn,
  joined,
  requestFor,
  RestrictedClient,
  type RestrictedWish
} from '../../../tests/support/restricted-client.ts'
import { everything, mayBeSeen } from '../../../tests/support/sight-watch.ts'
import { nodeCrypto } from '../../platform/crypto.ts'
import { createExports } from '../exports/exports.ts'
import { settleEach } from '../settle-each.ts'
import { settleSources } from '../settle-sources.ts'

const VALUES = ['203.0.113.11', '203.0.113.22', 'one.example', 'two.example', 'mail@three.example'] as const

const WISHES: readonly RestrictedWish[] = [
  { texts: {}, restriction: { maxTlp: undefined, feeds: ['Alpha'] } },
  { texts: {}, restriction: { maxTlp: 'clear', feeds: undefined } },
  { texts: { confidence: 'low,medium' }, restriction: { maxTlp: 'green', feeds: undefined } },
  { texts: { industry: 'energy' }, restriction: { maxTlp: 'amber', feeds: ['Beta'] } }
]

type Step =
  | Event
  | { readonly does: 'read'; readonly client: number; readonly lines: number }
  | { readonly does: 'look'; readonly client: number; readonly value: string }
  | { readonly does: 'forget' }

const client = fc.nat(WISHES.length - 1)

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: eventsOf(VALUES, 4) },
  {
    weight: 5,
    arbitrary: fc.record({ does: fc.constant('read' as const), client, lines: fc.integer({ min: 1, max: 4 }) })
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('look' as const), client, value: fc.constantFrom(...VALUES) })
  },
  { weight: 1, arbitrary: fc.constant({ does: 'forget' as const }) }
)

const forgetAll = async ({ store }: World): Promise<void> => {
  const { position } = await store.state()
  while (!(await store.write(async (transaction) => transaction.forget(position, position, 100))));
}

/** The rules of a store that was only ever told what the allowed sources say at last. */
const rulesOfAllowed = async (
  world: World,
  { texts, restriction }: RestrictedWish
): Promise<ReadonlyMap<string, string>> => {
  const fresh = await openWorld()
  for (const { indicator, sources } of await everything(world.store)) {
    const renewed = sources.filter(({ feed, context }) => mayBeSeen(feed, context.tlp ?? '', restriction))
    const settlement = { key: indicator, verdict: indicator, renewed, ended: [], overdue: [] }
    await fresh.store.write((transaction) =>
      settleEach(transaction, [indicator], (stored) => settleSources(stored, settlement))
    )
  }
  const exports = createExports({ ...fresh, clock: world.clock, crypto: nodeCrypto, version: '1' })
  const answer = await exports.rules({ ...requestFor({ texts, restriction }), restriction: undefined })
  const rules = documentsIn(await joined(answer))
  await fresh.store.close()
  return rules
}

/** Without the days of the store, which docs/keys.md tells of. */
const undated = (rules: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...rules].map(([id, rule]) => [id, rule.replaceAll(/^(?:date|modified): .*\n/gm, '')]))

const takeStep = async (step: Step, world: World, clients: readonly RestrictedClient[]): Promise<void> => {
  if (step.does === 'forget') {
    await forgetAll(world)
  } else if (step.does === 'look') {
    await clients[step.client]?.look(step.value)
  } else if (step.does === 'read') {
    const client = clients[step.client]
    await client?.follow(step.lines)
    await client?.followChunks(step.lines)
    await client?.poll(step.lines)
    if (step.lines % 2 === 0) await client?.load()
  } else {
    await perform(step, world)
    const stored = await everything(world.store)
    for (const { watch } of clients) watch.note(stored)
  }
}

/** Holds all that a client has, once it has read to the end, against the store and against one of allowed sources alone. */
const expectInStep = async (client: RestrictedClient, wish: RestrictedWish, world: World): Promise<void> => {
  while (!(await client.follow(2)));
  // Only the last line of an answer leads further.
  while (!(await client.followChunks(Infinity)));
  while (!(await client.poll(2)));
  await client.load()
  const rules = await client.exported()
  expect(undated(rules)).toEqual(undated(await rulesOfAllowed(world, wish)))
  expect(client.rules).toEqual(rules)
  expect(client.rows).toEqual(new Set(rules.keys()))
  for (const [id, rule] of rules) expect(client.polled.get(id)).toBe(rule)
  expect(client.chunks).toEqual(await client.exported(2))
}

const row = (value: string): Extract<Event, { readonly does: 'import' }>['rows'][number] => ({
  value,
  confidence: 'low',
  industry: '',
  lastSeenHoursAgo: undefined,
  endsInHours: undefined,
  revoked: false,
  tlp: ''
})

/** A value that a client has comes back, stopped by the guard: its only source has said it for less long than the client knows it. */
const BACK_UNDER_GUARD: readonly Step[] = [
  { does: 'import', feed: 'Alpha', mode: 'list', rows: [row('two.example'), row('203.0.113.11')] },
  { does: 'read', client: 0, lines: 2 },
  { does: 'import', feed: 'Alpha', mode: 'list', rows: [row('203.0.113.11')] },
  { does: 'guard', values: ['two.example'] },
  { does: 'import', feed: 'Alpha', mode: 'list', rows: [row('two.example')] }
]

test('whoever may see some sources only gets what these alone would give, and no word of others, in every way', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 20 }), async (steps) => {
      const world = await openWorld()
      const clients = WISHES.map((wish) => new RestrictedClient(wish, world, VALUES))
      for (const step of steps) await takeStep(step, world, clients)
      for (const [index, wish] of WISHES.entries()) {
        const client = clients[index]
        if (client !== undefined) await expectInStep(client, wish, world)
      }
      await world.store.close()
    }),
    { numRuns: histories(150), examples: [[[...BACK_UNDER_GUARD]]] }
  )
}, 600_000)
