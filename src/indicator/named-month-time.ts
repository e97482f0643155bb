import { secondsOf } from './calendar.ts'
import type { Seconds } from './time.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? /i
const UTC_ZONE = / (?:[+-]0000|GMT|Z)$/i
const DAY_FIRST = /^(\d{1,2})[ -]([a-z]{3,9})\.?[ -](\d{4})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?)?$/i
const MONTH_FIRST = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?)?$/i

const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1

/** Reads a time whose month has an English name: `1-Mar-2021`, `March 1, 2021`, `Mon, 1 Mar 2021 10:00:00 GMT`. UTC. */
export const readNamedMonthTime = (text: string): Seconds | undefined => {
  const bare = text.replace(WEEKDAY, '').replace(UTC_ZONE, '')
  const dayFirst = DAY_FIRST.exec(bare)
  const [, first = '', second = '', year, hour = 0, minute = 0, last = 0] = dayFirst ?? MONTH_FIRST.exec(bare) ?? []
  const [day, month] = dayFirst === null ? [second, first] : [first, second]
  return secondsOf({
    year: Number(year),
    month: monthOf(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(last)
  })
}
