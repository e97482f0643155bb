import { mintKey } from '../../src/app/api-key.ts'
import type { Scope } from '../../src/app/keys.ts'
import type { Settings } from '../../src/config/settings.ts'
import { nodeCrypto } from '../../src/platform/crypto.ts'
import type { StoredKey } from '../../src/store/key-store.ts'
import { LETS_IN, type Access } from './access-table.ts'
import { startServer, type TestServer } from './test-server.ts'

/** A key as a caller has it; without a text none is sent. */
export interface HeldKey {
  readonly text: string
  readonly id: string
  readonly account: string
}

/** What is wrong with a request, in the order in which it is looked at. */
export interface KeyState {
  readonly name: string
  /** The refusal: its status and code. */
  readonly refusal: readonly [status: number, code: string]
  /** Whether its answer says what is left of the limits, as all do that come behind the look at the rate. */
  readonly hasLimits: boolean
  /** Whether it counts as a request of its key. */
  readonly counts: boolean
  readonly make: (server: TestServer) => Promise<HeldKey>
}

/** A tier that may do what `pro` may, but once a minute. */
const NARROW = 'narrow'

const withNarrowTier = (settings: Settings): Settings => ({
  ...settings,
  limits: { ...settings.limits, failedAttempts: 1_000_000 },
  tiers: settings.tiers.flatMap((tier) =>
    tier.name === 'pro' ? [tier, { ...tier, name: NARROW, requestsPerMinute: 1 }] : [tier]
  )
})

/** A server that holds nobody off, with a tier of which one request uses up the minute. */
export const openServer = async (): Promise<TestServer> => startServer({ settings: withNarrowTier })

/** A fresh key of an account of its own. */
export const heldKey = async (server: TestServer, parts: Partial<StoredKey> = {}): Promise<HeldKey> => {
  const id = nodeCrypto.randomUuid()
  const text = await server.keyWith({ id, account: id, ...parts })
  return { text, id, account: id }
}

const nobody = (text: string): HeldKey => ({ text, id: 'nobody', account: 'nobody' })

/** Everything that is looked at behind the key itself is wrong, too. */
const WRONG_BEHIND: Partial<StoredKey> = { networks: ['192.0.2.0/24'], scopes: [], tier: 'free' }

const revoked = async (server: TestServer): Promise<HeldKey> => {
  const key = await heldKey(server, { ...WRONG_BEHIND, expires: server.clock.now() })
  await server.store.keys.revoke(key.id, server.clock.now(), 'lost')
  return key
}

/** A key whose secret of before has ended. */
const rotatedAway = async (server: TestServer): Promise<HeldKey> => {
  const key = await heldKey(server, WRONG_BEHIND)
  await server.keys.rotate(key.id, 0, { kind: 'operator', actor: 'user:tester' })
  return key
}

const usedUp = async (server: TestServer): Promise<HeldKey> => {
  const key = await heldKey(server, { tier: NARROW, scopes: [] })
  await server.ask('/api/v1/me', { key: key.text })
  return key
}

/** Before anybody knows whose key it is, and from where it may be used. */
const UNCOUNTED = { hasLimits: false, counts: false }

const WRONG_KEY: KeyState['refusal'] = [401, 'invalid_api_key']

const OF_EVERY_ROUTE: readonly KeyState[] = [
  { name: 'none', refusal: [401, 'missing_api_key'], ...UNCOUNTED, make: async () => nobody('') },
  { name: 'malformed', refusal: WRONG_KEY, ...UNCOUNTED, make: async ({ pro }) => nobody(`${pro}x`) },
  { name: 'with a typo', refusal: WRONG_KEY, ...UNCOUNTED, make: async ({ pro }) => nobody(`${pro.slice(0, -1)}-`) },
  { name: 'unknown', refusal: WRONG_KEY, ...UNCOUNTED, make: async () => nobody(mintKey(nodeCrypto, 'sk_live_')) },
  { name: 'revoked', refusal: WRONG_KEY, ...UNCOUNTED, make: revoked },
  { name: 'rotated away', refusal: WRONG_KEY, ...UNCOUNTED, make: rotatedAway },
  {
    name: 'expired',
    refusal: [401, 'expired_api_key'],
    ...UNCOUNTED,
    make: (server) => heldKey(server, { ...WRONG_BEHIND, expires: server.clock.now() })
  },
  {
    name: 'of another network',
    refusal: [403, 'ip_not_allowed'],
    ...UNCOUNTED,
    make: (server) => heldKey(server, WRONG_BEHIND)
  },
  {
    name: 'used up',
    refusal: [429, 'rate_limit_exceeded'],
    hasLimits: true,
    counts: false,
    make: usedUp
  }
]

const COUNTED = { hasLimits: true, counts: true }

const withoutScope = (scopes: readonly string[]): KeyState => ({
  name: scopes.length === 0 ? 'without a scope' : `with ${scopes.join(' and ')} only`,
  refusal: [403, 'insufficient_scope'],
  ...COUNTED,
  make: (server) => heldKey(server, { scopes, tier: 'free' })
})

/** Every state of a key that is refused by an operation. */
export const refusedStates = ({ scope, needsExport }: Access): readonly KeyState[] => {
  if (scope === 'open') return []
  if (scope === 'key') return OF_EVERY_ROUTE
  const others = (Object.keys(LETS_IN) as readonly Scope[]).filter((one) => !LETS_IN[scope].includes(one))
  const wrongTier: KeyState = {
    name: 'of a tier without exports',
    refusal: [403, 'tier_required'],
    ...COUNTED,
    make: (server) => heldKey(server, { scopes: [scope], tier: 'free' })
  }
  return [
    ...OF_EVERY_ROUTE,
    ...[[], ...others.map((one) => [one]), others, ['read'], [`${scope} `], [scope.toUpperCase()]].map(withoutScope),
    ...(needsExport === true ? [wrongTier] : [])
  ]
}
