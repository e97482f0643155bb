import type { Reading } from '../api/reading.ts'
import { nearest } from '../indicator/nearest.ts'
import { invalidParameter } from './invalid-parameter.ts'

/** Reads a text that somebody gave under a name. Throws `invalid_parameter`. */
export const readAs = <Value>(
  { read, reason, words, examples }: Reading<Value>,
  text: string,
  parameter: string
): Value => {
  const value = read(text)
  if (value !== undefined) return value
  const allowed = words ?? examples
  throw invalidParameter(parameter, text, {
    reason,
    ...(allowed === undefined ? {} : { allowed }),
    nearest: words === undefined ? undefined : nearest(text, words)
  })
}
