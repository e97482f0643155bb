import type { Settings } from '../config/settings.ts'
import type { IpAddress } from '../indicator/ipv6-text.ts'
import { INSTANTS_PER_SECOND, SECONDS_PER_DAY, type Instant } from '../indicator/time.ts'
import type { Clock } from '../platform/clock.ts'
import type { Crypto } from '../platform/crypto.ts'
import { printable } from '../problem/printable.ts'
import { Problem } from '../problem/problem.ts'
import type { AuditRecord } from '../store/audit-store.ts'
import type { IndicatorStore } from '../store/indicator-store.ts'
import type { StoredKey } from '../store/key-store.ts'
import { keyActor } from './audit/actor.ts'
import type { AuditEvent } from './audit/audit-events.ts'
import { auditRecord } from './audit/audit-record.ts'
import { accountOf, type Granter } from './keys/granter.ts'
import { FoundKeys } from './keys/found-keys.ts'
import { keptNetwork } from './keys/kept-network.ts'
import { KeyNotes } from './keys/key-notes.ts'
import { type KeyPart, type KeyTerms, type NewKey, readKeyTerms } from './keys/key-terms.ts'
import { mintSecret } from './keys/mint-secret.ts'
import { holdsSecret, refuseSecret } from './keys/refuse-secret.ts'
import { requireFittingScopes } from './keys/require-fitting-scopes.ts'
import { requireGrantable } from './keys/require-grantable.ts'
import { requireLasting } from './keys/require-lasting.ts'
import { isScope } from './keys/scopes.ts'
import type { ServerSecrets } from './keys/server-secrets.ts'
import { type HeldKey, type KeyVerdict, verifyAgain, verifyKey, type VerifyParts } from './keys/verify-key.ts'
import { type Look, lookOnce } from './look.ts'
import { tierNamed } from './tier.ts'

export type { KeyVerdict } from './keys/verify-key.ts'
export type { NewKey } from './keys/key-terms.ts'
export { READ_SCOPE, SCOPES, type Scope } from './keys/scopes.ts'

/** A key with the secret that was just made for it, whose text is given here and never again. */
export interface MintedKey {
  readonly text: string
  readonly key: StoredKey
}

/** The use cases around API keys. What names no key that one may see throws `not_found`. */
export interface Keys {
  /**
   * Makes a key. Throws `invalid_parameter`, `too_many_keys`, or `not_grantable` for what the one who gives it lacks. Keys
   * that ended within a day count for whoever holds a key: each had requests of its own.
   * `nameOf` is what the caller calls the parts of a request.
   */
  create(request: NewKey, by: Granter, nameOf?: (part: KeyPart) => string): Promise<MintedKey>
  /** Oldest first, revoked and expired ones included. */
  list(by: Granter): Promise<readonly StoredKey[]>
  find(id: string, by: Granter): Promise<StoredKey>
  /** How many live keys the account of a key has of its tier, with this one. */
  liveBeside(key: StoredKey): Promise<number>
  /** The same, by id or by the display prefix (`sk_live_zIc8`) of a live key. */
  named(idOrPrefix: string, by: Granter): Promise<StoredKey>
  /**
   * Gives a live key another secret; the one it has holds for so many seconds more. Throws `not_grantable` like
   * {@link Keys.create}, and `key_state` for one that is not live; a key may rotate itself.
   */
  rotate(idOrPrefix: string, overlapSeconds: number, by: Granter): Promise<MintedKey>
  /** Revokes for good. One that was revoked stays as it is. */
  revoke(idOrPrefix: string, why: string | undefined, by: Granter): Promise<StoredKey>
  verify(text: string, look?: Look): Promise<KeyVerdict>
  /** Says whether a key that was verified still holds. */
  verifyAgain(held: HeldKey): Promise<KeyVerdict>
  /** Notes that a key was used; written by {@link Keys.flush}. */
  noteUse(key: StoredKey, address: IpAddress | undefined): void
  /** Writes what was noted of keys, with what the audit trail is to say of it. */
  flush(): Promise<void>
}

/** What {@link createKeys} stands on. */
export interface KeyParts {
  readonly store: Pick<IndicatorStore, 'keys' | 'audited' | 'state'>
  readonly secrets: ServerSecrets
  readonly settings: Settings
  readonly clock: Clock
  readonly crypto: Crypto
}

/** For so long a key that ended counts like one that lives, as its requests would. */
const ENDED_COUNTS: Instant = SECONDS_PER_DAY * INSTANTS_PER_SECOND

const isLive = ({ revoked, expires }: StoredKey, now: Instant): boolean =>
  revoked === undefined && (expires === undefined || expires > now)

const lifeOver = ({ id }: StoredKey): Problem =>
  new Problem('key_state', `The key ${id} has expired or was revoked, and stays so; make a new one.`)

