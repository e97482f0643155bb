import type { Crypto } from '../../platform/crypto.ts'

/** Where the server secret of a store comes from. */
export interface SecretSource {
  /** For messages: the variable or the file. */
  readonly place: string
  /** One, or two while it is rotated, the newer first; none where there is none yet. */
  read(): Promise<readonly string[]>
  /** Makes a fresh secret, or gives the one that another process made first. */
  create(): Promise<string>
  /** Keeps these in place of what is there; `undefined` where the operator keeps them. */
  readonly replace: ((secrets: readonly string[]) => Promise<void>) | undefined
}

/** By which the store knows a server secret, without having it. */
export const markOf = (crypto: Crypto, secret: string): string => crypto.hmacSha256Hex(secret, 'sigmill server secret')
