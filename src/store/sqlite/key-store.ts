import { Problem } from '../../problem/problem.ts'
import type { Instant } from '../../indicator/time.ts'
import type { KeyStore, StoredKey } from '../key-store.ts'
import type { Kysely, Selectable } from 'kysely'
import type { KeyTable, Schema } from './schema.ts'
import type { StoreAccess } from './store-access.ts'

const keyOf = (row: Omit<Selectable<KeyTable>, 'number'>): StoredKey => ({
  id: row.id,
  hash: row.hash,
  hint: row.hint,
  account: row.account,
  name: row.name,
  tier: row.tier,
  scopes: JSON.parse(row.scopes) as readonly string[],
  created: row.created,
  expires: row.expires ?? undefined,
  revoked: row.revoked_at === null ? undefined : { at: row.revoked_at, why: row.revoked_why ?? '' }
})

type KeyRow = readonly [
  id: string,
  hash: string,
  hint: string,
  account: string,
  name: string,
  tier: string,
  scopes: string,
  created: Instant,
  expires: Instant | null,
  revoked_at: Instant | null,
  revoked_why: string | null
]

const BY_HASH = `SELECT id, hash, hint, account, name, tier, scopes, created, expires, revoked_at, revoked_why
  FROM keys WHERE hash = ?`

const rowOf = (key: StoredKey): Omit<KeyTable, 'number'> => ({
  id: key.id,
  hash: key.hash,
  hint: key.hint,
  account: key.account,
  name: key.name,
  tier: key.tier,
  scopes: JSON.stringify(key.scopes),
  created: key.created,
  expires: key.expires ?? null,
  revoked_at: key.revoked?.at ?? null,
  revoked_why: key.revoked?.why ?? null
})

const countWrite = async (queries: Kysely<Schema>): Promise<void> => {
  await queries
    .updateTable('meta')
    .set(({ eb }) => ({ key_version: eb('key_version', '+', 1) }))
    .execute()
}

/** Keys in the store's own database. */
export class SqliteKeyStore implements KeyStore {
  readonly #access: StoreAccess

  constructor(access: StoreAccess) {
    this.#access = access
  }

  /** Every request asks for its key, so this statement is prepared by hand. */
  async findByHash(hash: string): Promise<StoredKey | undefined> {
    const [row] = this.#access.look((connection) => connection.all<KeyRow>(BY_HASH, hash))
    if (row === undefined) return undefined
    const [id, , hint, account, name, tier, scopes, created, expires, revoked_at, revoked_why] = row
    return keyOf({ id, hash, hint, account, name, tier, scopes, created, expires, revoked_at, revoked_why })
  }

  async find(id: string): Promise<StoredKey | undefined> {
    return this.#access.read(async (queries) => {
      const row = await queries.selectFrom('keys').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? undefined : keyOf(row)
    })
  }

  async list(): Promise<readonly StoredKey[]> {
    return this.#access.read(async (queries) => {
      const rows = await queries.selectFrom('keys').selectAll().orderBy('created').orderBy('number').execute()
      return rows.map(keyOf)
    })
  }

  async add(key: StoredKey, most: number): Promise<void> {
    await this.#access.write(async (queries) => {
      const { live } = await queries
        .selectFrom('keys')
        .select(({ fn }) => fn.countAll<number>().as('live'))
        .where('account', '=', key.account)
        .where('tier', '=', key.tier)
        .where('revoked_at', 'is', null)
        .where((where) => where('expires', 'is', null).or('expires', '>', key.created))
        .executeTakeFirstOrThrow()
      if (live >= most) {
        throw new Problem(
          'too_many_keys',
          `The account "${key.account}" has ${live} live keys of tier "${key.tier}", and ${most} is the most. Revoke one first.`,
          { details: { account: key.account, tier: key.tier, live, most } }
        )
      }
      await queries.insertInto('keys').values(rowOf(key)).execute()
      await countWrite(queries)
    })
  }

  async revoke(id: string, at: Instant, why: string): Promise<boolean> {
    return this.#access.write(async (queries) => {
      const { numUpdatedRows } = await queries
        .updateTable('keys')
        .set({ revoked_at: at, revoked_why: why })
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) return false
      await countWrite(queries)
      return true
    })
  }

  async secretMark(): Promise<string | undefined> {
    return this.#access.read(async (queries) => {
      const { secret_mark } = await queries.selectFrom('meta').select('secret_mark').executeTakeFirstOrThrow()
      return secret_mark ?? undefined
    })
  }

  async setSecretMark(mark: string): Promise<string> {
    return this.#access.write(async (queries) => {
      const { secret_mark } = await queries.selectFrom('meta').select('secret_mark').executeTakeFirstOrThrow()
      if (secret_mark !== null) return secret_mark
      await queries.updateTable('meta').set({ secret_mark: mark }).execute()
      await countWrite(queries)
      return mark
    })
  }
}
