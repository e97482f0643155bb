import { parseTime } from '../indicator/parse-time.ts'
import type { Seconds } from '../indicator/time.ts'

/** The time that a field of a record states; `undefined` where it is missing or cannot be read. */
export const parseTimeText = (text: string | undefined): Seconds | undefined =>
  text === undefined ? undefined : parseTime(text)
