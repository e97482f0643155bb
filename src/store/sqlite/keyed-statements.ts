import type { Instant } from '../../indicator/time.ts'
import type { ChangeKey, Statement } from '../indicator-store.ts'
import type { Connection } from './connection.ts'
import { SOURCE_COLUMNS, type SourceRow, sourcesFrom } from './rows.ts'
import type { SharedObjects } from './shared-objects.ts'

const CURRENT = `SELECT wanted.key AS place, ${SOURCE_COLUMNS}, s.since FROM json_each(?) AS wanted
  CROSS JOIN sources AS s ON s.row_id = wanted.value
  CROSS JOIN feeds AS f ON f.feed_id = s.feed_id
  ORDER BY place, f.name`

const VERSIONS = `SELECT wanted.key AS place, ${SOURCE_COLUMNS}, s.since FROM json_each(?) AS wanted
  CROSS JOIN version_sources AS s ON s.row_id = wanted.value ->> 0 AND s.changed = wanted.value ->> 1
  CROSS JOIN feeds AS f ON f.feed_id = s.feed_id
  ORDER BY place, f.name`

const readStatements = (
  connection: Connection,
  shared: SharedObjects,
  sql: string,
  wanted: readonly unknown[]
): readonly (readonly Statement[])[] => {
  const said = wanted.map((): Statement[] => [])
  if (wanted.length === 0) return said
  const rows = connection.all<readonly [...row: SourceRow, since: Instant]>(sql, JSON.stringify(wanted))
  for (const [index, source] of sourcesFrom(connection, shared, rows).entries()) {
    const row = rows[index]
    if (row !== undefined) said[row[0]]?.push({ ...source, since: Number(row.at(-1)) })
  }
  return said
}

/** What feeds say of the indicators of keys, in the order of the keys; of versions, what they said of those. */
export const statementsOfKeys = (
  connection: Connection,
  shared: SharedObjects,
  keys: readonly ChangeKey[]
): readonly (readonly Statement[])[] => {
  const current = keys.filter(({ superseded }) => superseded === undefined).map(({ row }) => row)
  const old = keys.filter(({ superseded }) => superseded !== undefined).map(({ row, changed }) => [row, changed])
  const ofCurrent = readStatements(connection, shared, CURRENT, current).values()
  const ofOld = readStatements(connection, shared, VERSIONS, old).values()
  return keys.map(({ superseded }) => (superseded === undefined ? ofCurrent : ofOld).next().value ?? [])
}
