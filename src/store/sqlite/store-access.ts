import type { Kysely } from 'kysely'
import type { Connection } from './connection.ts'
import { plainQueries } from './plain-queries.ts'
import { asProblem, naming } from './problems.ts'
import type { Schema } from './schema.ts'
import type { WriteQueue } from './write-queue.ts'

/**
 * What the stores of keys, feeds and guard stand on: what is committed, and a
 * transaction of their own when its turn comes.
 */
export class StoreAccess {
  readonly #reader: Connection
  readonly #writes: WriteQueue

  constructor(reader: Connection, writes: WriteQueue) {
    this.#reader = reader
    this.#writes = writes
  }

  async read<T>(read: (queries: Kysely<Schema>) => Promise<T>): Promise<T> {
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
    return this.#writes.run(async (connection) => write(plainQueries(connection), connection))
  }
}
