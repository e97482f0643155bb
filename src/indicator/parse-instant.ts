import { readIsoTime } from './iso-time.ts'
import { INSTANTS_PER_SECOND, type Instant } from './time.ts'

/**
 * Reads the instant that a caller names: an ISO 8601 timestamp with a zone, to the microsecond, or a date, which is its
 * UTC midnight. `undefined` when it is neither. A blank can only be a `+` that was decoded as a form field.
 */
export const parseInstant = (text: string): Instant | undefined => {
  const time = readIsoTime(text.replaceAll(' ', '+'))
  return time === undefined || time.form === 'local' ? undefined : time.seconds * INSTANTS_PER_SECOND + time.micros
}
