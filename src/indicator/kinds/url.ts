import type { KindDefinition } from '../normalised.ts'
import { percentEncode } from '../percent-encoding.ts'
import { readAuthority } from '../url-authority.ts'
import { splitScheme } from '../url-scheme.ts'

const END_OF_AUTHORITY = /[/?#]/

/** Path and query without fragment; an empty path is `/`, an empty query is none. */
const readTarget = (text: string): string => {
  const hash = text.indexOf('#')
  const target = hash < 0 ? text : text.slice(0, hash)
  const query = target.indexOf('?')
  const kept = query === target.length - 1 ? target.slice(0, -1) : target
  return kept.startsWith('/') ? kept : `/${kept}`
}

/**
 * An http or https URL without its scheme: `host[:port]/path?query`. Only the host is canonicalised; path and query
 * stay byte for byte but for blanks and what is not ASCII, which are percent-encoded.
 */
export const URL: KindDefinition = {
  kind: 'url',
  maxBytes: 2048,
  normalise: (text) => {
    const { scheme, rest } = splitScheme(text) ?? { scheme: undefined, rest: text }
    if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return { reason: 'bad_scheme', detail: scheme }
    if (scheme === undefined && rest.startsWith('/')) return { reason: 'path_only' }
    const end = rest.search(END_OF_AUTHORITY)
    const authority = readAuthority(end < 0 ? rest : rest.slice(0, end), scheme)
    if (typeof authority !== 'string') return authority
    const value = authority + percentEncode(readTarget(end < 0 ? '' : rest.slice(end)))
    return scheme === undefined ? { kind: 'url', value } : { kind: 'url', value, scheme }
  }
}
