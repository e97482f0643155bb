import type { Settings, Tier } from '../config/settings.ts'
import { INSTANTS_PER_SECOND, SECONDS_PER_DAY, formatInstant } from '../indicator/time.ts'
import type { Clock } from '../platform/clock.ts'
import type { Crypto } from '../platform/crypto.ts'
import { Problem, type ProblemCode } from '../problem/problem.ts'
import type { KeyStore, StoredKey } from '../store/key-store.ts'
import { isWellFormedKey, keyHint, mintKey } from './api-key.ts'
import { requireTier, tierNamed } from './tier.ts'

/** What a key may be used for. */
export const SCOPES = {
  'read:iocs': 'read indicators and rules',
  'feeds:admin': 'see, add, change and remove the feeds that are fetched',
  'metrics:read': 'read the metrics'
} as const

/** A scope of {@link SCOPES}. */
export type Scope = keyof typeof SCOPES

/** The scope of keys that name none: reading indicators and rules. */
export const READ_SCOPE = 'read:iocs' satisfies Scope

/** What a new key is to be. */
export interface NewKey {
  readonly tier: string
  readonly name: string
  readonly account: string
  /** {@link READ_SCOPE} unless given. */
  readonly scopes?: readonly Scope[]
  /** From now on; `undefined` never expires. */
  readonly expiresInDays: number | undefined
}

/** A key that holds, with its tier, or the reason why it does not. */
export type KeyVerdict =
  | { readonly valid: true; readonly key: StoredKey; readonly tier: Tier }
  | { readonly valid: false; readonly code: ProblemCode; readonly message: string }

/** The use cases around API keys. */
export interface Keys {
  /** The text of the key is given here and never again. */
  create(request: NewKey): Promise<{ readonly text: string; readonly key: StoredKey }>
  list(): Promise<readonly StoredKey[]>
  /** Revokes by id or by the display prefix (`sk_live_zIc8`) where that names one live key. */
  revoke(idOrPrefix: string, why: string): Promise<StoredKey>
  verify(text: string): Promise<KeyVerdict>
}

/** What {@link createKeys} stands on. */
export interface KeyParts {
  readonly store: KeyStore
  /** The server secret: keys are kept as HMAC under it. */
  readonly secret: string
  readonly settings: Settings
  readonly clock: Clock
  readonly crypto: Crypto
}

const INVALID: KeyVerdict = {
  valid: false,
  code: 'invalid_api_key',
  message: 'The API key is not valid. Check it for missing characters, or ask for a new one.'
}

const MOST_DAYS = 3_650

/** Stands in for the hash of a key that is unknown, so that it costs what a revoked one costs. */
const NO_HASH = '0'.repeat(64)

/** API keys over a store. */
export const createKeys = ({ store, secret, settings, clock, crypto }: KeyParts): Keys => {
  const { prefix } = settings.keys
  const hashOf = (text: string): string => crypto.hmacSha256Hex(secret, text)

  const isLive = (key: StoredKey): boolean =>
    key.revoked === undefined && (key.expires === undefined || key.expires > clock.now())

  return {
    async create({ tier: tierName, name, account, scopes = [READ_SCOPE], expiresInDays }) {
      const tier = requireTier(settings, tierName)
      if (expiresInDays !== undefined && !(expiresInDays > 0 && expiresInDays <= MOST_DAYS)) {
        throw new Problem('invalid_parameter', `A key lives more than 0 and at most ${MOST_DAYS} days.`, {
          details: { parameter: 'expires-in-days' }
        })
      }
      const created = clock.now()
      const text = mintKey(crypto, prefix)
      const lifetime = expiresInDays === undefined ? undefined : expiresInDays * SECONDS_PER_DAY * INSTANTS_PER_SECOND
      const key: StoredKey = {
        id: crypto.randomUuid(),
        hash: hashOf(text),
        hint: keyHint(prefix, text),
        account,
        name,
        tier: tier.name,
        scopes,
        created,
        expires: lifetime === undefined ? undefined : Math.round(created + lifetime),
        revoked: undefined
      }
      await store.add(key, tier.keysPerAccount)
      return { text, key }
    },

    list: () => store.list(),

    async revoke(idOrPrefix, why) {
      const named = (await store.list()).filter(
        (key) => key.id === idOrPrefix || (`${prefix}${key.hint}` === idOrPrefix && isLive(key))
      )
      const [key, second] = named
      if (key === undefined) throw new Problem('not_found', `There is no key "${idOrPrefix}"; see keys list.`)
      if (second !== undefined) {
        throw new Problem('invalid_parameter', `More than one key is shown as "${idOrPrefix}"; give the id.`)
      }
      if (!(await store.revoke(key.id, clock.now(), why))) {
        throw new Problem('not_found', `The key ${key.id} was already revoked.`)
      }
      return key
    },

    async verify(text) {
      if (!isWellFormedKey(crypto, prefix, text)) return INVALID
      const hash = hashOf(text)
      const key = await store.findByHash(hash)
      const isSame = crypto.equal(key?.hash ?? NO_HASH, hash)
      if (key === undefined || !isSame || key.revoked !== undefined) return INVALID
      if (!isLive(key)) {
        const at = key.expires === undefined ? '' : ` at ${formatInstant(key.expires)}`
        return { valid: false, code: 'expired_api_key', message: `The API key expired${at}; ask for a new one.` }
      }
      const tier = tierNamed(settings, key.tier)
      if (tier === undefined) {
        throw new Problem('internal_error', `Key ${key.id} is of tier "${key.tier}", which the configuration lacks.`)
      }
      return { valid: true, key, tier }
    }
  }
}
