import { isInTime, secondsOf } from './calendar.ts'
import { readIsoTime } from './iso-time.ts'
import type { Seconds } from './time.ts'

const LONGEST = 64
const UTC_SUFFIX = / ?(?:UTC|\(UTC\))$/i
const EPOCH_SECONDS = /^[0-9]{9,10}$/
const EPOCH_MILLISECONDS = /^[0-9]{13}$/
/** Month, day, year, and maybe hour, minute, second and half of the day. */
const US_TIME = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([AP]M))?)?$/i

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

const readUsTime = (text: string): Seconds | undefined => {
  const match = US_TIME.exec(text)
  if (match === null) return undefined
  const [, month, day, year, hour = 0, minute = 0, second = 0, half = ''] = match
  return secondsOf({
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: hourOf(Number(hour), half),
    minute: Number(minute),
    second: Number(second)
  })
}

/**
 * Reads a time as feeds write it: ISO 8601 with or without zone, `2026-05-17 10:00:00 UTC`, a date, `5/17/2026 1:00 PM`,
 * seconds or milliseconds since 1970. Without a zone it is UTC. `undefined` when it is none of these, impossible, or
 * outside the years 1970 to 2200.
 */
export const parseTime = (text: string): Seconds | undefined => {
  const trimmed = text.trim()
  if (trimmed.length > LONGEST) return undefined
  const time = trimmed.replace(UTC_SUFFIX, '')
  const seconds = readEpoch(time) ?? readIsoTime(time)?.seconds ?? readUsTime(time)
  return seconds !== undefined && isInTime(seconds) ? seconds : undefined
}
