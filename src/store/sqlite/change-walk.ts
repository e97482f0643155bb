import { CONFIDENCES } from '../../indicator/confidence.ts'
import { KINDS } from '../../indicator/kind.ts'
import type { Instant } from '../../indicator/time.ts'
import type { ChangeRange, IndicatorFilter } from '../indicator-store.ts'
import { confidenceCodes, kindCodes, sectorCodes } from './codes.ts'
import { allOf, compared, isOneOf, ofConfidences, seenLately, type Condition } from './condition.ts'

/** Rows that one index holds in the order of changes. */
interface Stream {
  readonly from: string
  /** The column of the index that the stream is ordered by. */
  readonly changed: string
  readonly conditions: readonly Condition[]
}

const LIVE: Condition = { sql: 'i.removed_at IS NULL', parameters: [] }

const everything: Stream = {
  from: 'indicators AS i INDEXED BY indicators_by_change',
  changed: 'i.changed',
  conditions: [LIVE]
}

const byKindAndConfidence = ({ kinds, confidences }: IndicatorFilter): readonly Stream[] =>
  [...new Set(kinds ?? KINDS)].flatMap((kind) =>
    [...new Set(confidences ?? CONFIDENCES)].map((confidence) => ({
      from: 'indicators AS i INDEXED BY indicators_by_kind',
      changed: 'i.changed',
      conditions: [
        LIVE,
        compared('i.kind =', kindCodes.codeOf(kind)),
        compared('i.confidence =', confidenceCodes.codeOf(confidence))
      ]
    }))
  )

const byIndustry = (filter: IndicatorFilter): readonly Stream[] => {
  const kinds = filter.kinds?.map((kind) => kindCodes.codeOf(kind))
  return [...new Set(filter.industries)].map((sector) => ({
    from: 'industries AS s CROSS JOIN indicators AS i ON i.row_id = s.row_id',
    changed: 's.changed',
    conditions: [
      compared('s.sector =', sectorCodes.codeOf(sector)),
      ...(kinds === undefined ? [] : [isOneOf('i.kind', kinds)]),
      ...ofConfidences(filter)
    ]
  }))
}

const streamsOf = (filter: IndicatorFilter): readonly Stream[] => {
  if (filter.industries !== undefined) return byIndustry(filter)
  return filter.kinds === undefined && filter.confidences === undefined ? [everything] : byKindAndConfidence(filter)
}

const boundsOf = (range: ChangeRange, behind: Instant | undefined, changed: string): readonly Condition[] => {
  const { order, after, orLastSeenAfter } = range
  const bounds: Condition[] = []
  if (after !== undefined) {
    bounds.push(
      orLastSeenAfter === undefined
        ? compared(`${changed} >`, after)
        : { sql: `(${changed} > ? OR i.last_seen > ?)`, parameters: [after, orLastSeenAfter] }
    )
  }
  if (behind !== undefined) bounds.push(compared(`${changed} ${order === 'oldest-first' ? '>' : '<'}`, behind))
  return bounds
}

/**
 * The statement that walks a range; its rows are row, changed and whether it is withheld. It merges streams that each
 * come from an index in order, and reads them only as far as the limit needs. `undefined` if the filter selects nothing.
 */
export const changeWalk = (range: ChangeRange, limit: number, behind: Instant | undefined): Condition | undefined => {
  const parts = streamsOf(range.filter).map(({ from, changed, conditions }) => {
    const where = allOf([...conditions, ...boundsOf(range, behind, changed), ...seenLately(range.filter)])
    const sql = `SELECT i.row_id AS row_id, ${changed} AS changed, i.no_rule IS NOT NULL AS withheld
      FROM ${from} WHERE ${where.sql}`
    return { sql, parameters: where.parameters }
  })
  if (parts.length === 0) return undefined
  // One indicator can stand in the streams of several industries, but has only one kind and confidence.
  const union = range.filter.industries === undefined ? 'UNION ALL' : 'UNION'
  const direction = range.order === 'oldest-first' ? 'ASC' : 'DESC'
  return {
    sql: `${parts.map(({ sql }) => sql).join(` ${union} `)} ORDER BY changed ${direction} LIMIT ?`,
    parameters: [...parts.flatMap(({ parameters }) => parameters), limit]
  }
}
