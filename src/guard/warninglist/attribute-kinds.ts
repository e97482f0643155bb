import { KINDS, type Kind } from '../../indicator/kind.ts'

const ADDRESSES: readonly Kind[] = ['ipv4', 'ipv6', 'url']
const NAMES: readonly Kind[] = ['domain', 'url']

/**
 * What MISP's attribute types are here (https://www.misp-project.org/datamodels/). A list of names or addresses is for
 * the URLs on them too. Others, such as phone numbers, are no kind of ours.
 */
const KINDS_OF_ATTRIBUTES: Readonly<Record<string, readonly Kind[]>> = {
  'ip-src': ADDRESSES,
  'ip-dst': ADDRESSES,
  'ip-src|port': ADDRESSES,
  'ip-dst|port': ADDRESSES,
  domain: NAMES,
  hostname: NAMES,
  'hostname|port': NAMES,
  'domain|ip': [...ADDRESSES, ...NAMES],
  url: ['url'],
  uri: ['url'],
  link: ['url'],
  md5: ['md5'],
  sha1: ['sha1'],
  sha256: ['sha256'],
  'filename|md5': ['md5'],
  'filename|sha1': ['sha1'],
  'filename|sha256': ['sha256'],
  'email-src': ['email'],
  'email-dst': ['email'],
  email: ['email'],
  'email-reply-to': ['email'],
  'target-email': ['email'],
  'whois-registrant-email': ['email'],
  'dns-soa-email': ['email'],
  vulnerability: ['cve']
}

const isText = (item: unknown): item is string => typeof item === 'string'

/** The kinds that a list is for; one that names no attribute types is for all. */
export const kindsOfAttributes = (types: unknown): readonly Kind[] => {
  if (!Array.isArray(types) || types.length === 0) return KINDS
  const kinds = new Set(types.filter(isText).flatMap((type) => KINDS_OF_ATTRIBUTES[type] ?? []))
  return KINDS.filter((kind) => kinds.has(kind))
}
