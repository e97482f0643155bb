import { createHash, createHmac, hash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'

/** SHA-256 of a text that comes in pieces. */
export interface Digest {
  /** Takes in the next piece. */
  update(piece: string): void
  /** Lower-case hex. Ends it. */
  hex(): string
}

/** Randomness and digests. */
export interface Crypto {
  /** Bytes that nobody can guess. */
  randomBytes(count: number): Uint8Array
  /** A random UUID, version 4. */
  randomUuid(): string
  /** HMAC-SHA-256 of UTF-8 text under a UTF-8 secret, lower-case hex. */
  hmacSha256Hex(secret: string, text: string): string
  /** SHA-256 of UTF-8 text, lower-case hex. */
  sha256Hex(text: string): string
  /** SHA-256 of UTF-8 text in pieces. */
  sha256(): Digest
  /** Whether two texts are the same, in a time that tells nothing of where they differ. */
  equal(a: string, b: string): boolean
}

const sha256 = (text: string): Uint8Array => hash('sha256', text, 'buffer')

/** The runtime's own cryptography. */
export const nodeCrypto: Crypto = {
  randomBytes: (count) => randomBytes(count),
  randomUuid: () => randomUUID(),
  hmacSha256Hex: (secret, text) => createHmac('sha256', secret).update(text, 'utf8').digest('hex'),
  sha256Hex: (text) => hash('sha256', text, 'hex'),
  sha256: () => {
    const hash = createHash('sha256')
    return {
      update: (piece) => void hash.update(piece, 'utf8'),
      hex: () => hash.digest('hex')
    }
  },
  // Digests are compared, because timingSafeEqual wants equal lengths.
  equal: (a, b) => timingSafeEqual(sha256(a), sha256(b))
}
