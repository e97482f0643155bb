import { stringCheck } from '../item-check.ts'

/** What Python's `int` reads, white space but the blank included. */
const NUMBER = /^[\t\n\v\f\r]*[+-]?\p{Nd}+(?:_\p{Nd}+)*[\t\n\v\f\r]*$/u

/** A number is written as one. pySigma's `number_as_string`. */
export const numberAsString = stringCheck(
  'number-as-string',
  'low',
  ([part, ...more]) => more.length === 0 && typeof part === 'string' && NUMBER.test(part),
  'it is a number in quotes; take the quotes away'
)
