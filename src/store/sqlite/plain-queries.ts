import { Kysely, SqliteDialect } from 'kysely'
import type { Connection } from './connection.ts'
import type { Schema } from './schema.ts'

const builders = new WeakMap<Connection, Kysely<Schema>>()

/** The query builder over a connection, for everything that need not be fast. */
export const plainQueries = (connection: Connection): Kysely<Schema> => {
  const known = builders.get(connection)
  if (known !== undefined) return known
  const builder = new Kysely<Schema>({ dialect: new SqliteDialect({ database: connection.database }) })
  builders.set(connection, builder)
  return builder
}
