import { parseTime } from '../indicator/parse-time.ts'
import { type Day, dayOfSeconds } from '../indicator/time.ts'
import { invalidParameter } from './invalid-parameter.ts'

const A_DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/

/** Reads a day that a person gave under a name. Throws `invalid_parameter`. */
export const requireDay = (name: string, text: string): Day => {
  const seconds = A_DAY.test(text) ? parseTime(text) : undefined
  if (seconds === undefined) throw invalidParameter(name, text, { reason: 'it is no day such as 2027-03-31' })
  return dayOfSeconds(seconds)
}
