import type { KeySecret, StoredKey } from './key-store.ts'

/** 2026-05-17T10:00:00Z. */
const NOON = 1_779_012_000_000_000

/** Marks of two server secrets. */
export const FIRST = 'a'.repeat(64)
export const SECOND = 'b'.repeat(64)

/** A secret under the first server secret, whose hash begins with its name. */
export const secret = (name: string, parts: Partial<KeySecret> = {}): KeySecret => ({
  hash: name.padEnd(64, '0'),
  mark: FIRST,
  hint: name.slice(0, 4),
  until: undefined,
  ...parts
})

/** A key that is told from others by its number. */
export const key = (number: number, parts: Partial<StoredKey> = {}): StoredKey => ({
  id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  account: 'security team',
  name: `poller ${number}`,
  tier: 'pro',
  scopes: ['read:iocs'],
  networks: [],
  maxTlp: undefined,
  feeds: [],
  created: NOON + number,
  expires: undefined,
  revoked: undefined,
  hint: `key${number}`,
  secrets: [secret(`key${number}`)],
  lastUsed: undefined,
  ...parts
})
