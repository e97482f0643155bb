import type { Instant } from '../indicator/time.ts'
import type { Tlp } from '../indicator/tlp.ts'
import type { AuditRecord } from './audit-store.ts'

/** What is kept of the secret of a key, the text that is shown once. */
export interface KeySecret {
  /** HMAC-SHA-256 of the whole text under a server secret, lower-case hex. */
  readonly hash: string
  /** The mark of that server secret. */
  readonly mark: string
  /** The four characters behind the prefix, for display. */
  readonly hint: string
  /** When it ends before its key does, because another took its place. */
  readonly until: Instant | undefined
}

/** What is kept of an API key: who holds it, and what it may be used for. */
export interface StoredKey {
  /** UUID. */
  readonly id: string
  readonly account: string
  readonly name: string
  readonly tier: string
  readonly scopes: readonly string[]
  /** Networks in CIDR form from which it may be used; from anywhere where there is none. */
  readonly networks: readonly string[]
  /** The strictest TLP level that it may see; any where there is none. */
  readonly maxTlp: Tlp | undefined
  /** The feeds of which it may see what they say; all where there is none. */
  readonly feeds: readonly string[]
  readonly created: Instant
  readonly expires: Instant | undefined
  readonly revoked: { readonly at: Instant; readonly why: string | undefined } | undefined
  /** The hint of its newest secret, which outlives the secret. */
  readonly hint: string
  /** Newest first: one, two after a rotation, none once it is revoked. */
  readonly secrets: readonly KeySecret[]
  /** When it was last used, to a few minutes, and from which network. */
  readonly lastUsed: { readonly at: Instant; readonly network: string | undefined } | undefined
}

/** A key with the one of its secrets by which it was found. */
export interface FoundKey {
  readonly key: StoredKey
  readonly secret: KeySecret
}

/** What a rotation does to a key that lives `at` that moment. */
export interface KeyRotation {
  readonly id: string
  /** The secret that takes the place of the newest one. */
  readonly secret: KeySecret
  readonly at: Instant
  /** When the secret ends whose place it takes; one that ended by `at` goes at once, like any that is older. */
  readonly until: Instant
}

/** That a key was used from a network. */
export interface KeyUse {
  /** Of the key. */
  readonly id: string
  readonly at: Instant
  /** In CIDR form; `undefined` where it could not be told. */
  readonly network: string | undefined
}

/** A secret that was seen, and is kept under another server secret from here on. */
export interface RenewedSecret {
  readonly from: string
  readonly to: Pick<KeySecret, 'hash' | 'mark'>
}

/** The marks of the server secrets under which hashes of a store are kept. */
export interface SecretMarks {
  /** Under which new hashes are made. */
  readonly current: string
  /** Under which some still are, after the server secret was rotated. */
  readonly former: string | undefined
}

/**
 * Keys and the marks of the server secret. Every write that changes what a key may, or that there is one, counts
 * `keyVersion` up. A hash under a server secret that is neither the current nor the former one throws `secret_wrong`.
 */
export interface KeyStore {
  /** The live key with a secret of one of these hashes. A revoked key has none, so that nothing finds it. */
  findBySecret(hashes: readonly string[]): Promise<FoundKey | undefined>
  find(id: string): Promise<StoredKey | undefined>
  /** Oldest first, revoked ones included; of one account where it is named. */
  list(account?: string): Promise<readonly StoredKey[]>
  /**
   * Adds a key if fewer than `most` live keys (not revoked, not expired at `key.created`) of its account and tier
   * exist, counting those that ended after `endedSince` where it is given; otherwise throws `too_many_keys`.
   */
  add(key: StoredKey, most: number, endedSince?: Instant): Promise<void>
  /** Says whether there is such a key that is neither revoked nor expired. */
  rotate(rotation: KeyRotation): Promise<boolean>
  /** Revokes a key and forgets its secrets; says whether there was one that was not revoked. */
  revoke(id: string, at: Instant, why: string | undefined): Promise<boolean>
  /**
   * Notes uses and renewed secrets, which changes nothing for anyone. What `tell` says of each use from a network that is
   * new for a key which was used before is appended to the audit trail in the same transaction; of each key a bounded
   * number of networks is remembered.
   */
  note(uses: readonly KeyUse[], renewed: readonly RenewedSecret[], tell: (use: KeyUse) => AuditRecord): Promise<void>
  /** `undefined` until the first is set. */
  secretMarks(): Promise<SecretMarks | undefined>
  /** Sets the mark of the first server secret if there is none yet, and gives the one that holds. */
  setSecretMark(mark: string): Promise<string>
  /**
   * Makes the mark that `change` gives the current one and the one before it the former, in one transaction, in which
   * `change` runs and which no other process comes between. Secrets under the former one of before go. Throws what
   * `change` throws.
   */
  rotateServerSecret(change: (before: SecretMarks | undefined) => Promise<string>): Promise<void>
  /** How many keys that live `at` that moment have a secret that rests on the former server secret. */
  restingOnFormer(at: Instant): Promise<number>
  /** Forgets the former server secret with every secret that rests on it; says whether there was one. */
  dropFormerSecret(): Promise<boolean>
}
