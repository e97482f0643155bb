import type { Seconds } from './time.ts'

/** A date and time of day, UTC. */
export interface CalendarTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** The first second that is no longer read: no feed speaks of the year 2201. */
const END_OF_TIME: Seconds = Date.UTC(2201, 0, 1) / 1000

/** Whether a number of seconds lies in the years 1970 to 2200. */
export const isInTime = (seconds: number): boolean => seconds >= 0 && seconds < END_OF_TIME

/** Seconds of a date and time of day; `undefined` when the calendar or the clock does not have it. */
export const secondsOf = ({ year, month, day, hour, minute, second }: CalendarTime): Seconds | undefined => {
  if (hour > 23 || minute > 59 || second > 59) return undefined
  const date = new Date(Date.UTC(year, month - 1, day))
  if (year < 1000 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  return date.getTime() / 1000 + hour * 3600 + minute * 60 + second
}
