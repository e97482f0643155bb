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

/** Reading indicators and rules. */
export const READ_SCOPE = 'read:iocs' satisfies Scope

/** The scopes of keys that name none. */
export const DEFAULT_SCOPES: readonly Scope[] = [READ_SCOPE]

/** Every scope. */
export const SCOPE_NAMES = Object.keys(SCOPES) as readonly Scope[]

/** What a scope includes besides itself. */
export const INCLUDED_SCOPES: Readonly<Partial<Record<Scope, readonly Scope[]>>> = { 'keys:admin': ['keys:self'] }
