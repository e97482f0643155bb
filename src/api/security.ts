import { INCLUDED_SCOPES, type Scope, SCOPE_NAMES } from './scopes.ts'

/** What a tier can include or lack, as messages and the reference call it. */
export const FEATURES = {
  sigmaExport: 'the Sigma export',
  stixExport: 'the STIX export, which comes with the Sigma export',
  taxii: 'the TAXII server, which needs the Sigma export and the longest lookback of all tiers',
  sigmaChanges: 'the changes of Sigma rules, which need the Sigma export and the longest lookback of all tiers'
} as const

/** One of {@link FEATURES}. */
export type Feature = keyof typeof FEATURES

/** What a key must have for an operation. */
export interface Security {
  /** `undefined` where any key will do. */
  readonly scope: Scope | undefined
  /** What the key's tier must include; `undefined` where every tier will do. */
  readonly feature: Feature | undefined
}

/** Reading, with a key of any tier. */
export const READING = { scope: 'read:iocs', feature: undefined } as const satisfies Security

/** Reading, with a key whose tier has the Sigma export. */
export const EXPORTING = { scope: 'read:iocs', feature: 'sigmaExport' } as const satisfies Security

/** What TAXII asks for. */
export const TAXII = { scope: 'read:iocs', feature: 'taxii' } as const satisfies Security

/** Who may see and change feeds. */
export const FEEDS = { scope: 'feeds:admin', feature: undefined } as const satisfies Security

/** Who may see and change the guard. */
export const GUARD = { scope: 'guard:admin', feature: undefined } as const satisfies Security

/** Who may see and change keys: those of the own account, or all with `keys:admin`, which includes this scope. */
export const KEYS = { scope: 'keys:self', feature: undefined } as const satisfies Security

/** The scopes of which one is needed: the one that is named, and those that include it; none where any key will do. */
export const scopesThatDo = ({ scope }: Pick<Security, 'scope'>): readonly Scope[] => {
  if (scope === undefined) return []
  return [scope, ...SCOPE_NAMES.filter((name) => INCLUDED_SCOPES[name]?.includes(scope) === true)]
}
