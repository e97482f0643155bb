import type { Instant } from '../../indicator/time.ts'
import type { WriteParts } from './write-parts.ts'

/** Keeps a live indicator as it stands as the version that a change at `superseded` takes the place of. */
export const keepVersion = ({ connection }: WriteParts, row: number, superseded: Instant): void => {
  connection.run(
    `INSERT INTO versions
       (superseded, row_id, changed, confidence, first_seen, last_seen, no_rule, guarded_by, feed_set, context)
     SELECT ?, row_id, changed, confidence, first_seen, last_seen, no_rule, guarded_by, feed_set, context
     FROM indicators WHERE row_id = ? AND removed_at IS NULL AND changed < ?`,
    superseded,
    row,
    superseded
  )
}
