import { nearest } from '../indicator/nearest.ts'
import { Problem, type ProblemCode } from '../problem/problem.ts'
import { present } from './present.ts'

/** The refusal of a word that a caller gave and that is none of the allowed ones: names the nearest, and all of them. */
export const unknownWord = (
  parameter: string,
  what: string,
  word: string,
  allowed: readonly string[],
  code: ProblemCode = 'invalid_parameter'
): Problem => {
  const near = nearest(word, allowed)
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`
  return new Problem(code, `${parameter}: ${what}.${hint} Known: ${allowed.join(', ')}.`, {
    details: present({ parameter, nearest: near, allowed })
  })
}
