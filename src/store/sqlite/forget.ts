import type { Instant } from '../../indicator/time.ts'
import type { Connection } from './connection.ts'

/** The last of the first so many instants that a statement gives in order; `undefined` where it gives none. */
const lastOf = (connection: Connection, sql: string, until: Instant, limit: number): Instant | undefined =>
  connection.all<[Instant]>(sql, until, limit).at(-1)?.[0]

/** Forgets versions that a change superseded at a position or before it; says whether none is left. */
export const forgetVersions = (connection: Connection, until: Instant, limit: number): boolean => {
  const last = lastOf(
    connection,
    'SELECT superseded FROM past_versions WHERE superseded <= ? ORDER BY superseded LIMIT ?',
    until,
    limit
  )
  if (last === undefined) return true
  connection.run(
    `DELETE FROM version_sources
     WHERE (row_id, changed) IN (SELECT row_id, changed FROM past_versions WHERE superseded <= ?)`,
    last
  )
  const { changes } = connection.run('DELETE FROM past_versions WHERE superseded <= ?', last)
  connection.run('DELETE FROM returns WHERE removed_at <= ?', last)
  connection.run('UPDATE meta SET versions_from = max(versions_from, ?)', last)
  return changes < limit
}

/** Forgets indicators that were removed at a position or before it; says whether none is left. */
export const forgetRemoved = (connection: Connection, until: Instant, limit: number): boolean => {
  const last = lastOf(
    connection,
    `SELECT changed FROM indicators INDEXED BY indicators_by_removal
     WHERE removed_at IS NOT NULL AND changed <= ? ORDER BY changed LIMIT ?`,
    until,
    limit
  )
  if (last === undefined) return true
  const { changes } = connection.run(
    'DELETE FROM indicators INDEXED BY indicators_by_removal WHERE removed_at IS NOT NULL AND changed <= ?',
    last
  )
  connection.run('UPDATE meta SET removals_from = max(removals_from, ?)', last)
  return changes < limit
}
