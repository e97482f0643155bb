import type { Generated } from 'kysely'
import type { GuardMode } from '../../indicator/guard-list.ts'
import type { Tlp } from '../../indicator/tlp.ts'
import type { FeedStanding } from '../feed-store.ts'

interface MetaTable {
  readonly position: number
  readonly revision: number
  readonly key_version: number
  readonly secret_mark: string | null
  readonly former_mark: string | null
  readonly guard_version: number
}

interface IndicatorTable {
  readonly kind: number
  readonly confidence: number
  readonly added: number
  readonly no_rule: string | null
  readonly removed_at: number | null
}

interface FeedTable {
  readonly feed_id: number
  readonly name: string
}

interface SourceTable {
  readonly feed_id: number
  readonly last_seen: number
}

/** A row of keys; lists are JSON. */
export interface KeyTable {
  readonly number: Generated<number>
  readonly id: string
  readonly account: string
  readonly name: string
  readonly tier: string
  readonly scopes: string
  readonly networks: string
  readonly max_tlp: Tlp | null
  readonly feeds: string
  readonly created: number
  readonly expires: number | null
  readonly revoked_at: number | null
  readonly revoked_why: string | null
  readonly hint: string
  readonly last_used: number | null
  readonly last_network: string | null
}

/** A row of the secrets of keys. */
export interface KeySecretTable {
  readonly hash: string
  readonly key_number: number
  readonly mark: string
  readonly hint: string
  readonly until: number | null
}

/** A row of feeds that are fetched; `settings` and `state` are JSON. */
export interface FetchedFeedTable {
  readonly name: string
  readonly standing: FeedStanding
  readonly settings: string
  readonly state: string
  readonly lease_holder: string | null
  readonly lease_until: number | null
}

/** A row of the guard's lists; `kinds` is JSON. */
export interface GuardListTable {
  readonly list_id: Generated<number>
  readonly name: string
  readonly mode: GuardMode
  readonly why: string
  readonly until_day: number | null
  readonly kinds: string
  readonly covers_mail: number
  readonly origin: string
  readonly loaded: number
  readonly size: number
}

interface GuardEntryTable {
  readonly list_id: number
}

/** A row of the guard's entries that were added by hand. */
export interface AddedGuardTable {
  readonly shape: number
  readonly text: string
  readonly mode: GuardMode
  readonly why: string
  readonly until_day: number | null
  readonly added: number
}

/** The tables as the plain queries see them: of indicators and sources only the columns that statistics read. */
export interface Schema {
  readonly meta: MetaTable
  readonly indicators: IndicatorTable
  readonly feeds: FeedTable
  readonly sources: SourceTable
  readonly keys: KeyTable
  readonly key_secrets: KeySecretTable
  readonly fetched_feeds: FetchedFeedTable
  readonly guard_lists: GuardListTable
  readonly guard_entries: GuardEntryTable
  readonly guard_added: AddedGuardTable
}
