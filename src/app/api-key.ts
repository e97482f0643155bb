import type { Crypto } from '../platform/crypto.ts'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const RANDOM_BYTES = 32
/** Digits that hold 256 bits in base 62. */
const BODY_LENGTH = 43
/** Digits that hold 32 bits in base 62. */
const CHECK_LENGTH = 6
const HINT_LENGTH = 4

const base62 = (number: bigint, length: number): string => {
  let digits = ''
  for (let rest = number; digits.length < length; rest /= 62n) digits = ALPHABET.charAt(Number(rest % 62n)) + digits
  return digits
}

const checkOf = (crypto: Crypto, prefix: string, body: string): string =>
  base62(BigInt(`0x${crypto.sha256Hex(prefix + body).slice(0, 8)}`), CHECK_LENGTH)

/** A fresh key: prefix, 256 random bits and a checksum, in base 62. */
export const mintKey = (crypto: Crypto, prefix: string): string => {
  const random = crypto.randomBytes(RANDOM_BYTES)
  let number = 0n
  for (const byte of random) number = (number << 8n) | BigInt(byte)
  const body = base62(number, BODY_LENGTH)
  return prefix + body + checkOf(crypto, prefix, body)
}

/** Whether a text has the form and checksum of a key, so that a typo fails without a look at the store. */
export const isWellFormedKey = (crypto: Crypto, prefix: string, text: string): boolean => {
  if (!text.startsWith(prefix) || text.length !== prefix.length + BODY_LENGTH + CHECK_LENGTH) return false
  const body = text.slice(prefix.length, prefix.length + BODY_LENGTH)
  return crypto.equal(text.slice(-CHECK_LENGTH), checkOf(crypto, prefix, body))
}

/** The characters behind the prefix by which a person tells keys apart. */
export const keyHint = (prefix: string, key: string): string => key.slice(prefix.length, prefix.length + HINT_LENGTH)
