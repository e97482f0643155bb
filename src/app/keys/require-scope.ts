import { Problem } from '../../problem/problem.ts'
import type { StoredKey } from '../../store/key-store.ts'
import { restrictionOf } from './restriction-of.ts'
import { hasScope, type Scope, UNBOUNDED_SCOPES } from './scopes.ts'

/** Refuses a key that may not be used for something with `insufficient_scope`. */
export const requireScope = (key: Pick<StoredKey, 'scopes' | 'maxTlp' | 'feeds'>, scope: Scope): void => {
  const refuse = (reason: string): Problem =>
    new Problem('insufficient_scope', `The API key ${reason}.`, { details: { required: scope } })
  if (!hasScope(key, scope)) throw refuse(`lacks the scope ${scope}`)
  if (!UNBOUNDED_SCOPES.includes(scope) || restrictionOf(key) === undefined) return
  throw refuse(`is held to a TLP level or to feeds, and the scope ${scope} shows more`)
}
