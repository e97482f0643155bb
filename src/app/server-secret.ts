import type { Crypto } from '../platform/crypto.ts'
import { Problem } from '../problem/problem.ts'
import type { KeyStore } from '../store/key-store.ts'

/** Where the secret of a store comes from. */
export interface SecretSource {
  /** For messages: the variable or the file. */
  readonly place: string
  read(): Promise<string | undefined>
  /** Makes a fresh secret, or gives the one that another process made first. */
  create(): Promise<string>
}

const markOf = (crypto: Crypto, secret: string): string => crypto.hmacSha256Hex(secret, 'sigmill server secret')

/**
 * The secret under which the keys of a store are kept. The first use makes it; a store that has one refuses to go on
 * without it, because every key would silently stop to work.
 */
export const requireServerSecret = async (keys: KeyStore, source: SecretSource, crypto: Crypto): Promise<string> => {
  const known = await keys.secretMark()
  const found = await source.read()
  if (found === undefined && known !== undefined) {
    throw new Problem(
      'secret_missing',
      `The store holds API keys, but its server secret is missing. Bring back ${source.place}, or set SIGMILL_SECRET to the same secret.`
    )
  }
  const secret = found ?? (await source.create())
  const mark = markOf(crypto, secret)
  const held = known ?? (await keys.setSecretMark(mark))
  if (!crypto.equal(held, mark)) {
    throw new Problem(
      'secret_wrong',
      `The server secret from ${source.place} is not the one that this store was made with; its keys would not be recognised.`
    )
  }
  return secret
}
