import type { KeyUse, RenewedSecret, SecretMarks } from '../key-store.ts'
import type { Connection } from './connection.ts'
import { isKnownMark } from './secret-marks.ts'

/** Networks of one key that are remembered, the latest ones. */
const MOST_NETWORKS = 200

const KEY = 'SELECT number, last_used FROM keys WHERE id = ?'

const USED = `UPDATE keys SET last_used = ?, last_network = ? WHERE number = ? AND coalesce(last_used, 0) <= ?`

const KNOWN = 'SELECT 1 FROM key_networks WHERE key_number = ? AND network = ?'

const REMEMBER = `INSERT INTO key_networks (key_number, network, last_used) VALUES (?, ?, ?)
  ON CONFLICT DO UPDATE SET last_used = max(last_used, excluded.last_used)`

const FORGET = `DELETE FROM key_networks WHERE key_number = ? AND network NOT IN
  (SELECT network FROM key_networks WHERE key_number = ? ORDER BY last_used DESC LIMIT ${MOST_NETWORKS})`

const RENEW = 'UPDATE OR IGNORE key_secrets SET hash = ?, mark = ? WHERE hash = ?'

/** Remembers a network of a key; says whether it is new. */
const isNewNetwork = (connection: Connection, number: number, { network, at }: KeyUse): boolean => {
  if (network === undefined) return false
  const isKnown = connection.all(KNOWN, number, network).length > 0
  connection.run(REMEMBER, number, network, at)
  if (!isKnown) connection.run(FORGET, number, number)
  return !isKnown
}

/** Notes that a key was used; says whether from a network that is new for it, though it was used before. */
export const noteUse = (connection: Connection, use: KeyUse): boolean => {
  const [row] = connection.all<[number, number | null]>(KEY, use.id)
  if (row === undefined) return false
  const [number, lastUsed] = row
  const isNew = isNewNetwork(connection, number, use)
  connection.run(USED, use.at, use.network ?? null, number, use.at)
  return isNew && lastUsed !== null
}

/** Keeps a secret under another server secret, unless that one is not known any more. */
export const renewSecret = (
  connection: Connection,
  marks: SecretMarks | undefined,
  { from, to }: RenewedSecret
): void => {
  if (isKnownMark(marks, to.mark)) connection.run(RENEW, to.hash, to.mark, from)
}
