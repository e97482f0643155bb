import { isFileName } from './file-extension.ts'
import type { Kind } from './kind.ts'
import { isNetwork } from './network.ts'
import type { Identified } from './normalised.ts'
import { prepare } from './prepare.ts'
import { readAs } from './read-as.ts'
import type { Rejection } from './rejection.ts'
import {
  looksLikeAttackId,
  looksLikeCve,
  looksLikeDomain,
  looksLikeEmail,
  looksLikeHash,
  looksLikeHostAndPath,
  looksLikeIpv4,
  looksLikeIpv6,
  looksLikePlainDomain
} from './shapes.ts'
import { splitScheme } from './url-scheme.ts'

interface Shape {
  readonly fits: (text: string) => boolean
  readonly means: Kind | Rejection
}

const FILE_NAME: Rejection = { reason: 'unknown_kind', detail: 'a file name' }

/** Asked in order; the first that fits decides. A hash of no known length is refused as a SHA-256 of wrong length. */
const SHAPES: readonly Shape[] = [
  { fits: looksLikeIpv4, means: 'ipv4' },
  { fits: (text) => looksLikeDomain(text) && !text.includes('/') && isFileName(text), means: FILE_NAME },
  { fits: looksLikePlainDomain, means: 'domain' },
  { fits: (text) => text.startsWith('/'), means: { reason: 'path_only' } },
  { fits: (text) => splitScheme(text) !== undefined, means: 'url' },
  { fits: isNetwork, means: { reason: 'cidr' } },
  { fits: (text) => text.length === 32 && looksLikeHash(text, 32), means: 'md5' },
  { fits: (text) => text.length === 40 && looksLikeHash(text, 40), means: 'sha1' },
  { fits: (text) => looksLikeHash(text, 33), means: 'sha256' },
  { fits: looksLikeEmail, means: 'email' },
  { fits: looksLikeIpv6, means: 'ipv6' },
  { fits: looksLikeHostAndPath, means: 'url' },
  { fits: looksLikeCve, means: 'cve' },
  { fits: looksLikeAttackId, means: 'mitre-attack' },
  { fits: looksLikeDomain, means: 'domain' }
]

/**
 * Reads a value that comes without a type, in any spelling, by what it looks like. What clearly looks like one kind
 * but breaks its rules is refused with that kind's reason. Never throws.
 */
export const recognise = (text: string): Identified | Rejection => {
  const prepared = prepare(text)
  if (typeof prepared !== 'string') return prepared
  const means = SHAPES.find(({ fits }) => fits(prepared))?.means ?? { reason: 'unknown_kind' }
  return typeof means === 'string' ? readAs(means, prepared) : means
}
