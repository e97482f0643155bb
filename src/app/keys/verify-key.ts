import type { Settings, Tier } from '../../config/settings.ts'
import { formatInstant, type Instant } from '../../indicator/time.ts'
import type { Crypto } from '../../platform/crypto.ts'
import { Problem, type ProblemCode } from '../../problem/problem.ts'
import type { IndicatorStore } from '../../store/indicator-store.ts'
import type { FoundKey, KeySecret, StoredKey } from '../../store/key-store.ts'
import { isWellFormedKey } from '../api-key.ts'
import type { Look } from '../look.ts'
import { tierNamed } from '../tier.ts'
import type { FoundKeys, KnownKey } from './found-keys.ts'
import type { KeyNotes } from './key-notes.ts'
import { hashOf } from './mint-secret.ts'
import type { ServerSecrets } from './server-secrets.ts'

/** A key that holds, with its tier. */
export interface HeldKey {
  readonly valid: true
  readonly key: StoredKey
  readonly tier: Tier
  /** The one of its secrets that was shown. */
  readonly secret: KeySecret
  /** The hashes of that secret under every server secret, by which the key is found again without its text. */
  readonly hashes: readonly string[]
}

/** A key that holds, or the reason why it does not. */
export type KeyVerdict = HeldKey | { readonly valid: false; readonly code: ProblemCode; readonly message: string }

/** What {@link verifyKey} stands on. */
export interface VerifyParts {
  readonly store: Pick<IndicatorStore, 'keys'>
  readonly secrets: ServerSecrets
  readonly settings: Settings
  readonly crypto: Crypto
  /** Takes secrets that are to come under the current server secret. */
  readonly notes: KeyNotes
  /** Remembers keys, so that what comes again and again is not looked for each time. */
  readonly found: FoundKeys
}

const INVALID: KeyVerdict = {
  valid: false,
  code: 'invalid_api_key',
  message: 'The API key is not valid. Check it for missing characters, or ask for a new one.'
}

/** Stands in for the hash of a key that is unknown, so that it costs what a known one costs. */
const NO_HASH = '0'.repeat(64)

const tierOf = ({ id, tier: name }: StoredKey, settings: Settings): Tier => {
  const tier = tierNamed(settings, name)
  if (tier !== undefined) return tier
  throw new Problem('internal_error', `Key ${id} is of tier "${name}", which the configuration lacks.`)
}

const hasEnded = ({ secret }: FoundKey, now: Instant): boolean => secret.until !== undefined && secret.until <= now

/** The key of which a secret has one of these hashes; looking for one that there is not takes as long. */
const findKey = async (
  hashes: readonly string[],
  { store, crypto }: Pick<VerifyParts, 'store' | 'crypto'>
): Promise<KnownKey | undefined> => {
  const found = await store.keys.findBySecret(hashes)
  const kept = found?.secret.hash ?? NO_HASH
  const matches = hashes.filter((hash) => crypto.equal(kept, hash))
  return found === undefined || matches.length === 0 ? undefined : { ...found, hashes }
}

/** Judges a key that was found, if it was. */
const judge = (known: KnownKey | undefined, now: Instant, settings: Settings): KeyVerdict => {
  if (known === undefined || hasEnded(known, now)) return INVALID
  const { key, secret, hashes } = known
  if (key.expires === undefined || key.expires > now) {
    return { valid: true, key, tier: tierOf(key, settings), secret, hashes }
  }
  const at = formatInstant(key.expires)
  return { valid: false, code: 'expired_api_key', message: `The API key expired at ${at}; ask for a new one.` }
}

/**
 * Says whether a text is a key that holds. A typo fails without a look at the store; for all others the work is the same,
 * whether the key is unknown or was revoked: a hash under every server secret, one look, and as many comparisons. One that
 * was found before is not looked for again until a key changes.
 */
export const verifyKey = async (text: string, now: Instant, look: Look, parts: VerifyParts): Promise<KeyVerdict> => {
  const { secrets, settings, crypto, notes, found } = parts
  const digest = crypto.sha256Hex(text)
  const known = found.has(digest) ? found.get(digest, (await look()).keyVersion) : undefined
  if (known !== undefined) return judge(known, now, settings)
  if (!isWellFormedKey(crypto, settings.keys.prefix, text)) return INVALID
  // Before the key is looked for, so that what changes meanwhile is noticed with the next request.
  const { keyVersion: version } = await look()
  const live = await secrets.live()
  const hashes = live.map((secret) => hashOf(crypto, secret, text))
  const key = await findKey(hashes, parts)
  const verdict = judge(key, now, settings)
  if (key === undefined || !verdict.valid) return verdict
  const [{ mark }] = live
  const { secret } = verdict
  const [hash = secret.hash] = hashes
  if (secret.mark === mark) found.set(digest, version, key)
  else notes.renew({ from: secret.hash, to: { hash, mark } })
  return verdict
}

/** Says whether a key that was let in still holds, without its text: for answers that last. */
export const verifyAgain = async ({ hashes }: HeldKey, now: Instant, parts: VerifyParts): Promise<KeyVerdict> =>
  judge(await findKey(hashes, parts), now, parts.settings)
