import { INCLUDED_SCOPES, READ_SCOPE, type Scope, SCOPES } from '../../api/scopes.ts'
import type { StoredKey } from '../../store/key-store.ts'

export { READ_SCOPE, type Scope, SCOPES }

/** Scopes that no key can give to another: they come from the machine itself. */
export const COMMAND_LINE_SCOPES: readonly Scope[] = ['keys:admin', 'guard:admin']

/** Scopes that know no bounds of what may be seen, so that no restricted key may use them. */
export const UNBOUNDED_SCOPES: readonly Scope[] = ['feeds:admin', 'guard:admin', 'metrics:read']

/** Tells a scope from any other text. */
export const isScope = (text: string): text is Scope => Object.hasOwn(SCOPES, text)

/** Whether a key may be used for something. */
export const hasScope = ({ scopes }: Pick<StoredKey, 'scopes'>, wanted: Scope): boolean =>
  scopes.some((scope) => scope === wanted || (isScope(scope) && INCLUDED_SCOPES[scope]?.includes(wanted) === true))
