import { INSTANTS_PER_SECOND, SECONDS_PER_DAY, type Instant } from '../../indicator/time.ts'

const FIRST_DELAY_SECONDS = 60

/**
 * When a feed is tried again after so many failed runs in a row: after one minute, then twice as long each time, and
 * not before the server wants to be asked again (`Retry-After`, in seconds); never more than a day later.
 */
export const retryAt = (now: Instant, failures: number, retryAfter = 0): Instant => {
  const delay = FIRST_DELAY_SECONDS * 2 ** Math.max(0, failures - 1)
  return now + Math.min(Math.max(delay, retryAfter), SECONDS_PER_DAY) * INSTANTS_PER_SECOND
}
