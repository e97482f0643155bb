import type { Kind } from '../indicator/kind.ts'
import type { FeedType, ValuePart } from './feed-type.ts'
import { parsePort } from './port.ts'

/** One value of a kind, taken out of a typed value of a feed. */
export interface TypedValue {
  readonly kind: Kind
  readonly value: string
  readonly port: number | undefined
  readonly fileName: string | undefined
}

const HASH_BY_LENGTH: ReadonlyMap<number, Kind> = new Map([
  [32, 'md5'],
  [40, 'sha1'],
  [64, 'sha256']
])

/**
 * Splits a value as its type says: `198.51.100.7:443` of `ip:port` into the address and its port. A value that has
 * not the parts of its type is left whole, under the kind of the first part, for the normaliser to judge. Empty
 * where the type is only known to be a hash and the length tells none of our three.
 */
export const splitTypedValue = (type: FeedType, value: string): readonly TypedValue[] => {
  const texts = splitParts(type.parts, value)
  const textOf = (part: ValuePart): string | undefined => texts[type.parts.indexOf(part)]
  const port = parsePort(textOf('port'))
  const fileName = textOf('file-name')
  return type.parts.flatMap((part, index) => {
    const text = texts[index]
    const kind = text === undefined ? undefined : kindOfPart(part, text)
    return text === undefined || kind === undefined ? [] : [{ kind, value: text, port, fileName }]
  })
}

const splitParts = (parts: readonly ValuePart[], value: string): readonly string[] => {
  if (parts.length === 1) return [value]
  const pieces = value.split('|')
  if (pieces.length === parts.length) return pieces
  return parts[1] === 'port' ? splitPort(value) : [value]
}

/** The port stands behind the last colon, also behind an IPv6 address without brackets, as ThreatFox writes it. */
const splitPort = (value: string): readonly string[] => {
  const colon = value.lastIndexOf(':')
  const port = value.slice(colon + 1)
  if (colon < 0 || parsePort(port) === undefined) return [value]
  const host = value.slice(0, colon)
  return [host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host, port]
}

const kindOfPart = (part: ValuePart, text: string): Kind | undefined => {
  if (part === 'port' || part === 'file-name') return undefined
  if (part === 'hash') return /^[0-9a-f]+$/i.test(text) ? HASH_BY_LENGTH.get(text.length) : undefined
  if (part === 'host') return /^[0-9.]+$/.test(text) || text.includes(':') ? addressKind(text) : 'domain'
  return part === 'address' ? addressKind(text) : part
}

const addressKind = (text: string): Kind => (text.indexOf(':') === text.lastIndexOf(':') ? 'ipv4' : 'ipv6')
