import type { Crypto } from '../../platform/crypto.ts'
import type { KeySecret } from '../../store/key-store.ts'
import { keyHint, mintKey } from '../api-key.ts'
import type { ServerSecret } from './server-secrets.ts'

/** The digest under which a key is kept. */
export const hashOf = (crypto: Crypto, { text }: ServerSecret, key: string): string => crypto.hmacSha256Hex(text, key)

/** A fresh secret of a key: the text, which is shown once, and what is kept of it. */
export const mintSecret = (
  crypto: Crypto,
  prefix: string,
  server: ServerSecret
): { readonly text: string; readonly secret: KeySecret } => {
  const text = mintKey(crypto, prefix)
  const hash = hashOf(crypto, server, text)
  return { text, secret: { hash, mark: server.mark, hint: keyHint(prefix, text), until: undefined } }
}