/** API keys over a store. */
export const createKeys = ({ store, secrets, settings, clock, crypto }: KeyParts): Keys => {
  const { prefix } = settings.keys
  const notes = new KeyNotes()
  const verifying: VerifyParts = { store, secrets, settings, crypto, notes, found: new FoundKeys() }

  const audited = (by: Granter, event: AuditEvent, details: AuditRecord['details']) =>
    store.audited(auditRecord(clock, by.actor, event, details)).keys

  const notThere = (idOrPrefix: string): Problem =>
    new Problem(
      'not_found',
      holdsSecret(idOrPrefix, prefix)
        ? 'That is the secret of a key, which names none; give the id or the first characters, as the list of keys has them.'
        : `There is no key ${printable(idOrPrefix)}; see the list of keys.`
    )

  /** The key that a text names among those that somebody may see. */
  const named: Keys['named'] = async (idOrPrefix, by) => {
    const now = clock.now()
    const [key, second] = (await store.keys.list(accountOf(by))).filter(
      (one) => one.id === idOrPrefix || (prefix + one.hint === idOrPrefix && isLive(one, now))
    )
    if (key === undefined) throw notThere(idOrPrefix)
    if (second === undefined) return key
    throw new Problem('invalid_parameter', `More than one key is shown as ${printable(idOrPrefix)}; give the id.`)
  }

  const find: Keys['find'] = async (id, by) => {
    const key = await store.keys.find(id)
    const account = accountOf(by)
    if (key === undefined || (account !== undefined && account !== key.account)) throw notThere(id)
    return key
  }

  /** What a key that is there could give. One whose tier or scope is no longer known is the operator's to look at. */
  const termsOf = (key: StoredKey): KeyTerms => {
    const tier = tierNamed(settings, key.tier)
    const scopes = key.scopes.filter(isScope)
    if (tier !== undefined && scopes.length === key.scopes.length) return { ...key, tier, scopes }
    throw new Problem('not_grantable', `The key ${key.id} has a tier or scope that is not known any more.`)
  }

  return {
    find,
    named,
    list: (by) => store.keys.list(accountOf(by)),

    async liveBeside({ account, tier }) {
      const now = clock.now()
      return (await store.keys.list(account)).filter((key) => key.tier === tier && isLive(key, now)).length
    },

    async create(request, by, nameOf = (part) => part) {
      requireLasting(by)
      const now = clock.now()
      const terms = readKeyTerms(request, { by, settings, now, nameOf })
      requireGrantable(terms, by, nameOf)
      requireFittingScopes(terms, nameOf)
      const [server] = await secrets.live()
      const { text, secret } = mintSecret(crypto, prefix, server)
      const key: StoredKey = {
        ...terms,
        tier: terms.tier.name,
        id: crypto.randomUuid(),
        created: now,
        revoked: undefined,
        hint: secret.hint,
        secrets: [secret],
        lastUsed: undefined
      }
      const { id, account, name, scopes } = key
      const details = { key: id, account, name, tier: key.tier, scopes }
      const endedSince = by.kind === 'holder' ? now - ENDED_COUNTS : undefined
      await audited(by, 'key_created', details).add(key, terms.tier.keysPerAccount, endedSince)
      return { text, key }
    },

    async rotate(idOrPrefix, overlapSeconds, by) {
      requireLasting(by)
      const key = await named(idOrPrefix, by)
      const isItself = by.kind === 'holder' && by.key.id === key.id
      if (!isItself && by.kind === 'holder') requireGrantable(termsOf(key), by, () => 'id')
      const at = clock.now()
      const until = at + overlapSeconds * INSTANTS_PER_SECOND
      const [server] = await secrets.live()
      const { text, secret } = mintSecret(crypto, prefix, server)
      const details = { key: key.id, overlap_seconds: overlapSeconds }
      if (!(await audited(by, 'key_rotated', details).rotate({ id: key.id, secret, at, until }))) throw lifeOver(key)
      return { text, key: await find(key.id, by) }
    },

    async revoke(idOrPrefix, why, by) {
      requireLasting(by)
      refuseSecret(why ?? '', prefix, 'reason')
      const key = await named(idOrPrefix, by)
      await audited(by, 'key_revoked', { key: key.id, ...(why === undefined ? {} : { why }) }).revoke(
        key.id,
        clock.now(),
        why
      )
      return find(key.id, by)
    },

    verify: (text, look = lookOnce(store)) => verifyKey(text, clock.now(), look, verifying),
    verifyAgain: (held) => verifyAgain(held, clock.now(), verifying),

    noteUse({ id }, address) {
      notes.use({ id, at: clock.now(), network: keptNetwork(address) })
    },

    flush: () =>
      notes.flush(store.keys, clock.now(), ({ id, network = '' }) =>
        auditRecord(clock, keyActor(id), 'key_network', { key: id, network })
      )
  }
}
