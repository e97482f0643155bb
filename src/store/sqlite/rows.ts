import { type Indicator, isNoRuleReason, type NoRuleReason, type Source } from '../../indicator/indicator.ts'
import { confidenceCodes, kindCodes } from './codes.ts'
import type { Connection } from './connection.ts'
import type { SharedObjects } from './shared-objects.ts'

/** The columns of an {@link IndicatorRow}, of a table that the statement calls `i`. */
export const INDICATOR_COLUMNS = `i.row_id, i.kind, i.value, i.rule_id, i.confidence, i.first_seen, i.last_seen,
  i.added, i.changed, i.no_rule, i.guarded_by, i.feed_set, i.context`

/** The same columns of a version that the statement calls `v`; what never changes comes from its indicator. */
export const VERSION_COLUMNS = `v.row_id, i.kind, i.value, i.rule_id, v.confidence, v.first_seen, v.last_seen,
  i.added, v.changed, v.no_rule, v.guarded_by, v.feed_set, v.context`

/** One indicator as it is stored. */
export type IndicatorRow = readonly [
  row: number,
  kind: number,
  value: string,
  id: string,
  confidence: number,
  firstSeen: number | null,
  lastSeen: number,
  added: number,
  changed: number,
  noRule: string | null,
  guardedBy: string | null,
  feedSet: number,
  context: number,
  ...rest: readonly unknown[]
]

/** The columns of a {@link SourceRow}, of tables that the statement calls `s` and `f`. */
export const SOURCE_COLUMNS = 'f.name, s.confidence, s.first_seen, s.last_seen, s.valid_until, s.context'

/** One source as it is stored, behind whose it is. */
export type SourceRow = readonly [
  owner: number,
  feed: string,
  confidence: number,
  firstSeen: number | null,
  lastSeen: number,
  validUntil: number | null,
  context: number,
  ...rest: readonly unknown[]
]

/** The reason why an indicator gives no rule; `null` is none. */
export const noRuleOf = (text: string | null): NoRuleReason | undefined => {
  if (text === null) return undefined
  if (!isNoRuleReason(text)) throw new Error(`no reason is called ${text}`)
  return text
}

/** Indicators of rows, in their order. */
export const indicatorsOf = (
  connection: Connection,
  shared: SharedObjects,
  rows: readonly IndicatorRow[]
): readonly Indicator[] => {
  const feedsOf = shared.feedSets.finder(
    connection,
    rows.map((row) => row[11])
  )
  const contextOf = shared.contexts.finder(
    connection,
    rows.map((row) => row[12])
  )
  return rows.map((row) => ({
    id: row[3],
    kind: kindCodes.nameOf(row[1]),
    value: row[2],
    confidence: confidenceCodes.nameOf(row[4]),
    firstSeen: row[5] ?? undefined,
    lastSeen: row[6],
    added: row[7],
    changed: row[8],
    noRule: noRuleOf(row[9]),
    guardedBy: row[10] ?? undefined,
    feeds: feedsOf(row[11]),
    context: contextOf(row[12])
  }))
}

/** The sources of rows, by row; each list ordered by feed name. */
export const sourcesOf = (
  connection: Connection,
  shared: SharedObjects,
  rows: readonly number[]
): ReadonlyMap<number, readonly Source[]> => {
  const stored = connection.all<SourceRow>(
    `SELECT s.row_id, ${SOURCE_COLUMNS} FROM json_each(?) AS wanted
     CROSS JOIN sources AS s ON s.row_id = wanted.value
     CROSS JOIN feeds AS f ON f.feed_id = s.feed_id
     ORDER BY s.row_id, f.name`,
    JSON.stringify(rows)
  )
  const read = sourcesFrom(connection, shared, stored)
  const sources = new Map<number, Source[]>(rows.map((row) => [row, []]))
  for (const [index, source] of read.entries()) sources.get(stored[index]?.[0] ?? 0)?.push(source)
  return sources
}

/** Sources of rows, in their order. */
export const sourcesFrom = (
  connection: Connection,
  shared: SharedObjects,
  rows: readonly SourceRow[]
): readonly Source[] => {
  const contextOf = shared.contexts.finder(
    connection,
    rows.map((row) => row[6])
  )
  return rows.map(([, feed, confidence, firstSeen, lastSeen, validUntil, context]) => ({
    feed,
    confidence: confidenceCodes.nameOf(confidence),
    firstSeen: firstSeen ?? undefined,
    lastSeen,
    validUntil: validUntil ?? undefined,
    context: contextOf(context)
  }))
}
