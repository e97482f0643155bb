import type { Keys } from '../app/keys.ts'
import { formatInstant, type Instant } from '../indicator/time.ts'
import { textTable } from './text-table.ts'

type StoredKey = Awaited<ReturnType<Keys['list']>>[number]

/** A key as people and programs see it. */
export interface ShownKey {
  readonly id: string
  /** How the key begins: `sk_live_zIc8`. */
  readonly begins: string
  readonly name: string
  readonly account: string
  readonly tier: string
  readonly scopes: readonly string[]
  readonly state: 'live' | 'expired' | 'revoked'
  readonly created: string
  readonly expires: string | undefined
  readonly revoked: { readonly at: string; readonly why: string } | undefined
}

const stateOf = (key: StoredKey, now: Instant): ShownKey['state'] => {
  if (key.revoked !== undefined) return 'revoked'
  return key.expires !== undefined && key.expires <= now ? 'expired' : 'live'
}

/** What may be shown of a key at a moment. */
export const shownKey = (key: StoredKey, prefix: string, now: Instant): ShownKey => ({
  id: key.id,
  begins: prefix + key.hint,
  name: key.name,
  account: key.account,
  tier: key.tier,
  scopes: key.scopes,
  state: stateOf(key, now),
  created: formatInstant(key.created),
  expires: key.expires === undefined ? undefined : formatInstant(key.expires),
  revoked: key.revoked === undefined ? undefined : { at: formatInstant(key.revoked.at), why: key.revoked.why }
})

const HEADINGS = ['ID', 'BEGINS', 'NAME', 'ACCOUNT', 'TIER', 'SCOPES', 'STATE', 'CREATED', 'EXPIRES'] as const

const minute = (instant: string): string => instant.slice(0, 'yyyy-mm-ddThh:mm'.length).replace('T', ' ')

/** Keys for people. */
export const keyTable = (keys: readonly ShownKey[]): readonly string[] =>
  textTable([
    HEADINGS,
    ...keys.map((key) => [
      key.id,
      key.begins,
      key.name,
      key.account,
      key.tier,
      key.scopes.join(','),
      key.revoked === undefined ? key.state : `revoked: ${key.revoked.why}`,
      minute(key.created),
      key.expires === undefined ? 'never' : minute(key.expires)
    ])
  ])

/** A key for programs. */
export const keyJson = (key: ShownKey): object => ({
  ...key,
  expires: key.expires ?? null,
  revoked: key.revoked ?? null
})
