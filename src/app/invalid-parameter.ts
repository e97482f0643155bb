import { printable } from '../problem/printable.ts'
import { Problem } from '../problem/problem.ts'

/** What is wrong with a value and what would be right. */
export interface Correction {
  readonly reason: string
  readonly allowed?: readonly string[]
  readonly nearest?: string | undefined
}

/** A refusal of one parameter: which, why, what is allowed, and the nearest valid spelling. */
export const invalidParameter = (parameter: string, value: string | undefined, correction: Correction): Problem => {
  const given = value === undefined ? '' : ` ${printable(value)}`
  const allowed = correction.allowed === undefined ? '' : ` Allowed: ${correction.allowed.join(', ')}.`
  const hint = correction.nearest === undefined ? '' : ` Did you mean "${correction.nearest}"?`
  return new Problem('invalid_parameter', `${parameter}${given}: ${correction.reason}.${hint}${allowed}`, {
    details: {
      parameter,
      reason: correction.reason,
      ...(correction.allowed === undefined ? {} : { allowed: correction.allowed }),
      ...(correction.nearest === undefined ? {} : { nearest: correction.nearest })
    }
  })
}
