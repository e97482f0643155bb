import { INSTANTS_PER_SECOND, SECONDS_PER_DAY, type Day, type Instant } from '../../indicator/time.ts'
import type { BucketCount, KeyCounts, RequestCounts } from '../counter-store.ts'
import type { Connection } from './connection.ts'

const BUCKETS = 60

/** The rolling windows of a key: the code in the table, and the width of a bucket. */
const WINDOWS = {
  minute: { isDay: 0, width: INSTANTS_PER_SECOND },
  day: { isDay: 1, width: (SECONDS_PER_DAY * INSTANTS_PER_SECOND) / BUCKETS }
} as const

type Window = (typeof WINDOWS)[keyof typeof WINDOWS]

const ADD = `INSERT INTO request_counts (key_id, is_day, bucket, count) VALUES (?, ?, ?, ?)
  ON CONFLICT (key_id, is_day, bucket) DO UPDATE SET count = count + excluded.count`

const AHEAD = 'SELECT sum(count) FROM request_counts WHERE key_id = ? AND is_day = ? AND bucket > ?'

const FORGET = `DELETE FROM request_counts
  WHERE key_id = ? AND is_day = ? AND (bucket <= ? OR bucket > ? OR count <= 0)`

const READ = 'SELECT bucket, count FROM request_counts WHERE key_id = ? AND is_day = ? ORDER BY bucket'

const readWindow = (connection: Connection, keyId: string, { isDay }: Window): readonly BucketCount[] =>
  connection.all<[number, number]>(READ, keyId, isDay).map(([bucket, count]) => ({ bucket, count }))

const countWindow = (
  connection: Connection,
  keyId: string,
  window: Window,
  additions: readonly BucketCount[],
  now: Instant
): readonly BucketCount[] => {
  const { isDay, width } = window
  for (const { bucket, count } of additions) connection.run(ADD, keyId, isDay, bucket, count)
  const newest = Math.floor(now / width)
  const [ahead] = connection.all<[number | null]>(AHEAD, keyId, isDay, newest)
  if (typeof ahead?.[0] === 'number') connection.run(ADD, keyId, isDay, newest, ahead[0])
  connection.run(FORGET, keyId, isDay, newest - BUCKETS, newest)
  return readWindow(connection, keyId, window)
}

/** Adds the requests of a key, and gives all that are counted of it. */
export const countRequests = (connection: Connection, { keyId, minute, day }: KeyCounts, now: Instant): KeyCounts => ({
  keyId,
  minute: countWindow(connection, keyId, WINDOWS.minute, minute, now),
  day: countWindow(connection, keyId, WINDOWS.day, day, now)
})

/** All requests that are counted of a key. */
export const readRequests = (connection: Connection, keyId: string): RequestCounts => ({
  minute: readWindow(connection, keyId, WINDOWS.minute),
  day: readWindow(connection, keyId, WINDOWS.day)
})

/** Forgets what keys counted before a day and have not moved since. */
export const forgetRequests = (connection: Connection, before: Day): void => {
  for (const { isDay, width } of Object.values(WINDOWS)) {
    const bucket = (before * SECONDS_PER_DAY * INSTANTS_PER_SECOND) / width
    connection.run('DELETE FROM request_counts WHERE is_day = ? AND bucket < ?', isDay, bucket)
  }
}
