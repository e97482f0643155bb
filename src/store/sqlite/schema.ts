import type { Generated } from 'kysely'

interface MetaTable {
  readonly position: number
  readonly revision: number
  readonly key_version: number
  readonly secret_mark: string | null
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
  readonly hash: string
  readonly hint: string
  readonly account: string
  readonly name: string
  readonly tier: string
  readonly scopes: string
  readonly created: number
  readonly expires: number | null
  readonly revoked_at: number | null
  readonly revoked_why: string | null
}

/** The tables as the plain queries see them: of indicators and sources only the columns that statistics read. */
export interface Schema {
  readonly meta: MetaTable
  readonly indicators: IndicatorTable
  readonly feeds: FeedTable
  readonly sources: SourceTable
  readonly keys: KeyTable
}
