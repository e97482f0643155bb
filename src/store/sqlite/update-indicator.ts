import type { ChangeReason } from '../../indicator/change-reason.ts'
import type { Indicator, Source } from '../../indicator/indicator.ts'
import type { Instant } from '../../indicator/time.ts'
import type { IndicatorWrite } from '../indicator-store.ts'
import { confidenceCodes, reasonCodes } from './codes.ts'
import type { Parameter } from './parameter.ts'
import { keepRemoval } from './keep-removal.ts'
import { keepVersion } from './keep-version.ts'
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
  indicator.guardedBy ?? null,
  shared.feedSets.write(connection, indicator.feeds),
  shared.contexts.write(connection, indicator.context)
]

const update = (parts: WriteParts, row: number, indicator: Indicator, reason: ChangeReason | undefined): void => {
  keepVersion(parts, row, indicator.changed)
  keepRemoval(parts, row)
  unlistIndustries(parts, row)
  parts.connection.run(
    `UPDATE indicators SET confidence = ?, first_seen = ?, last_seen = ?, added = ?, changed = ?, no_rule = ?,
       guarded_by = ?, feed_set = ?, context = ?, reason = coalesce(?, reason), removed_at = NULL, removed_why = NULL
     WHERE row_id = ?`,
    ...changingColumns(parts, indicator),
    reason === undefined ? null : reasonCodes.codeOf(reason),
    row
  )
}

/** A source that was there stays as old as it is. */
const saveSource = ({ connection, shared, feeds }: WriteParts, row: number, source: Source, since: Instant): void => {
  connection.run(
    `INSERT INTO sources (row_id, feed_id, confidence, first_seen, last_seen, valid_until, context, since)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (row_id, feed_id) DO UPDATE SET confidence = excluded.confidence, first_seen = excluded.first_seen,
       last_seen = excluded.last_seen, valid_until = excluded.valid_until, context = excluded.context`,
    row,
    feeds.write(connection, source.feed),
    confidenceCodes.codeOf(source.confidence),
    source.firstSeen ?? null,
    source.lastSeen,
    source.validUntil ?? null,
    shared.contexts.write(connection, source.context),
    since
  )
}

const dropSource = ({ connection, feeds }: WriteParts, row: number, feed: string): void => {
  connection.run('DELETE FROM sources WHERE row_id = ? AND feed_id = ?', row, feeds.write(connection, feed))
}

/** Replaces an indicator, which returns it if it was removed, with the given ones of its sources. */
export const updateIndicator = (parts: WriteParts, row: number, write: IndicatorWrite): void => {
  const { indicator, reason } = write
  update(parts, row, indicator, reason)
  listIndustries(parts, row, indicator.changed, indicator.context)
  for (const source of write.sources) saveSource(parts, row, source, indicator.changed)
  for (const feed of write.dropped) dropSource(parts, row, feed)
}
