import type { Random } from './random.ts'
import { hex, word } from './texts.ts'

const hostName = (random: Random): string => `${word(random, 6 + random(10))}.${word(random, 4)}.example`

const octets = (random: Random): string => `${random(256)}.${random(256)}.${random(256)}`

const url = (random: Random): string => {
  const host = random(2) === 0 ? hostName(random) : `${1 + random(223)}.${octets(random)}:${1_024 + random(60_000)}`
  return `http://${host}/${word(random, 5)}/${word(random, 6)}.php?id=${random(9_999)}`
}

const writers = {
  domain: hostName,
  ipv4: (random: Random) => `${1 + random(223)}.${octets(random)}`,
  url,
  sha256: (random: Random) => hex(random, 64),
  sha1: (random: Random) => hex(random, 40),
  md5: (random: Random) => hex(random, 32),
  cve: (random: Random) => `CVE-${1999 + random(28)}-${1_000 + random(90_000)}`,
  ipv6: (random: Random) => `2a0${random(10)}:${hex(random, 4)}:${hex(random, 4)}::${hex(random, 4)}`,
  email: (random: Random) => `${word(random, 8)}@${hostName(random)}`
}

type MixedKind = keyof typeof writers

/**
 * How often each kind comes in 10,000 values: the unique indicators of 143 public feeds, of which there are 90,995 domains,
 * 62,663 IPv4 addresses, 9,858 URLs, 8,811 SHA-256, 1,961 SHA-1 and 1,372 MD5 hashes, 1,318 CVEs, 993 IPv6 addresses and 79
 * mail addresses.
 */
const SHARES: readonly (readonly [MixedKind, number])[] = [
  ['domain', 5_111],
  ['ipv4', 3_520],
  ['url', 554],
  ['sha256', 495],
  ['sha1', 110],
  ['md5', 77],
  ['cve', 74],
  ['ipv6', 56],
  ['email', 3]
]

const kindAt = (random: Random): MixedKind => {
  let left = random(10_000)
  for (const [kind, share] of SHARES) {
    left -= share
    if (left < 0) return kind
  }
  return 'domain'
}

/** A value, and what it is. */
export interface MixedValue {
  readonly kind: MixedKind
  readonly value: string
}

/** One value of a mix like that of the real feeds. */
export const mixedValue = (random: Random): MixedValue => {
  const kind = kindAt(random)
  return { kind, value: writers[kind](random) }
}
