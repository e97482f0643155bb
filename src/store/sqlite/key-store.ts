import type { Kysely } from 'kysely'
import type { Instant } from '../../indicator/time.ts'
import { Problem } from '../../problem/problem.ts'
import type {
  FoundKey,
  KeyRotation,
  KeySecret,
  KeyStore,
  KeyUse,
  RenewedSecret,
  SecretMarks,
  StoredKey
} from '../key-store.ts'
import { findBySecret } from './find-by-secret.ts'
import { readKeys, rowOf } from './key-rows.ts'
import { noteUse, renewSecret } from './note-key-uses.ts'
import type { Schema } from './schema.ts'
import { readMarks, requireKnownMark, writeMarks } from './secret-marks.ts'
import type { StoreAccess } from './store-access.ts'

const countWrite = async (queries: Kysely<Schema>): Promise<void> => {
  await queries
    .updateTable('meta')
    .set(({ eb }) => ({ key_version: eb('key_version', '+', 1) }))
    .execute()
}

/** Keys that are neither revoked nor expired. */
const liveKeys = (queries: Kysely<Schema>, at: Instant) =>
  queries
    .selectFrom('keys')
    .where('revoked_at', 'is', null)
    .where((where) => where.or([where('expires', 'is', null), where('expires', '>', at)]))

const requireRoom = async (queries: Kysely<Schema>, { account, tier, created }: StoredKey, most: number) => {
  const { live } = await liveKeys(queries, created)
    .select(({ fn }) => fn.countAll<number>().as('live'))
    .where('account', '=', account)
    .where('tier', '=', tier)
    .executeTakeFirstOrThrow()
  if (live < most) return
  throw new Problem(
    'too_many_keys',
    `The account "${account}" has ${live} live keys of tier "${tier}", and ${most} is the most. Revoke one first.`,
    { details: { account, tier, live, most } }
  )
}

const addSecret = async (queries: Kysely<Schema>, number: number, secret: KeySecret): Promise<void> => {
  const { hash, mark, hint, until } = secret
  await requireKnownMark(queries, mark)
  await queries
    .insertInto('key_secrets')
    .values({ hash, key_number: number, mark, hint, until: until ?? null })
    .execute()
}

/** Ends the newest secret of a key then, or at once where then has come, and any older one at once. */
const retireSecrets = async (queries: Kysely<Schema>, number: number, { at, until }: KeyRotation): Promise<void> => {
  const old = queries.deleteFrom('key_secrets').where('key_number', '=', number)
  await (until > at ? old.where('until', 'is not', null) : old).execute()
  await queries.updateTable('key_secrets').set({ until }).where('key_number', '=', number).execute()
}

/** Forgets secrets under a server secret that nobody needs any more. */
const forgetSecrets = async (queries: Kysely<Schema>, mark: string | undefined): Promise<void> => {
  if (mark !== undefined) await queries.deleteFrom('key_secrets').where('mark', '=', mark).execute()
}

/** Keys in the store's own database. */
export class SqliteKeyStore implements KeyStore {
  readonly #access: StoreAccess

  constructor(access: StoreAccess) {
    this.#access = access
  }

  async findBySecret(hashes: readonly string[]): Promise<FoundKey | undefined> {
    return this.#access.look((connection) => findBySecret(connection, hashes))
  }

  async find(id: string): Promise<StoredKey | undefined> {
    return this.#access.read(async (queries) => (await readKeys(queries, { id }))[0])
  }

  async list(account?: string): Promise<readonly StoredKey[]> {
    return this.#access.read(async (queries) => readKeys(queries, { account }))
  }

  async add(key: StoredKey, most: number): Promise<void> {
    await this.#access.write(async (queries) => {
      await requireRoom(queries, key, most)
      const { number } = await queries
        .insertInto('keys')
        .values(rowOf(key))
        .returning('number')
        .executeTakeFirstOrThrow()
      for (const secret of key.secrets) await addSecret(queries, number, secret)
      await countWrite(queries)
    })
  }

  async rotate(rotation: KeyRotation): Promise<boolean> {
    const { id, secret, at } = rotation
    return this.#access.write(async (queries) => {
      const key = await liveKeys(queries, at).select('number').where('id', '=', id).executeTakeFirst()
      if (key === undefined) return false
      await retireSecrets(queries, key.number, rotation)
      await addSecret(queries, key.number, secret)
      await queries.updateTable('keys').set({ hint: secret.hint }).where('number', '=', key.number).execute()
      await countWrite(queries)
      return true
    })
  }

  async revoke(id: string, at: Instant, why: string): Promise<boolean> {
    return this.#access.write(async (queries) => {
      const key = await queries
        .updateTable('keys')
        .set({ revoked_at: at, revoked_why: why })
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .returning('number')
        .executeTakeFirst()
      if (key === undefined) return false
      await queries.deleteFrom('key_secrets').where('key_number', '=', key.number).execute()
      await countWrite(queries)
      return true
    })
  }

  async note(uses: readonly KeyUse[], renewed: readonly RenewedSecret[]): Promise<readonly KeyUse[]> {
    if (uses.length + renewed.length === 0) return []
    return this.#access.write(async (queries, connection) => {
      const marks = await readMarks(queries)
      for (const secret of renewed) renewSecret(connection, marks, secret)
      return uses.filter((use) => noteUse(connection, use))
    })
  }

  async secretMarks(): Promise<SecretMarks | undefined> {
    return this.#access.read(readMarks)
  }

  async setSecretMark(mark: string): Promise<string> {
    return this.#access.write(async (queries) => {
      const known = await readMarks(queries)
      if (known !== undefined) return known.current
      await writeMarks(queries, { current: mark, former: undefined })
      await countWrite(queries)
      return mark
    })
  }

  async rotateServerSecret(change: (before: SecretMarks | undefined) => Promise<string>): Promise<void> {
    await this.#access.write(async (queries) => {
      const before = await readMarks(queries)
      const current = await change(before)
      await forgetSecrets(queries, before?.former)
      await writeMarks(queries, { current, former: before?.current })
      await countWrite(queries)
    })
  }

  async restingOnFormer(at: Instant): Promise<number> {
    return this.#access.read(async (queries) => {
      const { resting } = await liveKeys(queries, at)
        .innerJoin('key_secrets', 'key_secrets.key_number', 'keys.number')
        .innerJoin('meta', 'meta.former_mark', 'key_secrets.mark')
        .where((where) => where.or([where('until', 'is', null), where('until', '>', at)]))
        .select(({ fn }) => fn.count<number>('keys.number').distinct().as('resting'))
        .executeTakeFirstOrThrow()
      return resting
    })
  }

  async dropFormerSecret(): Promise<boolean> {
    return this.#access.write(async (queries) => {
      const marks = await readMarks(queries)
      if (marks?.former === undefined) return false
      await forgetSecrets(queries, marks.former)
      await writeMarks(queries, { current: marks.current, former: undefined })
      await countWrite(queries)
      return true
    })
  }
}
