import type { Kysely } from 'kysely'
import type { Instant } from '../../indicator/time.ts'
import { Problem } from '../../problem/problem.ts'
import type { AuditRecord } from '../audit-store.ts'
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
import { appendAudit } from './append-audit.ts'
import type { Connection } from './connection.ts'
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

/** Live keys, and those that were revoked or expired after a moment. */
const keysSince = (queries: Kysely<Schema>, from: Instant) =>
  queries
    .selectFrom('keys')
    .where((where) => where.or([where('revoked_at', 'is', null), where('revoked_at', '>', from)]))
    .where((where) => where.or([where('expires', 'is', null), where('expires', '>', from)]))

const requireRoom = async (
  queries: Kysely<Schema>,
  { account, tier, created }: StoredKey,
  most: number,
  endedSince: Instant | undefined
) => {
  const counted = endedSince === undefined ? liveKeys(queries, created) : keysSince(queries, endedSince)
  const { live } = await counted
    .select(({ fn }) => fn.countAll<number>().as('live'))
    .where('account', '=', account)
    .where('tier', '=', tier)
    .executeTakeFirstOrThrow()
  if (live < most) return
  const has = `The account "${account}" has ${live} live keys of tier "${tier}"`
  const remedy =
    endedSince === undefined
      ? `, and ${most} is the most. Revoke one first.`
      : `, those of late that ended included, and ${most} is the most. Revoke one and wait, or ask the operator for a key.`
  throw new Problem('too_many_keys', has + remedy, { details: { account, tier, live, most } })
}

const addSecret = async (
  queries: Kysely<Schema>,
  connection: Connection,
  number: number,
  { hash, mark, hint, until }: KeySecret
): Promise<void> => {
  requireKnownMark(connection, mark)
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

  async add(key: StoredKey, most: number, endedSince?: Instant): Promise<void> {
    await this.#access.write(async (queries, connection) => {
      await requireRoom(queries, key, most, endedSince)
      const { number } = await queries
        .insertInto('keys')
        .values(rowOf(key))
        .returning('number')
        .executeTakeFirstOrThrow()
      for (const secret of key.secrets) await addSecret(queries, connection, number, secret)
      await countWrite(queries)
    })
  }

  async rotate(rotation: KeyRotation): Promise<boolean> {
    const { id, secret, at } = rotation
    return this.#access.write(async (queries, connection) => {
      const key = await liveKeys(queries, at).select('number').where('id', '=', id).executeTakeFirst()
      if (key === undefined) return false
      await retireSecrets(queries, key.number, rotation)
      await addSecret(queries, connection, key.number, secret)
      await queries.updateTable('keys').set({ hint: secret.hint }).where('number', '=', key.number).execute()
      await countWrite(queries)
      return true
    })
  }

  async revoke(id: string, at: Instant, why: string | undefined): Promise<boolean> {
    return this.#access.write(async (queries) => {
      const key = await queries
        .updateTable('keys')
        .set({ revoked_at: at, revoked_why: why ?? null })
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

  async note(
    uses: readonly KeyUse[],
    renewed: readonly RenewedSecret[],
    tell: (use: KeyUse) => AuditRecord
  ): Promise<void> {
    if (uses.length + renewed.length === 0) return
    await this.#access.writeByHand(async (connection) => {
      const marks = readMarks(connection)
      for (const secret of renewed) renewSecret(connection, marks, secret)
      const found = uses.filter((use) => noteUse(connection, use))
      if (found.length > 0) appendAudit(connection, found.map(tell))
    })
  }

  async secretMarks(): Promise<SecretMarks | undefined> {
    return this.#access.look(readMarks)
  }

  async setSecretMark(mark: string): Promise<string> {
    return this.#access.write(async (queries, connection) => {
      const known = readMarks(connection)
      if (known !== undefined) return known.current
      await writeMarks(queries, { current: mark, former: undefined })
      await countWrite(queries)
      return mark
    })
  }

  async rotateServerSecret(change: (before: SecretMarks | undefined) => Promise<string>): Promise<void> {
    await this.#access.write(async (queries, connection) => {
      const before = readMarks(connection)
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
    return this.#access.write(async (queries, connection) => {
      const marks = readMarks(connection)
      if (marks?.former === undefined) return false
      await forgetSecrets(queries, marks.former)
      await writeMarks(queries, { current: marks.current, former: undefined })
      await countWrite(queries)
      return true
    })
  }
}
