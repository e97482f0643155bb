import { nearest } from '../indicator/nearest.ts'
import { Problem } from '../problem/problem.ts'
import type { Description } from './description.ts'

const LONGEST_SHOWN = 80

const shown = (value: unknown): string => {
  const text = JSON.stringify(value)
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}...` : text
}

const question = (hint: string | undefined): string => (hint === undefined ? '' : ` Did you mean ${hint}?`)

/** A name that is no setting. `place` is the name as given, with where it stands; `allowed` are the names there. */
export const unknownSetting = (place: string, name: string, allowed: readonly string[]): Problem => {
  const hint = nearest(name, allowed)
  return new Problem('invalid_parameter', `${place} is no setting.${question(hint)} Known: ${allowed.join(', ')}.`, {
    details: { parameter: name, allowed, ...(hint === undefined ? {} : { nearest: hint }) }
  })
}

/** The word of a value that is outside the set, and what it may have been meant to be. */
const hintFor = (value: unknown, choices: readonly string[]): string | undefined => {
  const given = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : []
  const wrong = given.map((word) => String(word).trim()).find((word) => !choices.includes(word))
  return wrong === undefined ? undefined : nearest(wrong, choices)
}

/** A value that its setting does not take. A secret is never repeated. */
export const wrongValue = (
  place: string,
  key: string,
  value: unknown,
  { must, choices = [], isSecret }: Description
): Problem => {
  const hint = hintFor(value, choices)
  const is = isSecret === true ? 'has a value that cannot be used' : `is ${shown(value)}`
  return new Problem('invalid_parameter', `${place} ${is}; it must be ${must}.${question(hint)}`, {
    details: {
      parameter: key,
      ...(choices.length === 0 ? {} : { allowed: choices }),
      ...(hint === undefined ? {} : { nearest: hint })
    }
  })
}

/** Anything else that is wrong with a setting, as a sentence that names the place. */
export const settingProblem = (key: string, message: string): Problem =>
  new Problem('invalid_parameter', message, { details: { parameter: key } })
