import type { Instant } from '../../indicator/time.ts'
import type { WriteParts } from './write-parts.ts'

/** Keeps a live indicator as it stands, with its sources, as the version that a change at `superseded` takes the place of. */
export const keepVersion = ({ connection }: WriteParts, row: number, superseded: Instant): void => {
  const { changes } = connection.run(
    `INSERT INTO past_versions
       (superseded, row_id, changed, confidence, first_seen, last_seen, no_rule, guarded_by, feed_set, context)
     SELECT ?, row_id, changed, confidence, first_seen, last_seen, no_rule, guarded_by, feed_set, context
     FROM indicators WHERE row_id = ? AND removed_at IS NULL AND changed < ?`,
    superseded,
    row,
    superseded
  )
  if (changes === 0) return
  connection.run(
    `INSERT INTO version_sources
       (row_id, changed, feed_id, confidence, first_seen, last_seen, valid_until, context, since)
     SELECT s.row_id, i.changed, s.feed_id, s.confidence, s.first_seen, s.last_seen, s.valid_until, s.context, s.since
     FROM indicators AS i CROSS JOIN sources AS s ON s.row_id = i.row_id WHERE i.row_id = ?`,
    row
  )
}
