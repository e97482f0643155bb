import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type GoldenIndicator, goldenIndicator } from '../../../../tests/golden/rules/golden-indicator.ts'
import { SEED_STYLE } from '../../../../tests/golden/rules/seed-style.ts'
import { ruleFor } from '../../../detect/rule-for.ts'
import { type Day, dayOfInstant, type Instant, INSTANTS_PER_SECOND, SECONDS_PER_DAY } from '../../../indicator/time.ts'
import type { BundleEntry } from '../../bundle-entry.ts'
import type { Bundle } from '../../bundle.ts'
import { isRenewed, validUntil } from '../../validity.ts'
import { wholeText } from '../../whole-text.ts'
import { entryFiles } from './entry-files.ts'
import type { SetEntry } from './set-entry.ts'

const INSTANTS_PER_DAY = SECONDS_PER_DAY * INSTANTS_PER_SECOND

const timeOf = (instant: Instant): string => new Date((instant / INSTANTS_PER_SECOND) * 1000).toISOString()

/** What becomes of one value in a table of indicators. */
interface Change {
  readonly value: Pick<GoldenIndicator, 'kind' | 'value'>
  /** What it is from then on; `null` where it is removed. */
  readonly to: Pick<GoldenIndicator, 'confidence' | 'context'> | null
}

interface Row {
  readonly golden: GoldenIndicator
  readonly removed: Instant | undefined
}

/** A table of indicators that gives bundles as it stands. */
class Table {
  readonly #rows = new Map<string, Row>()
  #day: Day = 20_000
  position: Instant = this.#day * INSTANTS_PER_DAY

  pass(days: number): void {
    this.#day += days
    this.position = Math.max(this.position, this.#day * INSTANTS_PER_DAY)
  }

  apply({ value, to }: Change): void {
    const before = this.#rows.get(value.value)
    this.position += INSTANTS_PER_SECOND
    if (to !== null) {
      const changed = timeOf(this.position)
      this.#rows.set(value.value, { golden: { ...value, ...to, added: changed, changed }, removed: undefined })
    } else if (before !== undefined) this.#rows.set(value.value, { ...before, removed: this.position })
  }

  bundle(since: Instant | undefined): Bundle {
    const day = this.#day
    const isDue = ({ golden }: Row): boolean => {
      const { changed } = goldenIndicator(golden)
      return since === undefined || changed > since || isRenewed(changed, dayOfInstant(since), day)
    }
    const isGone = ({ removed }: Row): boolean => since !== undefined && removed !== undefined && removed > since
    return {
      position: this.position,
      since,
      load: 'e5bd2a1f-7f0c-5a36-9f0e-3c9dd7a6b001',
      publisher: SEED_STYLE.publisher,
      whyUrl: undefined,
      entries: this.#pages((row) => row.removed === undefined && isDue(row)),
      live: this.#pages((row) => row.removed === undefined),
      removals: this.#pages(isGone)
    }
  }

  #pages(wanted: (row: Row) => boolean): Bundle['entries'] {
    const day = this.#day
    const rows = [...this.#rows.values()].filter(wanted).map(({ golden }) => golden)
    return async function* (kinds) {
      yield rows
        .filter(({ kind }) => kinds.includes(kind))
        .sort((one, other) => (one.value < other.value ? -1 : 1))
        .map((golden): BundleEntry => {
          const indicator = goldenIndicator(golden)
          const rule = ruleFor(indicator, SEED_STYLE)
          return { indicator, rule, validFrom: 0, validUntil: validUntil(indicator.changed, day) }
        })
    }
  }
}

const entriesOf = async (bundle: Bundle): Promise<readonly SetEntry[]> => {
  const entries: SetEntry[] = []
  for await (const { text } of entryFiles(bundle)) {
    entries.push(...(JSON.parse(await wholeText(text)) as readonly SetEntry[]))
  }
  return entries
}

const placeOf = ({ set, value }: SetEntry): string => `${set} ${value}`

const placesOf = (entries: readonly SetEntry[], deletes: boolean): ReadonlySet<string> =>
  new Set(entries.filter((entry) => (entry.delete_entry === true) === deletes).map(placeOf))

/** Reference sets as a console keeps them: where each element stands, with its notes. */
class Sets {
  readonly #elements = new Map<string, string | undefined>()

  load(entries: readonly SetEntry[]): void {
    for (const entry of entries) {
      if (entry.delete_entry === true) this.#elements.delete(placeOf(entry))
      else this.#elements.set(placeOf(entry), entry.notes)
    }
  }

  get elements() {
    return Object.fromEntries(this.#elements)
  }
}

/** The first two share every element, the next two share one. */
const VALUES: readonly Change['value'][] = [
  { kind: 'url', value: 'evil.example/A' },
  { kind: 'url', value: 'evil.example/a' },
  { kind: 'url', value: 'evil.example/' },
  { kind: 'url', value: 'evil.example:443/' },
  { kind: 'ipv4', value: '192.0.2.1' },
  { kind: 'ipv6', value: '2001:db8::1' },
  { kind: 'domain', value: 'evil.example' },
  { kind: 'email', value: 'bad@evil.example' }
]

const [UPPER, LOWER] = [
  { kind: 'url', value: 'evil.example/A' },
  { kind: 'url', value: 'evil.example/a' }
] as const

describe('a delta for QRadar', () => {
  it('leaves the sets as a whole bundle would fill them, whatever shares an element', async () => {
    const change: fc.Arbitrary<Change> = fc.record({
      value: fc.constantFrom(...VALUES),
      to: fc.option(
        fc.record({
          confidence: fc.constantFrom('low' as const, 'medium' as const, 'high' as const),
          context: fc.record({ role: fc.constantFrom('source' as const, 'unknown' as const) })
        })
      )
    })
    const step = fc.record({ days: fc.nat(40), changes: fc.array(change, { maxLength: 5 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
        const table = new Table()
        const sets = new Sets()
        let since: Instant | undefined
        for (const { days, changes } of steps) {
          table.pass(days)
          for (const one of changes) table.apply(one)
          const entries = await entriesOf(table.bundle(since))
          const deleted = placesOf(entries, true)
          expect([...placesOf(entries, false)].filter((place) => deleted.has(place))).toEqual([])
          sets.load(entries)
          since = table.position
          const fresh = new Sets()
          fresh.load(await entriesOf(table.bundle(undefined)))
          expect(sets.elements).toEqual(fresh.elements)
        }
      }),
      { numRuns: 300 }
    )
  })

  it('leaves an element in the set of a URL that did not change', async () => {
    const table = new Table()
    table.apply({ value: UPPER, to: { confidence: 'high' } })
    table.apply({ value: LOWER, to: { confidence: 'low' } })
    const since = table.position
    table.apply({ value: LOWER, to: { confidence: 'medium' } })
    const deleted = placesOf(await entriesOf(table.bundle(since)), true)
    expect(deleted).toEqual(
      new Set(['http://', 'https://', ''].map((scheme) => `sigmill_url_low ${scheme}evil.example/a`))
    )
  })

  it('deletes nothing for rows that are only renewed', async () => {
    const table = new Table()
    for (const value of VALUES) table.apply({ value, to: { confidence: 'high' } })
    const since = table.position
    table.pass(31)
    const entries = await entriesOf(table.bundle(since))
    expect(entries).toEqual(await entriesOf(table.bundle(undefined)))
    expect(placesOf(entries, true)).toEqual(new Set())
  })
})
