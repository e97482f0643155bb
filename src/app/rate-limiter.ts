import { INSTANTS_PER_SECOND, type Instant } from '../indicator/time.ts'

/** How many requests a key may make. */
export interface RateLimits {
  readonly perMinute: number
  readonly perDay: number
}

/** The figures of the window of which the smaller share is left. */
export interface RateFigures {
  readonly limit: number
  readonly remaining: number
  /** Unix seconds: when the next request passes if nothing remains, else when the oldest used bucket leaves. */
  readonly reset: number
}

/** The answer for one request. */
export interface RateVerdict extends RateFigures {
  readonly allowed: boolean
}

const BUCKETS = 60
const MINUTE_BUCKET = 1 * INSTANTS_PER_SECOND
const DAY_BUCKET = 24 * 60 * INSTANTS_PER_SECOND

/** Where a bucket is counted; those before 1970 are the empty ones of a new window. */
const slotOf = (bucket: number): number => ((bucket % BUCKETS) + BUCKETS) % BUCKETS

/** A rolling window of 60 buckets, of which the oldest counts whole. */
class RollingWindow {
  readonly #width: number
  readonly #counts = Array.from({ length: BUCKETS }, () => 0)
  #newest = 0
  #sum = 0

  constructor(width: number) {
    this.#width = width
  }

  /**
   * Lets buckets leave that the window has passed. A clock that steps back frees nothing: within the window counts stay
   * where they are, and further back all of them count as of this moment.
   */
  advance(now: Instant): void {
    const bucket = Math.floor(now / this.#width)
    if (this.#newest - bucket >= BUCKETS) {
      this.#counts.fill(0)
      this.#counts[slotOf(bucket)] = this.#sum
      this.#newest = bucket
    }
    if (bucket - this.#newest >= BUCKETS) {
      this.#counts.fill(0)
      this.#sum = 0
      this.#newest = bucket
    }
    while (this.#newest < bucket) {
      this.#newest++
      const slot = slotOf(this.#newest)
      this.#sum -= this.#counts[slot] ?? 0
      this.#counts[slot] = 0
    }
  }

  get used(): number {
    return this.#sum
  }

  count(): void {
    const slot = slotOf(this.#newest)
    this.#counts[slot] = (this.#counts[slot] ?? 0) + 1
    this.#sum++
  }

  /** Takes the youngest count back. */
  uncount(): void {
    for (let age = 0; age < BUCKETS; age++) {
      const slot = slotOf(this.#newest - age)
      const count = this.#counts[slot] ?? 0
      if (count === 0) continue
      this.#counts[slot] = count - 1
      this.#sum--
      return
    }
  }

  /** When enough buckets have left for `most` to be under way again, in Unix seconds. */
  freeAt(most: number): number {
    let left = this.#sum
    for (let age = BUCKETS - 1; age >= 0; age--) {
      const bucket = this.#newest - age
      const count = this.#counts[slotOf(bucket)] ?? 0
      if (count === 0) continue
      left -= count
      if (left <= most) return Math.ceil(((bucket + BUCKETS) * this.#width) / INSTANTS_PER_SECOND)
    }
    return Math.ceil(((this.#newest + 1) * this.#width) / INSTANTS_PER_SECOND)
  }
}

interface KeyWindows {
  readonly minute: RollingWindow
  readonly day: RollingWindow
}

/** A window of a key with its limit. */
interface Allowance {
  readonly window: RollingWindow
  readonly limit: number
}

const isUsedUp = ({ window, limit }: Allowance): boolean => window.used >= limit

const shareLeft = ({ window, limit }: Allowance): number => (limit - window.used) / Math.max(limit, 1)

const resetOf = (allowance: Allowance): number =>
  allowance.window.freeAt((isUsedUp(allowance) ? allowance.limit : allowance.window.used) - 1)

/** The window that decides what a client is told: the one that stays used up longest, else the one with less left. */
const tighterOf = (minute: Allowance, day: Allowance): Allowance => {
  if (isUsedUp(minute) && isUsedUp(day)) return resetOf(day) > resetOf(minute) ? day : minute
  return shareLeft(day) < shareLeft(minute) ? day : minute
}

const figuresOf = (minute: Allowance, day: Allowance): RateFigures => {
  const tighter = tighterOf(minute, day)
  const remaining = Math.max(0, tighter.limit - tighter.window.used)
  return { limit: tighter.limit, remaining, reset: resetOf(tighter) }
}

/** Counts requests per key, in memory. */
export class RateLimiter {
  readonly #windows = new Map<string, KeyWindows>()

  /** Counts a request of a key if both of its windows have room. */
  take(keyId: string, limits: RateLimits, now: Instant): RateVerdict {
    const { minute, day } = this.#allowancesOf(keyId, limits)
    minute.window.advance(now)
    day.window.advance(now)
    const allowed = !isUsedUp(minute) && !isUsedUp(day)
    if (allowed) {
      minute.window.count()
      day.window.count()
    }
    return { allowed, ...figuresOf(minute, day) }
  }

  /** Takes the last request of a key back, as if it had never come. */
  giveBack(keyId: string, limits: RateLimits): RateFigures {
    const { minute, day } = this.#allowancesOf(keyId, limits)
    minute.window.uncount()
    day.window.uncount()
    return figuresOf(minute, day)
  }

  #allowancesOf(keyId: string, { perMinute, perDay }: RateLimits): { minute: Allowance; day: Allowance } {
    const { minute, day } = this.#windowsOf(keyId)
    return { minute: { window: minute, limit: perMinute }, day: { window: day, limit: perDay } }
  }

  #windowsOf(keyId: string): KeyWindows {
    const known = this.#windows.get(keyId)
    if (known !== undefined) return known
    const fresh = { minute: new RollingWindow(MINUTE_BUCKET), day: new RollingWindow(DAY_BUCKET) }
    this.#windows.set(keyId, fresh)
    return fresh
  }
}
