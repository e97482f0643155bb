import type { StoredKey } from '../../store/key-store.ts'

/** What a key may be used for. */
export const SCOPES = {
  'read:iocs': 'read indicators and rules',
  'keys:self': 'see, make, rotate and revoke the keys of its own account',
  'keys:admin': 'see, make, rotate and revoke the keys of all accounts',
  'feeds:admin': 'see, add, change and remove the feeds that are fetched',
  'guard:admin': 'see and change what is kept from becoming rules',
  'metrics:read': 'read the metrics'
} as const

/** A scope of {@link SCOPES}. */
export type Scope = keyof typeof SCOPES

/** Every scope. */
export const SCOPE_NAMES = Object.keys(SCOPES) as readonly Scope[]

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
