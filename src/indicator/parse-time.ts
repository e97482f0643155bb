import { isInTime, secondsOf } from './calendar.ts'
import { readIsoTime } from './iso-time.ts'
import { readNamedMonthTime } from './named-month-time.ts'
import type { Seconds } from './time.ts'

const LONGEST = 64
const UTC_SUFFIX = / ?(?:UTC|\(UTC\))$/i
const EPOCH_SECONDS = /^[0-9]{9,10}$/
const EPOCH_MILLISECONDS = /^[0-9]{13}$/
/** Three numbers that make a date, and maybe hour, minute, second and half of the day. */
const NUMBERS = /^(\d{1,4})([./])(\d{1,2})\2(\d{1,4})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([AP]M))?)?$/i
const COMPACT_DATE = /^(\d{4})(\d{2})(\d{2})$/

const readEpoch = (text: string): Seconds | undefined => {
  if (EPOCH_SECONDS.test(text)) return Number(text)
  return EPOCH_MILLISECONDS.test(text) ? Math.floor(Number(text) / 1000) : undefined
}

/** The hour of a 24-hour clock; out of range when a 12-hour clock does not show it. */
const hourOf = (hour: number, half: string): number => {
  if (half === '') return hour
  if (hour < 1 || hour > 12) return Number.POSITIVE_INFINITY
  return (hour % 12) + (half.toUpperCase() === 'PM' ? 12 : 0)
}

type WrittenDate = readonly [year: string, month: string, day: string]

/** `2026/5/17`, `17.5.2026` as in most of Europe, `5/17/2026` as in the United States. */
const orderOf = (first: string, mark: string, second: string, third: string): WrittenDate => {
  if (first.length > 2) return [first, second, third]
  return mark === '.' ? [third, second, first] : [third, first, second]
}

/** The year of `2/10/17`, which Excel shows. */
const yearOf = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text))

const readNumbers = (text: string): Seconds | undefined => {
  const match = NUMBERS.exec(text)
  if (match === null) return undefined
  const [, first = '', mark = '', second = '', third = '', hour = 0, minute = 0, last = 0, half = ''] = match
  const [year, month, day] = orderOf(first, mark, second, third)
  return secondsOf({
    year: yearOf(year),
    month: Number(month),
    day: Number(day),
    hour: hourOf(Number(hour), half),
    minute: Number(minute),
    second: Number(last)
  })
}

const readCompactDate = (text: string): Seconds | undefined => {
  const [, year, month, day] = COMPACT_DATE.exec(text) ?? []
  return secondsOf({ year: Number(year), month: Number(month), day: Number(day), hour: 0, minute: 0, second: 0 })
}

const readOtherTime = (text: string): Seconds | undefined =>
  readNumbers(text) ?? readCompactDate(text) ?? readNamedMonthTime(text)

/**
 * Reads a time as feeds write it: ISO 8601 with or without zone, `2026-05-17 10:00:00 UTC`, a date, `5/17/2026 1:00 PM`,
 * `5/17/26`, `17.5.2026`, `2026/5/17`, `20260517`, `17 May 2026`, seconds or milliseconds since 1970. Without a zone it
 * is UTC. `undefined` when it is none of these, impossible, or outside the years 1970 to 2200.
 */
export const parseTime = (text: string): Seconds | undefined => {
  const trimmed = text.trim()
  if (trimmed.length > LONGEST) return undefined
  const time = trimmed.replace(UTC_SUFFIX, '')
  const seconds = readEpoch(time) ?? readIsoTime(time)?.seconds ?? readOtherTime(time)
  return seconds !== undefined && isInTime(seconds) ? seconds : undefined
}
