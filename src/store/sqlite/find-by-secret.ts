import type { Instant } from '../../indicator/time.ts'
import type { Tlp } from '../../indicator/tlp.ts'
import type { FoundKey } from '../key-store.ts'
import type { Connection } from './connection.ts'
import { keyOf, secretOf } from './key-rows.ts'

type FoundRow = readonly [
  id: string,
  account: string,
  name: string,
  tier: string,
  scopes: string,
  networks: string,
  max_tlp: Tlp | null,
  feeds: string,
  created: Instant,
  expires: Instant | null,
  hint: string,
  last_used: Instant | null,
  last_network: string | null,
  hash: string,
  mark: string,
  secret_hint: string,
  until: Instant | null
]

const BY_HASH = `SELECT k.id, k.account, k.name, k.tier, k.scopes, k.networks, k.max_tlp, k.feeds, k.created, k.expires,
    k.hint, k.last_used, k.last_network, s.hash, s.mark, s.hint, s.until
  FROM key_secrets AS given
  JOIN keys AS k ON k.number = given.key_number
  JOIN key_secrets AS s ON s.key_number = given.key_number
  WHERE given.hash IN (?, ?) AND k.revoked_at IS NULL
  ORDER BY s.until IS NOT NULL`

/** The key with a secret of one of two hashes. Every request asks for its key, so this statement is prepared by hand. */
export const findBySecret = (
  connection: Connection,
  [first = '', second = first]: readonly string[]
): FoundKey | undefined => {
  const rows = connection.all<FoundRow>(BY_HASH, first, second)
  const [row] = rows
  if (row === undefined) return undefined
  const [id, account, name, tier, scopes, networks, max_tlp, feeds, created, expires, hint, last_used, last_network] =
    row
  const secrets = rows.map(([, , , , , , , , , , , , , hash, mark, secretHint, until]) => ({
    hash,
    mark,
    hint: secretHint,
    until
  }))
  const given = secrets.find(({ hash }) => hash === first || hash === second)
  if (given === undefined) return undefined
  const held = { id, account, name, tier, scopes, networks, max_tlp, feeds, created, expires }
  const seen = { revoked_at: null, revoked_why: null, hint, last_used, last_network }
  return { key: keyOf({ ...held, ...seen }, secrets), secret: secretOf(given) }
}
