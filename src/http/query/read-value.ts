import type { z } from 'zod'
import type { Parameter } from '../../api/parameter.ts'
import { invalidParameter } from '../../app/invalid-parameter.ts'
import { nearest } from '../../indicator/nearest.ts'
import type { Parameters } from '../operation.ts'

// Values of parameters: their bounds and sets are those of the schemas that are published.

const WHOLE = /^[0-9]{1,15}$/

/** Beyond what counts exactly there is no bound to tell. */
const rangeOf = (least: number, most: number): string =>
  most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `${least} to ${most}`

/** A whole number; `remedy` says what to do beyond the upper bound, which may be lower than that of the schema. */
export const readWhole = (
  { name, schema }: Parameter<z.ZodInt>,
  text: string,
  remedy: string,
  most: number = schema.maxValue ?? Number.MAX_SAFE_INTEGER
): number => {
  const least = schema.minValue ?? 0
  const allowed = [rangeOf(least, most)]
  if (!WHOLE.test(text)) throw invalidParameter(name, text, { reason: 'it is not a whole number', allowed })
  const number = Number(text)
  if (number < least) throw invalidParameter(name, text, { reason: 'it is too small', allowed })
  if (number > most) throw invalidParameter(name, text, { reason: `it is too large; ${remedy}`, allowed })
  return number
}

/** A switch that is either left out or has its one value. */
export const readSwitch = ({ name, schema }: Parameter<z.ZodLiteral<string>>, parameters: Parameters): boolean => {
  const text = parameters.get(name)
  if (text === undefined || text === schema.value) return text !== undefined
  throw invalidParameter(name, text, {
    reason: `it is a switch; give ${schema.value} or leave it out`,
    allowed: [schema.value]
  })
}

/** One word of a set, with the end of a sentence for others. */
export const readWord = <Word extends string>(
  { name, schema }: Parameter<z.ZodEnum<Readonly<Record<Word, Word>>>>,
  text: string,
  reason: string
): Word => {
  const words = schema.options
  const word = words.find((known) => known === text)
  if (word !== undefined) return word
  throw invalidParameter(name, text, { reason, allowed: words, nearest: nearest(text, words) })
}
