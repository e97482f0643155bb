import type { Instant } from '../../indicator/time.ts'
import type { Connection } from './connection.ts'

/** Where instants of changes stand; each is read from the end of an index. */
export const LAST_CHANGES: readonly string[] = [
  `SELECT changed FROM indicators INDEXED BY indicators_by_change
   WHERE removed_at IS NULL AND changed <= ? ORDER BY changed DESC LIMIT 1`,
  `SELECT changed FROM indicators INDEXED BY indicators_by_removal
   WHERE removed_at IS NOT NULL AND changed <= ? ORDER BY changed DESC LIMIT 1`,
  'SELECT changed FROM past_versions INDEXED BY versions_by_change WHERE changed <= ? ORDER BY changed DESC LIMIT 1',
  'SELECT removed_at FROM returns WHERE removed_at <= ? ORDER BY removed_at DESC LIMIT 1',
  // What was forgotten last was a change, too.
  'SELECT versions_from FROM meta WHERE versions_from <= ?',
  'SELECT removals_from FROM meta WHERE removals_from <= ?'
]

/** The newest change at a position or before it that is known; 0 where none is. */
export const readLastChange = (connection: Connection, upTo: Instant): Instant =>
  LAST_CHANGES.reduce((newest, sql) => Math.max(newest, connection.all<[Instant]>(sql, upTo)[0]?.[0] ?? 0), 0)
