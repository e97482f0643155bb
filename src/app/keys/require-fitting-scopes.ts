import { invalidParameter } from '../invalid-parameter.ts'
import type { KeyPart, KeyTerms } from './key-terms.ts'
import { restrictionOf } from './restriction-of.ts'
import { UNBOUNDED_SCOPES } from './scopes.ts'

/** Refuses a key that is held to a TLP level or feeds and has a scope that shows all of them. Throws `invalid_parameter`. */
export const requireFittingScopes = (terms: KeyTerms, nameOf: (part: KeyPart) => string): void => {
  const unbounded = terms.scopes.find((scope) => UNBOUNDED_SCOPES.includes(scope))
  if (unbounded === undefined || restrictionOf(terms) === undefined) return
  throw invalidParameter(nameOf('scopes'), unbounded, {
    reason: 'it shows all feeds at every level, and the key is held to some; make another key for it'
  })
}
