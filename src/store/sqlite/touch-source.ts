import type { LastSeenWrite } from '../indicator-store.ts'
import type { WriteParts } from './write-parts.ts'

/** Moves the last-seen day of a source and its indicator forward, never back; says whether there was anything to move. */
export const touchSource = ({ connection, feeds }: WriteParts, { row, feed, lastSeen }: LastSeenWrite): boolean => {
  const feedId = feeds.find(connection, feed)
  if (feedId === undefined) return false
  const source = connection.run(
    'UPDATE sources SET last_seen = ? WHERE row_id = ? AND feed_id = ? AND last_seen < ?',
    lastSeen,
    row,
    feedId,
    lastSeen
  )
  if (source.changes === 0) return false
  connection.run('UPDATE indicators SET last_seen = ? WHERE row_id = ? AND last_seen < ?', lastSeen, row, lastSeen)
  return true
}
