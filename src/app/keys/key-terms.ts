import {
  LIFE_MUST,
  longerThan,
  LONGEST_ACCOUNT,
  LONGEST_FEED_NAME,
  LONGEST_KEY_NAME,
  moreThan,
  MOST_DAYS,
  MOST_FEEDS,
  MOST_NETWORKS
} from '../../api/bodies/bounds.ts'
import { NETWORK_READING, SCOPE_READING, TLP_READING } from '../../api/bodies/readings.ts'
import { DEFAULT_SCOPES, type Scope, SCOPE_NAMES } from '../../api/scopes.ts'
import type { Settings, Tier } from '../../config/settings.ts'
import { cleanText } from '../../indicator/clean-text.ts'
import { textList } from '../../indicator/context-lists.ts'
import { type Instant, INSTANTS_PER_SECOND, SECONDS_PER_DAY } from '../../indicator/time.ts'
import type { StoredKey } from '../../store/key-store.ts'
import { invalidParameter } from '../invalid-parameter.ts'
import { readAs } from '../read-as.ts'
import { defaultKeyTier, requireTier } from '../tier.ts'
import type { Granter } from './granter.ts'
import { refuseSecret } from './refuse-secret.ts'

/** What a new key is to be. What is left out is as the key has it that gives it. */
export interface NewKey {
  readonly name: string
  /** `default` where an operator names none. */
  readonly account?: string | undefined
  /** The first tier that may export rules where an operator names none. */
  readonly tier?: string | undefined
  /** {@link DEFAULT_SCOPES} unless given. */
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

const readText = (text: string, longest: number, parameter: string): string => {
  const clean = cleanText(text, longest + 1)
  if (clean === '') {
    throw invalidParameter(parameter, text, { reason: 'it is empty, or nothing of it can be shown' })
  }
  if (Array.from(clean).length <= longest) return clean
  throw invalidParameter(parameter, undefined, { reason: longerThan(longest) })
}

const readList = <Entry>(
  texts: readonly string[],
  most: number,
  parameter: string,
  read: (text: string) => Entry
): readonly Entry[] => {
  if (texts.length === 0) throw invalidParameter(parameter, undefined, { reason: 'it is empty; leave it out' })
  if (texts.length <= most) return texts.map(read)
  throw invalidParameter(parameter, undefined, { reason: moreThan(most) })
}

const readExpiry = (days: number, now: Instant, parameter: string): Instant => {
  if (days > 0 && days <= MOST_DAYS) return Math.round(now + days * SECONDS_PER_DAY * INSTANTS_PER_SECOND)
  throw invalidParameter(parameter, String(days), { reason: LIFE_MUST })
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
    name: kept(request.name, LONGEST_KEY_NAME, 'name'),
    account: kept(account ?? giver?.account ?? 'default', LONGEST_ACCOUNT, 'account'),
    tier: requireTier(settings, tier ?? giver?.tier ?? defaultKeyTier(settings), nameOf('tier')),
    scopes: [
      ...new Set<Scope>(
        listed(scopes, 'scopes', SCOPE_NAMES.length, (text, parameter) => readAs(SCOPE_READING, text, parameter)) ??
          DEFAULT_SCOPES
      )
    ],
    networks: textList(
      listed(networks, 'networks', MOST_NETWORKS, (text, parameter) => readAs(NETWORK_READING, text, parameter)) ??
        giver?.networks ??
        []
    ),
    maxTlp: maxTlp === undefined ? giver?.maxTlp : readAs(TLP_READING, maxTlp, nameOf('maxTlp')),
    feeds: textList(
      listed(feeds, 'feeds', MOST_FEEDS, (text, parameter) => readText(text, LONGEST_FEED_NAME, parameter)) ??
        giver?.feeds ??
        []
    ),
    expires: days === undefined ? giver?.expires : readExpiry(days, now, nameOf('expiresInDays'))
  }
}
