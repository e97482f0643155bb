import type { Indicator } from '../../indicator/indicator.ts'
import type { Instant } from '../../indicator/time.ts'
import type { NaturalKey, Statement, StatementsAt } from '../indicator-store.ts'
import { kindCodes } from './codes.ts'
import type { Connection } from './connection.ts'
import { SOURCE_COLUMNS, type SourceRow, sourcesFrom } from './rows.ts'
import type { SharedObjects } from './shared-objects.ts'

type StatementRow = readonly [...row: SourceRow, since: Instant, at: Instant]

const STORED = `json_each(?) AS wanted
  CROSS JOIN indicators AS i ON i.kind = wanted.value ->> 0 AND i.value = wanted.value ->> 1`

const FEEDS = 'CROSS JOIN feeds AS f ON f.feed_id = s.feed_id'

const IN_ORDER = 'ORDER BY place, at, name'

/** What is said of indicators as they are, and what was said of their versions, for keys with an instant. */
export const STATEMENTS_THEN = `
  SELECT wanted.key AS place, ${SOURCE_COLUMNS}, s.since, i.changed AS at FROM ${STORED}
  CROSS JOIN sources AS s ON s.row_id = i.row_id ${FEEDS}
  WHERE i.changed = wanted.value ->> 2
  UNION ALL
  SELECT wanted.key, ${SOURCE_COLUMNS}, s.since, s.changed FROM ${STORED}
  CROSS JOIN version_sources AS s ON s.row_id = i.row_id AND s.changed = wanted.value ->> 2 ${FEEDS}
  WHERE i.changed > wanted.value ->> 2
  ${IN_ORDER}`

/** The same of all versions. */
export const STATEMENTS_EVER = `
  SELECT wanted.key AS place, ${SOURCE_COLUMNS}, s.since, i.changed AS at FROM ${STORED}
  CROSS JOIN sources AS s ON s.row_id = i.row_id ${FEEDS}
  UNION ALL
  SELECT wanted.key, ${SOURCE_COLUMNS}, s.since, s.changed FROM ${STORED}
  CROSS JOIN version_sources AS s ON s.row_id = i.row_id ${FEEDS}
  ${IN_ORDER}`

interface Placed {
  readonly place: number
  readonly at: Instant
  readonly statement: Statement
}

const read = (connection: Connection, shared: SharedObjects, sql: string, wanted: object): readonly Placed[] => {
  const text = JSON.stringify(wanted)
  const rows = connection.all<StatementRow>(sql, text, text)
  return sourcesFrom(connection, shared, rows).map((source, index) => {
    const [since, at] = (rows[index]?.slice(-2) ?? []) as [Instant, Instant]
    return { place: rows[index]?.[0] ?? 0, at, statement: { ...source, since } }
  })
}

/** What feeds said of each indicator when it stood as it is given. */
export const readStatements = (
  connection: Connection,
  shared: SharedObjects,
  indicators: readonly Indicator[]
): readonly (readonly Statement[])[] => {
  const wanted = indicators.map(({ kind, value, changed }) => [kindCodes.codeOf(kind), value, changed])
  const said = indicators.map((): Statement[] => [])
  for (const { place, statement } of read(connection, shared, STATEMENTS_THEN, wanted)) said[place]?.push(statement)
  return said
}

/** What feeds said of each with every change whose version is kept, oldest first. */
export const readEverSaid = (
  connection: Connection,
  shared: SharedObjects,
  keys: readonly NaturalKey[]
): readonly (readonly StatementsAt[])[] => {
  const wanted = keys.map(({ kind, value }) => [kindCodes.codeOf(kind), value])
  const ever = keys.map((): { at: Instant; statements: Statement[] }[] => [])
  for (const { place, at, statement } of read(connection, shared, STATEMENTS_EVER, wanted)) {
    const last = ever[place]?.at(-1)
    if (last?.at === at) last.statements.push(statement)
    else ever[place]?.push({ at, statements: [statement] })
  }
  return ever
}
