import type { Instant } from '../indicator/time.ts'

/** What is kept of an API key: never the key, only its HMAC and four characters for display. */
export interface StoredKey {
  /** UUID. */
  readonly id: string
  /** HMAC-SHA-256 of the whole key under the server secret, lower-case hex. */
  readonly hash: string
  /** The four characters behind the prefix, for display. */
  readonly hint: string
  readonly account: string
  readonly name: string
  readonly tier: string
  readonly scopes: readonly string[]
  readonly created: Instant
  readonly expires: Instant | undefined
  readonly revoked: { readonly at: Instant; readonly why: string } | undefined
}

/** Keys and the mark of the server secret. Every write counts `keyVersion` up. */
export interface KeyStore {
  findByHash(hash: string): Promise<StoredKey | undefined>
  find(id: string): Promise<StoredKey | undefined>
  /** Oldest first, revoked ones included. */
  list(): Promise<readonly StoredKey[]>
  /**
   * Adds a key if fewer than `most` live keys (not revoked, not expired at `key.created`) of its account and tier
   * exist; otherwise throws `too_many_keys`.
   */
  add(key: StoredKey, most: number): Promise<void>
  /** Revokes a live key; says whether there was one. */
  revoke(id: string, at: Instant, why: string): Promise<boolean>
  /** A value derived from the server secret by which a wrong one is noticed; `undefined` until the first is set. */
  secretMark(): Promise<string | undefined>
  /** Sets the mark if there is none yet, and gives the one that holds. */
  setSecretMark(mark: string): Promise<string>
}
