import { Problem } from '../../problem/problem.ts'
import type { StoredKey } from '../../store/key-store.ts'
import { hasScope, type Scope } from './scopes.ts'

/** Refuses a key that may not be used for something with `insufficient_scope`. */
export const requireScope = (key: Pick<StoredKey, 'scopes'>, scope: Scope): void => {
  if (hasScope(key, scope)) return
  throw new Problem('insufficient_scope', `The API key lacks the scope ${scope}.`, { details: { required: scope } })
}
