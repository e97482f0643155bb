import type { Instant } from '../../indicator/time.ts'
import type { History, StoreState } from '../indicator-store.ts'
import type { Connection } from './connection.ts'

/** What the store says about itself. */
export interface Meta extends StoreState {
  /** The newest instant that was ever given; later than the position if not all that were given came to be used. */
  readonly lastStamp: Instant
}

/** Reads the one row of `meta` as this connection sees it. */
export const readMeta = (connection: Connection): Meta => {
  const [row] = connection.all<[Instant, Instant, number, number, number]>(
    'SELECT position, last_stamp, revision, key_version, guard_version FROM meta'
  )
  if (row === undefined) throw new Error('the store has no meta row')
  const [position, lastStamp, revision, keyVersion, guardVersion] = row
  return { position, lastStamp, revision, keyVersion, guardVersion }
}

/** The same without what readers need not know. */
export const readState = (connection: Connection): StoreState => {
  const { position, revision, keyVersion, guardVersion } = readMeta(connection)
  return { position, revision, keyVersion, guardVersion }
}

/** How far back the store remembers, as this connection sees it. */
export const readHistory = (connection: Connection): History => {
  const [row] = connection.all<[Instant, Instant]>('SELECT versions_from, removals_from FROM meta')
  if (row === undefined) throw new Error('the store has no meta row')
  const [versionsFrom, removalsFrom] = row
  return { versionsFrom, removalsFrom }
}
