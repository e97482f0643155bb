import type { Settings, Tier } from '../../config/settings.ts'
import { cleanText } from '../../indicator/clean-text.ts'
import { textList } from '../../indicator/context-lists.ts'
import { readIpNetwork } from '../../indicator/ip-network.ts'
import { nearest } from '../../indicator/nearest.ts'
import { type Instant, INSTANTS_PER_SECOND, SECONDS_PER_DAY } from '../../indicator/time.ts'
import { parseTlp, type Tlp, TLPS } from '../../indicator/tlp.ts'
import type { StoredKey } from '../../store/key-store.ts'
import { LONGEST_FEED_NAME } from '../feed-name.ts'
import { invalidParameter } from '../invalid-parameter.ts'
import { defaultKeyTier, requireTier } from '../tier.ts'
import type { Granter } from './granter.ts'
import { refuseSecret } from './refuse-secret.ts'
import { isScope, READ_SCOPE, type Scope, SCOPE_NAMES } from './scopes.ts'

/** What a new key is to be. What is left out is as the key has it that gives it. */
export interface NewKey {
  readonly name: string
  /** `default` where an operator names none. */
  readonly account?: string | undefined
  /** The first tier that may export rules where an operator names none. */
  readonly tier?: string | undefined
  /** {@link READ_SCOPE} unless given. */
  readonly scopes?: readonly string[] | undefined
  /** Addresses and networks in CIDR form. */
  readonly networks?: readonly string[] | undefined
  readonly maxTlp?: string | undefined
  readonly feeds?: readonly string[] | undefined
  /** From now on; an operator's keys never expire unless it is given. */
  readonly expiresInDays?: number | undefined
}

/** A part of a request. */
export type KeyPart = keyof NewKey

/** What a key may be used for, and how long: everything that one key could give to another. */
export interface KeyTerms extends Pick<StoredKey, 'account' | 'networks' | 'maxTlp' | 'feeds' | 'expires'> {
  readonly name: string
  readonly tier: Tier
  readonly scopes: readonly Scope[]
}

/** What the terms of a key depend on besides the request. */
export interface TermsParts {
  readonly by: Granter
  readonly settings: Settings
  readonly now: Instant
  /** What the caller calls a part, for messages. */
  readonly nameOf: (part: KeyPart) => string
}

const LONGEST_NAME = 100
const LONGEST_ACCOUNT = 64
const MOST_NETWORKS = 50
const MOST_FEEDS = 50
const MOST_DAYS = 3_650

const readText = (text: string, longest: number, parameter: string): string => {
  const clean = cleanText(text, longest + 1)
  const wrong = (reason: string): Error => invalidParameter(parameter, text, { reason })
  if (clean === '') throw wrong('it is empty, or nothing of it can be shown')
  if (Array.from(clean).length > longest) throw wrong(`it is longer than ${longest} characters`)
  return clean
}

const readList = <Entry>(
  texts: readonly string[],
  most: number,
  parameter: string,
  read: (text: string) => Entry
): readonly Entry[] => {
  if (texts.length === 0) throw invalidParameter(parameter, undefined, { reason: 'it is empty; leave it out' })
  if (texts.length <= most) return texts.map(read)
  throw invalidParameter(parameter, undefined, { reason: `it has more than ${most} entries` })
}

const readScope = (text: string, parameter: string): Scope => {
  if (isScope(text)) return text
  throw invalidParameter(parameter, text, {
    reason: 'there is no such scope',
    allowed: SCOPE_NAMES,
    nearest: nearest(text, SCOPE_NAMES)
  })
}

const readNetwork = (text: string, parameter: string): string => {
  const network = readIpNetwork(text.trim())
  if (network !== undefined) return network.text
  throw invalidParameter(parameter, text, {
    reason: 'it is no address or network in CIDR form',
    allowed: ['192.0.2.0/24', '2001:db8::/32', '192.0.2.7']
  })
}

const readTlp = (text: string, parameter: string): Tlp => {
  const tlp = parseTlp(text)
  if (tlp !== undefined) return tlp
  throw invalidParameter(parameter, text, {
    reason: 'it is no level of the Traffic Light Protocol',
    allowed: TLPS,
    nearest: nearest(text, TLPS)
  })
}

const readExpiry = (days: number, now: Instant, parameter: string): Instant => {
  if (days > 0 && days <= MOST_DAYS) return Math.round(now + days * SECONDS_PER_DAY * INSTANTS_PER_SECOND)
  throw invalidParameter(parameter, String(days), {
    reason: `a key lives more than 0 and at most ${MOST_DAYS} days`
  })
}

/** Reads what is asked for, and fills in the rest. Throws `invalid_parameter` for the first part that cannot be. */
export const readKeyTerms = (request: NewKey, { by, settings, now, nameOf }: TermsParts): KeyTerms => {
  const giver = by.kind === 'holder' ? by.key : undefined
  const { account, tier, scopes, networks, maxTlp, feeds, expiresInDays: days } = request
  const listed = <Entry>(
    texts: readonly string[] | undefined,
    part: KeyPart,
    most: number,
    read: (text: string, parameter: string) => Entry
  ): readonly Entry[] | undefined =>
    texts === undefined ? undefined : readList(texts, most, nameOf(part), (text) => read(text, nameOf(part)))
  const kept = (text: string, longest: number, part: KeyPart): string => {
    refuseSecret(text, settings.keys.prefix, nameOf(part))
    return readText(text, longest, nameOf(part))
  }
  return {
    name: kept(request.name, LONGEST_NAME, 'name'),
    account: kept(account ?? giver?.account ?? 'default', LONGEST_ACCOUNT, 'account'),
    tier: requireTier(settings, tier ?? giver?.tier ?? defaultKeyTier(settings)),
    scopes: [...new Set<Scope>(listed(scopes, 'scopes', SCOPE_NAMES.length, readScope) ?? [READ_SCOPE])],
    networks: textList(listed(networks, 'networks', MOST_NETWORKS, readNetwork) ?? giver?.networks ?? []),
    maxTlp: maxTlp === undefined ? giver?.maxTlp : readTlp(maxTlp, nameOf('maxTlp')),
    feeds: textList(
      listed(feeds, 'feeds', MOST_FEEDS, (text, parameter) => readText(text, LONGEST_FEED_NAME, parameter)) ??
        giver?.feeds ??
        []
    ),
    expires: days === undefined ? giver?.expires : readExpiry(days, now, nameOf('expiresInDays'))
  }
}
