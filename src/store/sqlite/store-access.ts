import type { Kysely } from 'kysely'
import type { AuditRecord } from '../audit-store.ts'
import { appendAudit } from './append-audit.ts'
import type { Connection } from './connection.ts'
import { asProblem, naming } from './problems.ts'
import type { Schema } from './schema.ts'
import type { WriteQueue } from './write-queue.ts'

/** The query builder takes longer to load than a server takes to start, which asks it nothing. */
const loadBuilder = async () => (await import('./plain-queries.ts')).plainQueries

/** Rows that a connection has written so far. */
const changesOf = (connection: Connection): number => connection.all<[number]>('SELECT total_changes()')[0]?.[0] ?? 0

/**
 * What the stores of keys, feeds, guard, audit and counters stand on: what is committed, and a transaction of their own
 * when its turn comes. With a record, every transaction that changes something leaves it in the audit trail.
 */
export class StoreAccess {
  readonly #reader: Connection
  readonly #writes: WriteQueue
  readonly #record: AuditRecord | undefined

  constructor(reader: Connection, writes: WriteQueue, record?: AuditRecord) {
    this.#reader = reader
    this.#writes = writes
    this.#record = record
  }

  /** The same, leaving a record. */
  audited(record: AuditRecord): StoreAccess {
    return new StoreAccess(this.#reader, this.#writes, record)
  }

  async read<T>(read: (queries: Kysely<Schema>) => Promise<T>): Promise<T> {
    const plainQueries = await loadBuilder()
    try {
      return await read(plainQueries(this.#reader))
    } catch (error) {
      throw asProblem(error, this.#reader.path)
    }
  }

  /** For a statement that is too frequent, or gives too many rows, for the query builder. */
  look<T>(look: (connection: Connection) => T): T {
    return naming(this.#reader.path, () => look(this.#reader))
  }

  async write<T>(write: (queries: Kysely<Schema>, connection: Connection) => Promise<T>): Promise<T> {
    return this.writeByHand(async (connection) => write((await loadBuilder())(connection), connection))
  }

  /** A transaction whose statements are too frequent for the query builder. */
  async writeByHand<T>(write: (connection: Connection) => Promise<T>): Promise<T> {
    return this.#writes.run(async (connection) => {
      const before = changesOf(connection)
      const result = await write(connection)
      if (this.#record !== undefined && changesOf(connection) > before) appendAudit(connection, [this.#record])
      return result
    })
  }
}
