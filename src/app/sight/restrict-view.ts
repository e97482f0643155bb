import type { Indicator } from '../../indicator/indicator.ts'
import type { Instant } from '../../indicator/time.ts'
import type {
  Change,
  ChangeKey,
  ChangeRange,
  History,
  IdRange,
  IndicatorFilter,
  IndicatorWithSources,
  NaturalKey,
  ReadView,
  StoredIndicator,
  StoreView,
  Version
} from '../../store/indicator-store.ts'
import { arrivals } from './arrivals.ts'
import { departures } from './departures.ts'
import { fillPage } from './fill-page.ts'
import { inIdOrderAbove } from './in-id-order-above.ts'
import type { Restriction } from './restriction.ts'
import { seenIndicator } from './seen-indicator.ts'
import { seenStored } from './seen-stored.ts'
import { isInRange, passes, widened } from './seen-filter.ts'

type Kinds = IndicatorFilter['kinds']

/** Keys to count at once. */
const KEYS_AT_ONCE = 2_000

/**
 * A view through which somebody sees what allowed sources say, and nothing else: each indicator as they alone say it, and none that has
 * none of them. Positions, and whether a value gives a rule, are those of the store.
 */
class RestrictedView implements ReadView {
  readonly #view: StoreView
  readonly #restriction: Restriction
  /** What keys that were given out stand for, for as long as somebody has them. */
  readonly #keyed = new WeakMap<ChangeKey, IndicatorWithSources>()

  constructor(view: StoreView, restriction: Restriction) {
    this.#view = view
    this.#restriction = restriction
  }

  get state(): ReadView['state'] {
    return this.#view.state
  }

  changeKeys(range: ChangeRange, limit: number, behind?: Instant): Promise<readonly ChangeKey[]> {
    const wide = { ...range, filter: widened(range.filter) }
    return fillPage(limit, {
      read: async (last: ChangeKey | undefined, size) => this.#view.changeKeys(wide, size, last?.changed ?? behind),
      see: async (keys) => {
        await this.#seeKeys(keys)
        return keys.filter((key) => {
          const seen = this.#keyed.get(key)
          return seen !== undefined && isInRange(seen.indicator, range)
        })
      }
    })
  }

  async count(range: ChangeRange, limit: number): Promise<number> {
    let count = 0
    let behind: Instant | undefined
    for (;;) {
      const size = Math.min(limit - count, KEYS_AT_ONCE)
      const keys = await this.changeKeys(range, size, behind)
      count += keys.length
      if (keys.length < size || count >= limit) return count
      behind = keys.at(-1)?.changed
    }
  }

  async indicators(keys: readonly ChangeKey[]): Promise<readonly Indicator[]> {
    return (await this.withSources(keys)).map(({ indicator }) => indicator)
  }

  async withSources(keys: readonly ChangeKey[]): Promise<readonly IndicatorWithSources[]> {
    await this.#seeKeys(keys.filter((key) => !this.#keyed.has(key)))
    return keys.flatMap((key) => this.#keyed.get(key) ?? [])
  }

  inNaturalOrder(
    filter: IndicatorFilter,
    since: Instant | undefined,
    from: NaturalKey | undefined,
    limit: number
  ): Promise<readonly Indicator[]> {
    return fillPage(limit, {
      read: async (last: Indicator | undefined, size) =>
        this.#view.inNaturalOrder(widened(filter), since, last ?? from, size),
      see: async (page) => this.#passing(page, filter)
    })
  }

  inIdOrder(range: IdRange, behind: string | undefined, limit: number): Promise<readonly Indicator[]> {
    const filter = { ...range, confidences: [range.confidence] }
    return fillPage(limit, {
      read: async (last: Indicator | undefined, size) => inIdOrderAbove(this.#view, range, last?.id ?? behind, size),
      see: async (page) => this.#passing(page, filter)
    })
  }

  async find(key: NaturalKey): Promise<StoredIndicator | undefined> {
    return seenStored(this.#view, await this.#view.find(key), this.#restriction)
  }

  async findById(id: string): Promise<StoredIndicator | undefined> {
    return seenStored(this.#view, await this.#view.findById(id), this.#restriction)
  }

  async changes(kinds: Kinds, after: Instant, limit: number): Promise<readonly Change[]> {
    const puts = await fillPage(limit, {
      read: async (last: Change | undefined, size) => this.#view.changes(kinds, last?.indicator.changed ?? after, size),
      see: async (page) => arrivals(this.#view, page, this.#restriction)
    })
    const left = await fillPage(limit, {
      read: async (last: Version | undefined, size) => this.#view.versions(kinds, last?.superseded ?? after, size),
      see: async (page) => departures(this.#view, page, this.#restriction)
    })
    return [...puts, ...left].sort((a, b) => a.indicator.changed - b.indicator.changed).slice(0, limit)
  }

  versions(kinds: Kinds, after: Instant, limit: number): Promise<readonly Version[]> {
    return fillPage(limit, {
      read: async (last: Version | undefined, size) => this.#view.versions(kinds, last?.superseded ?? after, size),
      see: async (page) => {
        const seen = await this.#see(page.map(({ indicator }) => indicator))
        return page.flatMap(({ superseded }, index) => {
          const indicator = seen[index]?.indicator
          return indicator === undefined ? [] : [{ indicator, superseded }]
        })
      }
    })
  }

  /** What went is told by its versions, and kept no longer than they are. */
  async history(): Promise<History> {
    const { versionsFrom, removalsFrom } = await this.#view.history()
    return { versionsFrom, removalsFrom: Math.max(versionsFrom, removalsFrom) }
  }

  async lastChange(upTo: Instant): Promise<Instant> {
    return this.#view.lastChange(upTo)
  }

  async close(): Promise<void> {
    await this.#view.close()
  }

  async #seeKeys(keys: readonly ChangeKey[]): Promise<void> {
    for (const [index, { indicator, sources }] of (await this.#view.withSources(keys)).entries()) {
      const key = keys[index]
      const seen = seenIndicator(indicator, sources, this.#restriction)
      if (key !== undefined && seen !== undefined) this.#keyed.set(key, seen)
    }
  }

  async #see(indicators: readonly Indicator[]): Promise<readonly (IndicatorWithSources | undefined)[]> {
    const said = await this.#view.statements(indicators)
    return indicators.map((indicator, index) => seenIndicator(indicator, said[index] ?? [], this.#restriction))
  }

  async #passing(page: readonly Indicator[], filter: IndicatorFilter | IdFilter): Promise<readonly Indicator[]> {
    const seen = await this.#see(page)
    return seen.flatMap((one) => (one !== undefined && passes(one.indicator, filter) ? [one.indicator] : []))
  }
}

type IdFilter = Parameters<typeof passes>[1]

/** What somebody sees of a view who may see only some of it. The restricted view closes the other one with itself. */
export const restrictView = (view: StoreView, restriction: Restriction): ReadView =>
  new RestrictedView(view, restriction)
