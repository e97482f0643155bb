import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { histories } from '../../../tests/support/histories.ts'
import { eventsOf, openWorld, perform, type Event, type World } from '../../../tests/support/random-history.ts'
import { isRowFile, type BundleTexts, SIEM_TABLES, type SiemTable } from '../../../tests/support/siem-tables.ts'
import { findingsIn } from '../../../tests/support/written-bundle.ts'
import { BUNDLE_TARGETS } from '../../bundle/bundle-targets.ts'
import type { BundleTarget } from '../../bundle/bundle-target.ts'
import { wholeText } from '../../bundle/whole-text.ts'
import { INSTANTS_PER_SECOND } from '../../indicator/time.ts'
import { nodeCrypto } from '../../platform/crypto.ts'
import { Problem } from '../../problem/problem.ts'
import { ageIndicators } from '../age-indicators.ts'
import { parseFilters, type FilterTexts } from '../filters.ts'
import { inView } from '../in-view.ts'
import { dayOfBuild } from './build-bundle.ts'
import { openBundle } from './open-bundle.ts'
import type { DeltaStart } from './require-delta.ts'

// Letters that differ in case alone, and a host that a URL names: QRadar has elements in common there.
const VALUES = [
  '203.0.113.1',
  '203.0.113.2',
  '2001:db8::1',
  'a.example',
  'http://evil.example/A',
  'http://evil.example/a',
  'https://bare.example',
  'a@b.example',
  'ab'.repeat(32)
] as const

const FILTERS: readonly FilterTexts[] = [
  {},
  { type: 'url,ipv4' },
  { confidence: 'high,medium' },
  { industry: 'energy' }
]

/** Who keeps a table: every target with every selection. */
const WISHES = BUNDLE_TARGETS.flatMap((target) => FILTERS.map((texts) => ({ target, texts })))

/** What happens to the store, that a client builds and loads, or breaks off after so many files, or that the store forgets. */
type Step =
  | Event
  | { readonly does: 'load'; readonly client: number }
  | { readonly does: 'break off'; readonly client: number; readonly files: number }
  | { readonly does: 'forget' }

const client = fc.nat(WISHES.length - 1)

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 9, arbitrary: eventsOf(VALUES, 6) },
  { weight: 6, arbitrary: fc.record({ does: fc.constant('load' as const), client }) },
  // Long enough for rows to be renewed.
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('wait' as const), hours: fc.integer({ min: 200, max: 900 }) })
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('break off' as const), client, files: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('forget' as const) }) }
)

/** A bundle that was built, and where the next one goes on. */
interface Built {
  readonly rowTexts: readonly string[]
  readonly next: DeltaStart
}

const built = async (
  world: World,
  target: BundleTarget,
  texts: FilterTexts,
  start: DeltaStart | undefined
): Promise<Built | undefined> =>
  inView(world.store, async (view) => {
    const selection = {
      filters: parseFilters(texts),
      start,
      lastSeenFrom: undefined,
      restriction: undefined,
      day: dayOfBuild(view, world.clock)
    }
    const open = await openBundle(view, target, selection, { ...world, crypto: nodeCrypto, version: '1' })
    if (open.isEmpty) return undefined
    const files = new Map<string, string>()
    for await (const { path, text } of target.files(open.bundle)) files.set(path, await wholeText(text))
    expect(await findingsIn(target, files)).toEqual([])
    return { rowTexts: rowTextsOf(files), next: { position: open.bundle.position, shape: open.shape } }
  })

const rowTextsOf = (files: BundleTexts): readonly string[] =>
  [...files.entries()].flatMap(([path, text]) => (isRowFile(path) ? [text] : []))

/** Someone who keeps the table of a SIEM by a whole bundle and deltas, as docs/deploying.md says. */
class Client {
  readonly #world: World
  readonly #target: BundleTarget
  readonly #texts: FilterTexts
  #table: SiemTable
  #start: DeltaStart | undefined
  /** Built, and not loaded to its end. */
  #pending: Built | undefined

  constructor(world: World, { target, texts }: (typeof WISHES)[number]) {
    this.#world = world
    this.#target = target
    this.#texts = texts
    this.#table = emptyTable(target)
  }

  async #take(texts: readonly string[]): Promise<void> {
    for (const text of texts) await this.#table.take(text, this.#world.clock.now())
  }

  async #finish(): Promise<void> {
    if (this.#pending === undefined) return
    await this.#take(this.#pending.rowTexts)
    this.#start = this.#pending.next
    this.#pending = undefined
  }

  async #build(): Promise<void> {
    try {
      this.#pending = await built(this.#world, this.#target, this.#texts, this.#start)
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'cursor_expired') throw error
      this.#start = undefined
      this.#table = emptyTable(this.#target)
      await this.#build()
    }
  }

  async load(): Promise<void> {
    await this.#finish()
    await this.#build()
    await this.#finish()
  }

  async breakOff(files: number): Promise<void> {
    await this.#finish()
    await this.#build()
    await this.#take(this.#pending?.rowTexts.slice(0, files) ?? [])
  }

  /** Two seconds on, for ends are whole seconds, and an object of STIX holds for at least one. */
  inForce(): ReadonlyMap<string, unknown> {
    return this.#table.inForce(this.#world.clock.now() + 2 * INSTANTS_PER_SECOND)
  }
}

const emptyTable = ({ name }: BundleTarget): SiemTable => {
  const table = SIEM_TABLES[name]
  if (table === undefined) throw new Error(`there is no model of the table of ${name}`)
  return table()
}

const forgetAll = async ({ store }: World): Promise<void> => {
  const { position } = await store.state()
  while (!(await store.write(async (transaction) => transaction.forget(position, position, 100))));
}

test('a whole bundle and its deltas, loaded whenever and however often, lead to the table of a fresh whole bundle', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
      const world = await openWorld()
      const clients = WISHES.map((wish) => new Client(world, wish))
      for (const current of steps) {
        if (current.does === 'load') await clients[current.client]?.load()
        else if (current.does === 'break off') await clients[current.client]?.breakOff(current.files)
        else if (current.does === 'forget') await forgetAll(world)
        else await perform(current, world)
      }
      await ageIndicators(world)
      for (const [index, wish] of WISHES.entries()) {
        const kept = clients[index]
        await kept?.load()
        const fresh = new Client(world, wish)
        await fresh.load()
        expect(kept?.inForce()).toEqual(fresh.inForce())
      }
      await world.store.close()
    }),
    { numRuns: histories(300) }
  )
}, 600_000)
