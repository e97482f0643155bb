import { dayOfInstant, SECONDS_PER_DAY, type Day, type Instant, type Seconds } from '../indicator/time.ts'

/** A row that nobody renews goes out of force between one and two of these after it was last written. */
const DAYS_OF_A_TERM = 30

/** How many whole terms have passed on a day since a change. */
const termsSince = (changed: Instant, day: Day): number => {
  const passed = Math.floor((day - dayOfInstant(changed)) / DAYS_OF_A_TERM)
  // A store whose clock ran ahead holds changes of tomorrow.
  return Math.max(passed, 0)
}

/**
 * Until when a row holds that is written on a day: 30 to 60 days on, so that a table that nobody keeps any more empties
 * itself. It is no part of the indicator's ageing, and depends on nothing but the two days, so that two bundles of one
 * day say the same.
 */
export const validUntil = (changed: Instant, written: Day): Seconds =>
  (dayOfInstant(changed) + (termsSince(changed, written) + 2) * DAYS_OF_A_TERM) * SECONDS_PER_DAY

/** Whether a row that was written on the day `since` has to be written again on the day `until` to stay in force. */
export const isRenewed = (changed: Instant, since: Day, until: Day): boolean =>
  termsSince(changed, since) !== termsSince(changed, until)
