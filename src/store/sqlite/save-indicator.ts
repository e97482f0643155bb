import type { Indicator, Source } from '../../indicator/indicator.ts'
import type { IndicatorWrite } from '../indicator-store.ts'
import { confidenceCodes, kindCodes } from './codes.ts'
import type { Parameter } from './connection.ts'
import { listIndustries, unlistIndustries } from './industry-rows.ts'
import type { WriteParts } from './write-parts.ts'

/** What an update writes, in the order of its columns. */
const changingColumns = ({ connection, shared }: WriteParts, indicator: Indicator): readonly Parameter[] => [
  confidenceCodes.codeOf(indicator.confidence),
  indicator.firstSeen ?? null,
  indicator.lastSeen,
  indicator.added,
  indicator.changed,
  indicator.noRule ?? null,
  shared.feedSets.write(connection, indicator.feeds),
  shared.contexts.write(connection, indicator.context)
]

const insert = (parts: WriteParts, indicator: Indicator): number => {
  const { lastInsertRowid } = parts.connection.run(
    `INSERT INTO indicators
       (kind, value, rule_id, confidence, first_seen, last_seen, added, changed, no_rule, feed_set, context)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    kindCodes.codeOf(indicator.kind),
    indicator.value,
    indicator.id,
    ...changingColumns(parts, indicator)
  )
  return Number(lastInsertRowid)
}

const update = (parts: WriteParts, row: number, indicator: Indicator): void => {
  unlistIndustries(parts, row)
  parts.connection.run(
    `UPDATE indicators SET confidence = ?, first_seen = ?, last_seen = ?, added = ?, changed = ?, no_rule = ?,
       feed_set = ?, context = ?, removed_at = NULL, removed_why = NULL
     WHERE row_id = ?`,
    ...changingColumns(parts, indicator),
    row
  )
}

const saveSource = ({ connection, shared, feeds }: WriteParts, row: number, source: Source): void => {
  connection.run(
    `INSERT INTO sources (row_id, feed_id, confidence, first_seen, last_seen, context) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (row_id, feed_id) DO UPDATE SET confidence = excluded.confidence, first_seen = excluded.first_seen,
       last_seen = excluded.last_seen, context = excluded.context`,
    row,
    feeds.write(connection, source.feed),
    confidenceCodes.codeOf(source.confidence),
    source.firstSeen ?? null,
    source.lastSeen,
    shared.contexts.write(connection, source.context)
  )
}

/** Inserts or replaces an indicator, which returns it if it was removed, and the given ones of its sources. */
export const saveIndicator = (parts: WriteParts, { row, indicator, sources }: IndicatorWrite): void => {
  if (row !== undefined) update(parts, row, indicator)
  const stored = row ?? insert(parts, indicator)
  listIndustries(parts, stored, indicator.changed, indicator.context)
  for (const source of sources) saveSource(parts, stored, source)
}
