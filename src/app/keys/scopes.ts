import { type Scope, SCOPE_NAMES, SCOPES } from '../../api/scopes.ts'
import type { StoredKey } from '../../store/key-store.ts'

export { type Scope, SCOPE_NAMES, SCOPES }

/** The scope of keys that name none: reading indicators and rules. */
export const READ_SCOPE = 'read:iocs' satisfies Scope

/** Scopes that no key can give to another: they come from the machine itself. */
export const COMMAND_LINE_SCOPES: readonly Scope[] = ['keys:admin', 'guard:admin']

/** What a scope includes besides itself. */
const INCLUDED: Readonly<Partial<Record<Scope, readonly Scope[]>>> = { 'keys:admin': ['keys:self'] }

/** Tells a scope from any other text. */
export const isScope = (text: string): text is Scope => Object.hasOwn(SCOPES, text)

/** Whether a key may be used for something. */
export const hasScope = ({ scopes }: Pick<StoredKey, 'scopes'>, wanted: Scope): boolean =>
  scopes.some((scope) => scope === wanted || (isScope(scope) && INCLUDED[scope]?.includes(wanted) === true))
