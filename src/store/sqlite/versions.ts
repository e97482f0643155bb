import type { Kind } from '../../indicator/kind.ts'
import type { Instant } from '../../indicator/time.ts'
import type { Version } from '../indicator-store.ts'
import { kindCodes } from './codes.ts'
import { allOf, codesOf, compared, isOneOf, type Condition } from './condition.ts'
import type { Connection } from './connection.ts'
import { indicatorsOf, VERSION_COLUMNS, type IndicatorRow } from './rows.ts'
import type { SharedObjects } from './shared-objects.ts'

type VersionRow = readonly [...row: IndicatorRow, superseded: Instant]

/** The statement that reads versions: behind a position they come in the order in which they are stored. */
export const versionsAfter = (kinds: readonly Kind[] | undefined, after: Instant, limit: number): Condition => {
  const { sql, parameters } = allOf([
    compared('v.superseded >', after),
    ...(kinds === undefined ? [] : [isOneOf('i.kind', codesOf(kinds, kindCodes))])
  ])
  return {
    sql: `SELECT ${VERSION_COLUMNS}, v.superseded FROM past_versions AS v CROSS JOIN indicators AS i ON i.row_id = v.row_id
      WHERE ${sql} ORDER BY v.superseded LIMIT ?`,
    parameters: [...parameters, limit]
  }
}

/** Versions of indicators of these kinds that were superseded strictly after a position, in that order. */
export const readVersions = (
  connection: Connection,
  shared: SharedObjects,
  kinds: readonly Kind[] | undefined,
  after: Instant,
  limit: number
): readonly Version[] => {
  const { sql, parameters } = versionsAfter(kinds, after, limit)
  const rows = connection.page<VersionRow>(sql, ...parameters)
  return indicatorsOf(connection, shared, rows).map((indicator, index) => ({
    indicator,
    superseded: Number(rows[index]?.at(-1))
  }))
}
