import type { Instant } from '../indicator/time.ts'

/** The time of day. */
export interface Clock {
  /** Whole microseconds since 1970, as the machine's clock has them. */
  now(): Instant
}

const MICROS_PER_MILLI = 1_000

/** How far the two clocks may part before the finer one is set anew: above jitter, below anything a person notices. */
const TOLERANCE = 10 * MICROS_PER_MILLI

/**
 * A clock of microseconds from one that knows the time in milliseconds and one that only counts, in microseconds.
 * It follows every step of the first by more than ten milliseconds.
 */
export const clockFrom = (wallMillis: () => number, countMicros: () => number): Clock => {
  let offset = Number.NaN
  return {
    now() {
      const wall = wallMillis() * MICROS_PER_MILLI
      const count = countMicros()
      if (!(Math.abs(count + offset - wall) < TOLERANCE)) offset = wall - count
      return Math.floor(count + offset)
    }
  }
}

/** The machine's clock. */
export const systemClock: Clock = clockFrom(
  () => Date.now(),
  () => performance.now() * MICROS_PER_MILLI
)

/** A clock that stands still until it is set. */
export interface SettableClock extends Clock {
  set(instant: Instant): void
}

/** A clock for whoever must decide the time: tests and replays. */
export const settableClock = (start: Instant): SettableClock => {
  let instant = start
  return {
    now: () => instant,
    set(next) {
      instant = next
    }
  }
}
