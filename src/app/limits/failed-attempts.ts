import { INSTANTS_PER_SECOND, type Instant } from '../../indicator/time.ts'

const WINDOW: Instant = 60 * INSTANTS_PER_SECOND

/** Origins remembered at once; the one that began to fail first is forgotten for the next. */
const MOST_ORIGINS = 10_000

interface Attempts {
  from: Instant
  count: number
}

/**
 * Counts requests with wrong keys by where they come from. An origin that sent as many as are allowed within a minute is
 * held off until that minute is over. What is remembered is bounded, whatever comes.
 */
export class FailedAttempts {
  readonly #most: number
  readonly #origins = new Map<string, Attempts>()

  constructor(most: number) {
    this.#most = most
  }

  /** How many origins are remembered. */
  get origins(): number {
    return this.#origins.size
  }

  /** How many seconds an origin has to wait; `undefined` when it may try. */
  waitOf(origin: string, now: Instant): number | undefined {
    const attempts = this.#current(origin, now)
    if (attempts === undefined || attempts.count < this.#most) return undefined
    return Math.max(1, Math.ceil((attempts.from + WINDOW - now) / INSTANTS_PER_SECOND))
  }

  /** Counts a wrong key; says whether the origin is held off from this one on. */
  fail(origin: string, now: Instant): boolean {
    const attempts = this.#current(origin, now) ?? this.#begin(origin, now)
    attempts.count += 1
    return attempts.count === this.#most
  }

  #current(origin: string, now: Instant): Attempts | undefined {
    const attempts = this.#origins.get(origin)
    if (attempts === undefined) return undefined
    // A clock that steps back holds nobody off for longer.
    attempts.from = Math.min(attempts.from, now)
    if (now - attempts.from < WINDOW) return attempts
    this.#origins.delete(origin)
    return undefined
  }

  #begin(origin: string, now: Instant): Attempts {
    const [first] = this.#origins.keys()
    if (this.#origins.size >= MOST_ORIGINS && first !== undefined) this.#origins.delete(first)
    const attempts = { from: now, count: 0 }
    this.#origins.set(origin, attempts)
    return attempts
  }
}
