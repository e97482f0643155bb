import type { Kysely, Selectable } from 'kysely'
import type { KeySecret, StoredKey } from '../key-store.ts'
import type { KeySecretTable, KeyTable, Schema } from './schema.ts'

type KeyRow = Omit<Selectable<KeyTable>, 'number'>

/** The parts of a row that a secret is made of. */
export type SecretRow = Pick<KeySecretTable, 'hash' | 'mark' | 'hint' | 'until'>

/** A secret from its row. */
export const secretOf = ({ hash, mark, hint, until }: SecretRow): KeySecret => ({
  hash,
  mark,
  hint,
  until: until ?? undefined
})

const listIn = (json: string): readonly string[] => JSON.parse(json) as readonly string[]

/** A key from its row and those of its secrets, newest first. */
export const keyOf = (row: KeyRow, secrets: readonly SecretRow[]): StoredKey => ({
  id: row.id,
  account: row.account,
  name: row.name,
  tier: row.tier,
  scopes: listIn(row.scopes),
  networks: listIn(row.networks),
  maxTlp: row.max_tlp ?? undefined,
  feeds: listIn(row.feeds),
  created: row.created,
  expires: row.expires ?? undefined,
  revoked: row.revoked_at === null ? undefined : { at: row.revoked_at, why: row.revoked_why ?? undefined },
  hint: row.hint,
  secrets: secrets.map(secretOf),
  lastUsed: row.last_used === null ? undefined : { at: row.last_used, network: row.last_network ?? undefined }
})

/** The row of a key. */
export const rowOf = (key: StoredKey): KeyRow => ({
  id: key.id,
  account: key.account,
  name: key.name,
  tier: key.tier,
  scopes: JSON.stringify(key.scopes),
  networks: JSON.stringify(key.networks),
  max_tlp: key.maxTlp ?? null,
  feeds: JSON.stringify(key.feeds),
  created: key.created,
  expires: key.expires ?? null,
  revoked_at: key.revoked?.at ?? null,
  revoked_why: key.revoked?.why ?? null,
  hint: key.hint,
  last_used: key.lastUsed?.at ?? null,
  last_network: key.lastUsed?.network ?? null
})

/** Which keys are wanted; all where nothing is said. */
export interface WantedKeys {
  readonly id?: string
  readonly account?: string | undefined
}

/** Keys with their secrets, oldest first. */
export const readKeys = async (queries: Kysely<Schema>, { id, account }: WantedKeys): Promise<readonly StoredKey[]> => {
  let wanted = queries.selectFrom('keys').selectAll()
  if (id !== undefined) wanted = wanted.where('id', '=', id)
  if (account !== undefined) wanted = wanted.where('account', '=', account)
  const rows = await wanted.orderBy('created').orderBy('number').execute()
  const secrets = await queries
    .selectFrom('key_secrets')
    .selectAll()
    .where('key_number', 'in', wanted.clearSelect().select('number'))
    .orderBy((secret) => secret('until', 'is not', null))
    .execute()
  return rows.map((row) =>
    keyOf(
      row,
      secrets.filter(({ key_number }) => key_number === row.number)
    )
  )
}
