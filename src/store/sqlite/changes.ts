import { CONFIDENCES } from '../../indicator/confidence.ts'
import type { Kind } from '../../indicator/kind.ts'
import type { Instant } from '../../indicator/time.ts'
import type { Change } from '../indicator-store.ts'
import { confidenceCodes, kindCodes, reasonCodes } from './codes.ts'
import { allOf, compared, type Condition } from './condition.ts'
import type { Connection } from './connection.ts'
import { INDICATOR_COLUMNS, indicatorsOf, type IndicatorRow } from './rows.ts'
import type { SharedObjects } from './shared-objects.ts'

type ChangeRow = readonly [...row: IndicatorRow, reason: number, removedAt: number | null]

/** Rows that one index holds in the order of changes: live ones or removed ones. */
interface Stream {
  readonly index: string
  readonly conditions: readonly Condition[]
}

const LIVE: Condition = { sql: 'i.removed_at IS NULL', parameters: [] }
const REMOVED: Condition = { sql: 'i.removed_at IS NOT NULL', parameters: [] }

const everything: readonly Stream[] = [
  { index: 'indicators_by_change', conditions: [LIVE] },
  { index: 'indicators_by_removal', conditions: [REMOVED] }
]

const ofKind = (kind: Kind): readonly Stream[] => {
  const isOfKind = compared('i.kind =', kindCodes.codeOf(kind))
  const live = CONFIDENCES.map((confidence) => ({
    index: 'indicators_by_kind',
    conditions: [LIVE, isOfKind, compared('i.confidence =', confidenceCodes.codeOf(confidence))]
  }))
  return [...live, { index: 'indicators_by_removed_kind', conditions: [REMOVED, isOfKind] }]
}

/**
 * The statement that reads changes: it merges streams that each come from an index in order, and reads them only as far
 * as the limit needs. `undefined` where no kind is asked for.
 */
export const changesAfter = (
  kinds: readonly Kind[] | undefined,
  after: Instant,
  limit: number
): Condition | undefined => {
  const streams = kinds === undefined ? everything : [...new Set(kinds)].flatMap(ofKind)
  if (streams.length === 0) return undefined
  const parts = streams.map(({ index, conditions }) => {
    const { sql, parameters } = allOf([...conditions, compared('i.changed >', after)])
    const columns = `${INDICATOR_COLUMNS}, i.reason, i.removed_at`
    return { sql: `SELECT ${columns} FROM indicators AS i INDEXED BY ${index} WHERE ${sql}`, parameters }
  })
  return {
    sql: `${parts.map(({ sql }) => sql).join(' UNION ALL ')} ORDER BY changed LIMIT ?`,
    parameters: [...parts.flatMap(({ parameters }) => parameters), limit]
  }
}

/** The last changes of indicators of these kinds, removed ones included, strictly after a position, oldest first. */
export const readChanges = (
  connection: Connection,
  shared: SharedObjects,
  kinds: readonly Kind[] | undefined,
  after: Instant,
  limit: number
): readonly Change[] => {
  const statement = changesAfter(kinds, after, limit)
  if (statement === undefined) return []
  const rows = connection.page<ChangeRow>(statement.sql, ...statement.parameters)
  return indicatorsOf(connection, shared, rows).map((indicator, index) => {
    const [reason, removedAt] = (rows[index]?.slice(-2) ?? []) as [number, number | null]
    return { indicator, reason: reasonCodes.nameOf(reason), isRemoved: removedAt !== null }
  })
}
