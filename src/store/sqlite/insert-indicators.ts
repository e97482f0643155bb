import type { Source } from '../../indicator/indicator.ts'
import type { IndicatorWrite } from '../indicator-store.ts'
import { confidenceCodes, kindCodes, reasonCodes, sectorCodes } from './codes.ts'
import type { Connection } from './connection.ts'
import type { Parameter } from './parameter.ts'
import { isSameSource } from './is-same-source.ts'
import { type Neighbours, neighbours } from './neighbours.ts'
import type { WriteParts } from './write-parts.ts'

const DIGITS_OF_INSTANT = 16

/** What an indicator has to itself goes in as one text: its id and its instant, which are of fixed length, and its value. */
const INSERT = `INSERT INTO indicators
    (row_id, rule_id, added, changed, value,
     kind, confidence, first_seen, last_seen, no_rule, guarded_by, feed_set, context, reason)
  SELECT ? + key, substr(value, 1, 36), CAST(substr(value, 37, 16) AS INTEGER), CAST(substr(value, 37, 16) AS INTEGER),
    substr(value, 53), ?, ?, ?, ?, ?, ?, ?, ?, ?
  FROM json_each(?)`

const INSERT_SOURCES = `INSERT INTO sources
    (row_id, since, feed_id, confidence, first_seen, last_seen, valid_until, context)
  SELECT row_id, changed, ?, ?, ?, ?, ?, ? FROM indicators WHERE row_id >= ?`

const INSERT_INDUSTRIES = `INSERT INTO industries (sector, changed, row_id)
  SELECT ?, changed, row_id FROM indicators WHERE row_id >= ?`

/** Whether two writes differ in nothing but value, id and instant, as far as a look at each member tells. */
const isLike = (a: IndicatorWrite, b: IndicatorWrite): boolean =>
  a.reason === b.reason &&
  a.indicator.kind === b.indicator.kind &&
  a.indicator.confidence === b.indicator.confidence &&
  a.indicator.firstSeen === b.indicator.firstSeen &&
  a.indicator.lastSeen === b.indicator.lastSeen &&
  a.indicator.noRule === b.indicator.noRule &&
  a.indicator.guardedBy === b.indicator.guardedBy &&
  a.indicator.context === b.indicator.context &&
  a.indicator.feeds.length === b.indicator.feeds.length &&
  a.indicator.feeds.every((feed, index) => feed === b.indicator.feeds[index]) &&
  a.sources.length === b.sources.length &&
  a.sources.every((source, index) => isSameSource(source, b.sources[index]))

const sharedColumns = (
  { connection, shared }: WriteParts,
  { indicator, reason }: IndicatorWrite
): readonly Parameter[] => [
  kindCodes.codeOf(indicator.kind),
  confidenceCodes.codeOf(indicator.confidence),
  indicator.firstSeen ?? null,
  indicator.lastSeen,
  indicator.noRule ?? null,
  indicator.guardedBy ?? null,
  shared.feedSets.write(connection, indicator.feeds),
  shared.contexts.write(connection, indicator.context),
  reasonCodes.codeOf(reason ?? 'new')
]

const sourceColumns = ({ connection, shared, feeds }: WriteParts, source: Source): readonly Parameter[] => [
  feeds.write(connection, source.feed),
  confidenceCodes.codeOf(source.confidence),
  source.firstSeen ?? null,
  source.lastSeen,
  source.validUntil ?? null,
  shared.contexts.write(connection, source.context)
]

const ownText = ({ indicator: { id, changed, value } }: IndicatorWrite): string =>
  id + String(changed).padStart(DIGITS_OF_INSTANT, '0') + value

/** Inserts indicators that are alike as the last rows, from `row` on. */
const insertAlike = (parts: WriteParts, row: number, alike: Neighbours<IndicatorWrite>): void => {
  const { connection } = parts
  const [first] = alike
  connection.run(INSERT, row, ...sharedColumns(parts, first), JSON.stringify(alike.map(ownText)))
  for (const source of first.sources) connection.run(INSERT_SOURCES, ...sourceColumns(parts, source), row)
  for (const sector of first.indicator.context.industries) {
    connection.run(INSERT_INDUSTRIES, sectorCodes.codeOf(sector), row)
  }
}

const lastRow = (connection: Connection): number =>
  connection.all<[number | null]>('SELECT max(row_id) FROM indicators')[0]?.[0] ?? 0

/**
 * Inserts indicators, those that follow one another and are alike by one statement: of what a list names first, most
 * are. Gives the first of their rows, which follow one another as the writes do.
 */
export const insertIndicators = (parts: WriteParts, writes: readonly IndicatorWrite[]): number => {
  const first = lastRow(parts.connection) + 1
  let row = first
  for (const alike of neighbours(writes, isLike)) {
    insertAlike(parts, row, alike)
    row += alike.length
  }
  return first
}
