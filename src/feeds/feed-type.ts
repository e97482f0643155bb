import type { Role } from '../indicator/context.ts'
import type { Kind } from '../indicator/kind.ts'
import { nameKey } from './field-text.ts'

/**
 * What one part of a typed value is: a kind, an address of either version, a host (address or name), a file hash whose
 * algorithm its length tells, or context.
 */
export type ValuePart = Kind | 'address' | 'host' | 'hash' | 'port' | 'file-name'

/** What a feed means by the type that it gives a value. */
export interface FeedType {
  /** The parts of the value; several where the type is a composite such as `ip-dst|port`. */
  readonly parts: readonly [ValuePart, ...ValuePart[]]
  readonly role: Role | undefined
}

const NAMES: Readonly<Record<string, readonly ValuePart[]>> = {
  ip: ['address'],
  address: ['address'],
  ip4: ['ipv4'],
  ip6: ['ipv6'],
  ips: ['address'],
  ipaddr: ['address'],
  ipaddress: ['address'],
  ipaddresses: ['address'],
  ipv4: ['ipv4'],
  ipv4addr: ['ipv4'],
  ipv4address: ['ipv4'],
  ipv6: ['ipv6'],
  ipv6addr: ['ipv6'],
  ipv6address: ['ipv6'],
  ipport: ['address', 'port'],
  ipv4port: ['ipv4', 'port'],
  ipv6port: ['ipv6', 'port'],
  domain: ['domain'],
  domains: ['domain'],
  domainname: ['domain'],
  domainport: ['domain', 'port'],
  domainip: ['domain', 'address'],
  fqdn: ['domain'],
  hostname: ['domain'],
  hostnames: ['domain'],
  hostnameport: ['domain', 'port'],
  host: ['host'],
  hosts: ['host'],
  hostport: ['host', 'port'],
  url: ['url'],
  urls: ['url'],
  uri: ['url'],
  link: ['url'],
  md5: ['md5'],
  sha1: ['sha1'],
  sha256: ['sha256'],
  hash: ['hash'],
  hashes: ['hash'],
  filehash: ['hash'],
  filehashes: ['hash'],
  file: ['hash'],
  sample: ['hash'],
  filenamemd5: ['file-name', 'md5'],
  filenamesha1: ['file-name', 'sha1'],
  filenamesha256: ['file-name', 'sha256'],
  email: ['email'],
  emails: ['email'],
  emailaddr: ['email'],
  emailaddress: ['email'],
  emailsrc: ['email'],
  emailsender: ['email'],
  envelopefrom: ['email'],
  bodyfrom: ['email'],
  sender: ['email'],
  senderaddress: ['email'],
  senderemail: ['email'],
  cve: ['cve'],
  cves: ['cve'],
  cveid: ['cve'],
  vulnerability: ['cve'],
  technique: ['mitre-attack'],
  techniques: ['mitre-attack'],
  attackpattern: ['mitre-attack'],
  attacktechnique: ['mitre-attack'],
  mitreattack: ['mitre-attack'],
  mitretechnique: ['mitre-attack'],
  ttp: ['mitre-attack']
}

const HASH_WORDS = ['file', 'hash', 'sum', 'value', 'digest']
const ROLES: readonly { readonly word: string; readonly role: Role }[] = [
  { word: 'src', role: 'source' },
  { word: 'source', role: 'source' },
  { word: 'dst', role: 'destination' },
  { word: 'dest', role: 'destination' },
  { word: 'destination', role: 'destination' }
]

/** The meaning of a type's name in any spelling (`IPv4-Addr`, `FileHash-SHA256`, `ip-dst|port`); `undefined` for none of ours. */
export const feedTypeNamed = (name: string): FeedType | undefined => {
  const key = nameKey(name)
  return typeOf(key, undefined) ?? hashType(key) ?? directedType(key)
}

const typeOf = (key: string, role: Role | undefined): FeedType | undefined => {
  const [first, ...others] = (Object.hasOwn(NAMES, key) ? NAMES[key] : undefined) ?? []
  return first === undefined ? undefined : { parts: [first, ...others], role }
}

/** `SHA256 hash`, `FileHash-MD5`: a hash's name with words around it that say no more. */
const hashType = (key: string): FeedType | undefined => {
  const bare = HASH_WORDS.reduce((rest, word) => rest.replace(word, ''), key)
  return bare === 'md5' || bare === 'sha1' || bare === 'sha256' ? typeOf(bare, undefined) : undefined
}

/** `src_ip`, `ip-dst|port`: an address with the side of the traffic on which it stands. */
const directedType = (key: string): FeedType | undefined => {
  for (const { word, role } of ROLES) {
    const type = key.includes(word) ? typeOf(key.replace(word, ''), role) : undefined
    if (type !== undefined && isAddress(type.parts[0])) return type
  }
  return undefined
}

const isAddress = (part: ValuePart): boolean => part === 'address' || part === 'ipv4' || part === 'ipv6'
