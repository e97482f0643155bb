import { Problem } from '../../problem/problem.ts'
import type { Connection } from './connection.ts'
import type { Migration } from './migration.ts'
import { indicatorsAndKeys } from './migrations/0001-indicators-and-keys.ts'
import { fetchedFeeds } from './migrations/0003-fetched-feeds.ts'
import { guard } from './migrations/0004-guard.ts'
import { indicatorsInIdOrder } from './migrations/0005-indicators-in-id-order.ts'
import { returns } from './migrations/0006-returns.ts'
import { keys } from './migrations/0007-keys.ts'
import { audit } from './migrations/0008-audit.ts'
import { counters } from './migrations/0009-counters.ts'
import { versionSources } from './migrations/0010-version-sources.ts'
import { lifeOfIndicators } from './migrations/0002-life-of-indicators.ts'
import { patiently } from './patience.ts'

/** All steps, oldest first. The number of a step is its place in this list, from 1 on. */
const MIGRATIONS: readonly Migration[] = [
  indicatorsAndKeys,
  lifeOfIndicators,
  fetchedFeeds,
  guard,
  indicatorsInIdOrder,
  returns,
  keys,
  audit,
  counters,
  versionSources
]

/** The schema that this program writes. */
export const PROGRAM_SCHEMA = MIGRATIONS.length

/** `sigm` in ASCII, by which a store is told from the databases of others: https://www.sqlite.org/pragma.html#pragma_application_id */
const APPLICATION_ID = 0x73_69_67_6d

/** The schema of a store; 0 in a database without tables. Refuses what is no store, or needs a newer program. */
const schemaOf = (connection: Connection): number => {
  const { database, path } = connection
  const tables = database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()
  if (tables === 0) return 0
  if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw new Problem(
      'store_damaged',
      `${path} is a database of another program, not a store. Name another place; nothing in it was changed.`
    )
  }
  const [versions] = connection.all<[number, number]>('SELECT schema_version, oldest_program FROM meta')
  const [schema, oldestProgram] = versions ?? [0, 0]
  if (oldestProgram > PROGRAM_SCHEMA) {
    throw new Problem(
      'store_newer',
      `${path} has schema ${schema}, which needs a program that knows schema ${oldestProgram}; this one knows ${PROGRAM_SCHEMA}. Use the newer program.`,
      { details: { schema, oldestProgram, programSchema: PROGRAM_SCHEMA } }
    )
  }
  return schema
}

const apply = (connection: Connection, schema: number): void => {
  const { database } = connection
  database.pragma(`application_id = ${APPLICATION_ID}`)
  for (const [index, { sql, oldestProgram }] of MIGRATIONS.entries()) {
    if (index < schema) continue
    database.exec(sql)
    connection.run(
      'UPDATE meta SET schema_version = ?, oldest_program = max(oldest_program, ?)',
      index + 1,
      oldestProgram
    )
  }
}

/**
 * Brings a database to the schema of this program, in one transaction, also when several processes start at once.
 * Says whether there was a store before.
 */
export const migrate = async (connection: Connection, create: boolean): Promise<boolean> => {
  const { database } = connection
  const before = await patiently(() => schemaOf(connection))
  if (before >= PROGRAM_SCHEMA || (before === 0 && !create)) return before > 0
  await patiently(() => database.pragma('journal_mode = WAL'))
  await patiently(() => database.exec('BEGIN IMMEDIATE'))
  try {
    apply(connection, schemaOf(connection))
    database.exec('COMMIT')
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK')
    throw error
  }
  return before > 0
}
