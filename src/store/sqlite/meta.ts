import type { Instant } from '../../indicator/time.ts'
import type { StoreState } from '../indicator-store.ts'
import type { Connection } from './connection.ts'

/** What the store says about itself. */
export interface Meta extends StoreState {
  /** The newest instant that was ever given; later than the position if not all that were given came to be used. */
  readonly lastStamp: Instant
}

/** Reads the one row of `meta` as this connection sees it. */
export const readMeta = (connection: Connection): Meta => {
  const [row] = connection.all<[Instant, Instant, number, number]>(
    'SELECT position, last_stamp, revision, key_version FROM meta'
  )
  if (row === undefined) throw new Error('the store has no meta row')
  const [position, lastStamp, revision, keyVersion] = row
  return { position, lastStamp, revision, keyVersion }
}

/** The same without what readers need not know. */
export const readState = (connection: Connection): StoreState => {
  const { position, revision, keyVersion } = readMeta(connection)
  return { position, revision, keyVersion }
}
