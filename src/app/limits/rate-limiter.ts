import type { Instant } from '../../indicator/time.ts'
import type { CounterStore, KeyCounts } from '../../store/counter-store.ts'
import { KeyWindows } from './key-windows.ts'
import { figuresOf, isUsedUp, tighterFigures, type RateFigures, type RateLimits } from './rate-figures.ts'

/** The answer for one request. */
export interface RateVerdict extends RateFigures {
  readonly allowed: boolean
  /** Requests of the last minute and day with this one, also those that other processes let in. */
  readonly used: { readonly minute: number; readonly day: number }
}

/** Both windows of a key. */
export interface RateStanding {
  readonly minute: RateFigures
  readonly day: RateFigures
}

/**
 * Counts requests per key. What other processes on the store have counted is read when a key comes for the first time,
 * and again with every batch that is written.
 */
export class RateLimiter {
  readonly #store: Pick<CounterStore, 'requestsOf'>
  readonly #windows = new Map<string, KeyWindows>()
  readonly #changed = new Set<string>()

  constructor(store: Pick<CounterStore, 'requestsOf'>) {
    this.#store = store
  }

  /** Counts a request of a key if both of its windows have room. */
  async take(keyId: string, limits: RateLimits, now: Instant): Promise<RateVerdict> {
    const windows = this.#windows.get(keyId) ?? (await this.#begin(keyId, now))
    const { minute, day } = windows.allowances(limits, now)
    const allowed = !isUsedUp(minute) && !isUsedUp(day)
    if (allowed) {
      windows.count()
      this.#changed.add(keyId)
    }
    const used = { minute: minute.window.used, day: day.window.used }
    return { allowed, used, ...tighterFigures(minute, day) }
  }

  /** Takes the last request of a key back, as if it had never come. */
  async giveBack(keyId: string, limits: RateLimits, now: Instant): Promise<RateFigures> {
    const windows = await this.#windowsOf(keyId, now)
    windows.uncount()
    this.#changed.add(keyId)
    const { minute, day } = windows.allowances(limits, now)
    return tighterFigures(minute, day)
  }

  /** What is left of both windows, without counting. */
  async peek(keyId: string, limits: RateLimits, now: Instant): Promise<RateStanding> {
    const { minute, day } = (await this.#windowsOf(keyId, now)).allowances(limits, now)
    return { minute: figuresOf(minute), day: figuresOf(day) }
  }

  /** What was counted since it was last handed over, of the keys that have anything. */
  handOver(): readonly KeyCounts[] {
    const changed = [...this.#changed]
    this.#changed.clear()
    return changed.map((keyId) => this.#known(keyId).handOver(keyId))
  }

  /** Keeps what was handed over for the next time, because it could not be written. */
  keep(counts: readonly KeyCounts[]): void {
    for (const { keyId } of counts) this.#changed.add(keyId)
  }

  /** Takes what is kept of keys whose counts were handed over; keys that were not used for a day are forgotten. */
  takeOver(kept: readonly KeyCounts[], now: Instant): void {
    for (const counts of kept) this.#known(counts.keyId).takeOver(counts, now)
    for (const [keyId, windows] of this.#windows) {
      windows.day.advance(now)
      if (windows.day.used === 0 && !this.#changed.has(keyId)) this.#windows.delete(keyId)
    }
  }

  #known(keyId: string): KeyWindows {
    const known = this.#windows.get(keyId)
    if (known !== undefined) return known
    const fresh = new KeyWindows()
    this.#windows.set(keyId, fresh)
    return fresh
  }

  async #windowsOf(keyId: string, now: Instant): Promise<KeyWindows> {
    return this.#windows.get(keyId) ?? this.#begin(keyId, now)
  }

  async #begin(keyId: string, now: Instant): Promise<KeyWindows> {
    const counts = await this.#store.requestsOf(keyId)
    const isFirst = !this.#windows.has(keyId)
    const windows = this.#known(keyId)
    if (isFirst) windows.takeOver(counts, now)
    return windows
  }
}
