import type { Keys } from '../app/keys.ts'
import { formatInstant, type Instant } from '../indicator/time.ts'
import { textTable } from './text-table.ts'

type StoredKey = Awaited<ReturnType<Keys['find']>>

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
  /** From which it may be used; from anywhere where there is none. */
  readonly networks: readonly string[]
  readonly maxTlp: string | undefined
  readonly feeds: readonly string[]
  readonly created: string
  readonly expires: string | undefined
  readonly revoked: { readonly at: string; readonly why: string | undefined } | undefined
  readonly lastUsed: { readonly at: string; readonly network: string | undefined } | undefined
  /** The secret of before, while it still holds. */
  readonly previous: { readonly begins: string; readonly until: string } | undefined
}

const stateOf = (key: StoredKey, now: Instant): ShownKey['state'] => {
  if (key.revoked !== undefined) return 'revoked'
  return key.expires !== undefined && key.expires <= now ? 'expired' : 'live'
}

const previousOf = ({ secrets }: StoredKey, prefix: string, now: Instant): ShownKey['previous'] => {
  for (const { hint, until } of secrets) {
    if (until !== undefined && until > now) return { begins: prefix + hint, until: formatInstant(until) }
  }
  return undefined
}

const timeOf = (instant: Instant | undefined): string | undefined =>
  instant === undefined ? undefined : formatInstant(instant)

/** What may be shown of a key at a moment. */
export const shownKey = (key: StoredKey, prefix: string, now: Instant): ShownKey => ({
  id: key.id,
  begins: prefix + key.hint,
  name: key.name,
  account: key.account,
  tier: key.tier,
  scopes: key.scopes,
  state: stateOf(key, now),
  networks: key.networks,
  maxTlp: key.maxTlp,
  feeds: key.feeds,
  created: formatInstant(key.created),
  expires: timeOf(key.expires),
  revoked: key.revoked === undefined ? undefined : { at: formatInstant(key.revoked.at), why: key.revoked.why },
  lastUsed:
    key.lastUsed === undefined ? undefined : { at: formatInstant(key.lastUsed.at), network: key.lastUsed.network },
  previous: previousOf(key, prefix, now)
})

const HEADINGS = [
  'ID',
  'BEGINS',
  'NAME',
  'ACCOUNT',
  'TIER',
  'SCOPES',
  'STATE',
  'CREATED',
  'EXPIRES',
  'LAST USED'
] as const

const minute = (instant: string): string => instant.slice(0, 'yyyy-mm-ddThh:mm'.length).replace('T', ' ')

const NO_REASON = 'no reason given'

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
      key.revoked === undefined ? key.state : `revoked: ${key.revoked.why ?? NO_REASON}`,
      minute(key.created),
      key.expires === undefined ? 'never' : minute(key.expires),
      key.lastUsed === undefined ? 'never' : minute(key.lastUsed.at)
    ])
  ])

const listOr = (texts: readonly string[], none: string): string => (texts.length === 0 ? none : texts.join(', '))

const lastUsedText = ({ lastUsed }: ShownKey): string =>
  lastUsed === undefined ? 'never' : `${minute(lastUsed.at)} from ${lastUsed.network ?? 'an address that is not known'}`

const previousText = ({ previous }: ShownKey): readonly (readonly [string, string])[] =>
  previous === undefined ? [] : [['secret of before', `${previous.begins}, until ${minute(previous.until)}`]]

const stateText = ({ state, revoked }: ShownKey): string =>
  revoked === undefined ? state : `revoked ${minute(revoked.at)}: ${revoked.why ?? NO_REASON}`

/** Everything of one key for people. */
export const keyLines = (key: ShownKey): readonly string[] =>
  textTable([
    ['id', key.id],
    ['begins', key.begins],
    ['name', key.name],
    ['account', key.account],
    ['tier', key.tier],
    ['scopes', key.scopes.join(', ')],
    ['state', stateText(key)],
    ['networks', listOr(key.networks, 'any')],
    ['highest TLP', key.maxTlp ?? 'any'],
    ['feeds', listOr(key.feeds, 'all')],
    ['created', minute(key.created)],
    ['expires', key.expires === undefined ? 'never' : minute(key.expires)],
    ['last used', lastUsedText(key)],
    ...previousText(key)
  ])

/** A key for programs. */
export const keyJson = ({ maxTlp, lastUsed, previous, revoked, ...key }: ShownKey): object => ({
  ...key,
  max_tlp: maxTlp ?? null,
  expires: key.expires ?? null,
  revoked: revoked === undefined ? null : { at: revoked.at, why: revoked.why ?? null },
  last_used: lastUsed === undefined ? null : { at: lastUsed.at, network: lastUsed.network ?? null },
  previous: previous ?? null
})
