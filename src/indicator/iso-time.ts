import { isInTime, secondsOf } from './calendar.ts'
import type { Seconds } from './time.ts'

/** What an ISO 8601 text says. */
export interface IsoTime {
  /** UTC; of a text without zone, as if it were. */
  readonly seconds: Seconds
  /** The fraction of the last second, further digits cut off. */
  readonly micros: number
  readonly form: 'date' | 'local' | 'zoned'
}

/** Date, time of day, fraction, zone. Every step is decided by the next character. */
const ISO_TIME =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(?: ?([Zz]|[+-]\d{2}(?::?\d{2})?))?)?$/

/** The offset of `+02:00`, `-0530` or `+02` in seconds; `undefined` where no clock shows it. */
const readOffset = (zone: string): Seconds | undefined => {
  if (zone === '' || zone === 'Z' || zone === 'z') return 0
  const hours = Number(zone.slice(1, 3))
  const minutes = Number(zone.slice(-2)) * (zone.length > 3 ? 1 : 0)
  if (hours > 23 || minutes > 59) return undefined
  return (zone.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60)
}

/** Reads an ISO 8601 date or time in extended format; `undefined` when it is none, or impossible. */
export const readIsoTime = (text: string): IsoTime | undefined => {
  const match = ISO_TIME.exec(text)
  if (match === null) return undefined
  const [, year, month, day, hour, minute = 0, second = 0, fraction = '', zone = ''] = match
  const local = secondsOf({
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? 0),
    minute: Number(minute),
    second: Number(second)
  })
  const offset = readOffset(zone)
  if (local === undefined || offset === undefined || !isInTime(local - offset)) return undefined
  const micros = Number(fraction.slice(0, 6).padEnd(6, '0'))
  return { seconds: local - offset, micros, form: hour === undefined ? 'date' : zone === '' ? 'local' : 'zoned' }
}
