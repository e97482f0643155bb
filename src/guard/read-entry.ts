import type { GuardEntry } from '../indicator/guard-list.ts'
import { readHostName } from '../indicator/host-name.ts'
import type { Identified } from '../indicator/normalised.ts'
import { recognise } from '../indicator/recognise.ts'
import { refang } from '../indicator/refang.ts'
import { isRejection } from '../indicator/rejection.ts'
import type { EntryRefusal } from './entry-refusal.ts'
import { isPublicSuffix } from './public-suffix.ts'
import { isBadNetwork, readNetwork } from './read-network.ts'

const SCHEME = '://'
const LABEL_BEFORE = 'a.'
const WILDCARD = /^\*?\./

/** A domain of one label or more in its one spelling. */
const readDomain = (text: string): string | undefined =>
  readHostName(text) ?? readHostName(LABEL_BEFORE + text)?.slice(LABEL_BEFORE.length)

/** A domain that is named without a dot before it. What is below a public suffix belongs to strangers. */
const domainEntry = (host: string): GuardEntry => ({ shape: isPublicSuffix(host) ? 'alone' : 'below', text: host })

/** `.example.com` and `*.example.com` say that all below is meant. */
const readDotted = (text: string): GuardEntry | EntryRefusal => {
  const domain = readDomain(text.replace(WILDCARD, ''))
  return domain === undefined ? { refused: 'unreadable' } : { shape: 'below', text: domain }
}

const entryOf = ({ kind, value }: Identified): GuardEntry => {
  if (kind === 'domain') return domainEntry(value)
  return { shape: kind === 'ipv4' || kind === 'ipv6' ? 'network' : 'value', text: value }
}

/** A name, also such as a file has, without a dot before it. */
const readName = (text: string): GuardEntry | EntryRefusal => {
  const domain = readDomain(text)
  if (domain === undefined) return { refused: 'unreadable' }
  return domain.includes('.') ? domainEntry(domain) : { refused: 'one_label' }
}

/** `example.com/` without a scheme is the host, as a list of domains writes it. */
const withoutTrailingSlash = (text: string): string =>
  text.endsWith('/') && !text.includes(SCHEME) ? text.slice(0, -1) : text

/**
 * Reads an entry as people write it, in any spelling: a domain covers what is below it, a public suffix only itself
 * unless a dot stands before it; an address or network its addresses; anything else the one value.
 */
export const readEntry = (given: string): GuardEntry | EntryRefusal => {
  const text = withoutTrailingSlash(refang(given.trim()))
  if (WILDCARD.test(text)) return readDotted(text)
  const network = readNetwork(text)
  if (network?.endsWith('/0') === true) return { refused: 'every_address' }
  if (network !== undefined) return { shape: 'network', text: network }
  if (isBadNetwork(text)) return { refused: 'no_network' }
  const identified = recognise(text)
  if (!isRejection(identified)) return entryOf(identified)
  return identified.reason === 'bad_hash' ? { refused: 'other_hash' } : readName(text)
}

/** Reads an entry of a list of sites: a domain with what is below it, whether a dot stands before it or not. */
export const readSite = (given: string): GuardEntry | EntryRefusal =>
  readName(withoutTrailingSlash(refang(given.trim())).replace(WILDCARD, ''))
