import { CONFIDENCES } from '../../indicator/confidence.ts'
import { KINDS } from '../../indicator/kind.ts'
import type { Instant } from '../../indicator/time.ts'
import type { ChangeRange, IndicatorFilter } from '../indicator-store.ts'
import { confidenceCodes, kindCodes, sectorCodes } from './codes.ts'
import { allOf, codesOf, compared, isOfIndustries, isOneOf, ofConfidences, type Condition } from './condition.ts'

/** Rows that one index holds in the order of changes. */
interface Stream {
  readonly from: string
  /** The table whose columns say what holds of the indicator. */
  readonly as: 'i' | 'v'
  /** The change that took its place, in SQL. */
  readonly superseded: string
  /** The column of the index that the stream is ordered by. */
  readonly changed: string
  readonly conditions: readonly Condition[]
}

const LIVE: Condition = { sql: 'i.removed_at IS NULL', parameters: [] }

const CURRENT = { as: 'i', superseded: 'NULL', changed: 'i.changed' } as const

const everything: Stream = {
  ...CURRENT,
  from: 'indicators AS i INDEXED BY indicators_by_change',
  conditions: [LIVE]
}

const byKindAndConfidence = ({ kinds, confidences }: IndicatorFilter): readonly Stream[] =>
  [...new Set(kinds ?? KINDS)].flatMap((kind) =>
    [...new Set(confidences ?? CONFIDENCES)].map((confidence) => ({
      ...CURRENT,
      from: 'indicators AS i INDEXED BY indicators_by_kind',
      conditions: [
        LIVE,
        compared('i.kind =', kindCodes.codeOf(kind)),
        compared('i.confidence =', confidenceCodes.codeOf(confidence))
      ]
    }))
  )

/** One indicator can be about several industries; it stands in the stream of the first of them. */
const isOfNone = (sectors: readonly number[]): Condition => {
  const { sql, parameters } = isOneOf('e.sector', sectors)
  return {
    sql: `NOT EXISTS (SELECT 1 FROM industries AS e WHERE ${sql} AND e.changed = s.changed AND e.row_id = s.row_id)`,
    parameters
  }
}

const byIndustry = (filter: IndicatorFilter): readonly Stream[] => {
  const kinds = filter.kinds === undefined ? undefined : codesOf(filter.kinds, kindCodes)
  const sectors = codesOf([...new Set(filter.industries)], sectorCodes)
  return sectors.map((sector, index) => ({
    ...CURRENT,
    from: 'industries AS s CROSS JOIN indicators AS i ON i.row_id = s.row_id',
    changed: 's.changed',
    conditions: [
      compared('s.sector =', sector),
      ...(index === 0 ? [] : [isOfNone(sectors.slice(0, index))]),
      ...(kinds === undefined ? [] : [isOneOf('i.kind', kinds)]),
      ...ofConfidences(filter)
    ]
  }))
}

const currentStreams = (filter: IndicatorFilter): readonly Stream[] => {
  if (filter.industries !== undefined) return byIndustry(filter)
  return filter.kinds === undefined && filter.confidences === undefined ? [everything] : byKindAndConfidence(filter)
}

/** Versions that stood at a position, by which an earlier moment is walked beside what has not changed since. */
const versionStream = ({ kinds, confidences, industries }: IndicatorFilter, asOf: Instant): Stream => ({
  as: 'v',
  superseded: 'v.superseded',
  from: 'past_versions AS v INDEXED BY versions_by_change CROSS JOIN indicators AS i ON i.row_id = v.row_id',
  changed: 'v.changed',
  conditions: [
    compared('v.superseded >', asOf),
    ...(kinds === undefined ? [] : [isOneOf('i.kind', codesOf(kinds, kindCodes))]),
    ...(confidences === undefined ? [] : [isOneOf('v.confidence', codesOf(confidences, confidenceCodes))]),
    ...(industries === undefined ? [] : [isOfIndustries('v.context', industries)])
  ]
})

const streamsOf = ({ filter, asOf }: ChangeRange): readonly Stream[] =>
  asOf === undefined ? currentStreams(filter) : [...currentStreams(filter), versionStream(filter, asOf)]

const boundsOf = (range: ChangeRange, behind: Instant | undefined, { changed, as }: Stream): readonly Condition[] => {
  const { order, after, orLastSeenAfter, asOf } = range
  const bounds: Condition[] = []
  if (after !== undefined) {
    bounds.push(
      orLastSeenAfter === undefined
        ? compared(`${changed} >`, after)
        : { sql: `(${changed} > ? OR ${as}.last_seen > ?)`, parameters: [after, orLastSeenAfter] }
    )
  }
  if (asOf !== undefined) bounds.push(compared(`${changed} <=`, asOf))
  if (behind !== undefined) bounds.push(compared(`${changed} ${order === 'oldest-first' ? '>' : '<'}`, behind))
  const { lastSeenFrom } = range.filter
  if (lastSeenFrom !== undefined) bounds.push(compared(`${as}.last_seen >=`, lastSeenFrom))
  return bounds
}

/**
 * The statement that walks a range; its rows are row, changed, whether it is withheld, and what superseded it. It merges
 * streams that each come from an index in order, and reads them only as far as the limit needs. `undefined` if the
 * filter selects nothing.
 */
export const changeWalk = (range: ChangeRange, limit: number, behind: Instant | undefined): Condition | undefined => {
  const parts = streamsOf(range).map((stream) => {
    const { from, as, changed, superseded, conditions } = stream
    const where = allOf([...conditions, ...boundsOf(range, behind, stream)])
    const sql = `SELECT ${as}.row_id AS row_id, ${changed} AS changed, ${as}.no_rule IS NOT NULL AS withheld,
      ${superseded} AS superseded FROM ${from} WHERE ${where.sql}`
    return { sql, parameters: where.parameters }
  })
  if (parts.length === 0) return undefined
  const direction = range.order === 'oldest-first' ? 'ASC' : 'DESC'
  return {
    sql: `${parts.map(({ sql }) => sql).join(' UNION ALL ')} ORDER BY changed ${direction} LIMIT ?`,
    parameters: [...parts.flatMap(({ parameters }) => parameters), limit]
  }
}
