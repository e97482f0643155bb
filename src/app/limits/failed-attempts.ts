import { INSTANTS_PER_SECOND, type Instant } from '../../indicator/time.ts'

const WINDOW: Instant = 60 * INSTANTS_PER_SECOND

/** Origins remembered at once; the one that began to fail first is forgotten for the next. */
const MOST_ORIGINS = 10_000

/** Wrong keys of all origins within a minute, from which on each of them may send one. */
const FLOOD = 1_000

interface Attempts {
  from: Instant
  count: number
}

interface OriginAttempts extends Attempts {
  isHeldOff: boolean
}

/** Whether their minute is not over. A clock that steps back makes it no longer. */
const isWithin = (attempts: Attempts, now: Instant): boolean => {
  attempts.from = Math.min(attempts.from, now)
  return now - attempts.from < WINDOW
}

/**
 * Counts requests with wrong keys by where they come from. An origin that sent as many as are allowed within a minute is
 * held off until that minute is over; in a flood from many origins, an origin that sent one. What is remembered is
 * bounded, whatever comes.
 */
export class FailedAttempts {
  readonly #most: number
  readonly #origins = new Map<string, OriginAttempts>()
  #altogether: Attempts = { from: 0, count: 0 }

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
    if (attempts?.isHeldOff !== true) return undefined
    return Math.max(1, Math.ceil((attempts.from + WINDOW - now) / INSTANTS_PER_SECOND))
  }

  /** Counts a wrong key; says whether the origin is held off from this one on. */
  fail(origin: string, now: Instant): boolean {
    const allowed = this.#countAltogether(now) > Math.max(FLOOD, this.#most) ? 1 : this.#most
    const attempts = this.#current(origin, now) ?? this.#begin(origin, now)
    attempts.count += 1
    if (attempts.isHeldOff || attempts.count < allowed) return false
    attempts.isHeldOff = true
    return true
  }

  #countAltogether(now: Instant): number {
    if (!isWithin(this.#altogether, now)) this.#altogether = { from: now, count: 0 }
    this.#altogether.count += 1
    return this.#altogether.count
  }

  #current(origin: string, now: Instant): OriginAttempts | undefined {
    const attempts = this.#origins.get(origin)
    if (attempts === undefined || isWithin(attempts, now)) return attempts
    this.#origins.delete(origin)
    return undefined
  }

  #begin(origin: string, now: Instant): OriginAttempts {
    const [first] = this.#origins.keys()
    if (this.#origins.size >= MOST_ORIGINS && first !== undefined) this.#origins.delete(first)
    const attempts = { from: now, count: 0, isHeldOff: false }
    this.#origins.set(origin, attempts)
    return attempts
  }
}
