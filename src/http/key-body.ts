import type { KeyPart, NewKey } from '../app/keys/key-terms.ts'
import {
  listMember,
  numberMember,
  refuseUnknownMembers,
  requiredMember,
  textMember,
  wrongMember
} from './json-members.ts'
import type { JsonObject } from './operation.ts'

/** What JSON calls the parts of a request. */
const MEMBER_OF: Readonly<Record<KeyPart, string>> = {
  name: 'name',
  account: 'account',
  tier: 'tier',
  scopes: 'scopes',
  networks: 'allowed_ips',
  maxTlp: 'max_tlp',
  feeds: 'allowed_feeds',
  expiresInDays: 'expires_in_days'
}

/** The name of a part as the API knows it. */
export const keyMember = (part: KeyPart): string => MEMBER_OF[part]

/** Reads a key to be made. */
export const readKeyBody = (body: JsonObject): NewKey => {
  refuseUnknownMembers(body, Object.values(MEMBER_OF))
  return {
    name: requiredMember(body, MEMBER_OF.name),
    account: textMember(body, MEMBER_OF.account),
    tier: textMember(body, MEMBER_OF.tier),
    scopes: listMember(body, MEMBER_OF.scopes),
    networks: listMember(body, MEMBER_OF.networks),
    maxTlp: textMember(body, MEMBER_OF.maxTlp),
    feeds: listMember(body, MEMBER_OF.feeds),
    expiresInDays: numberMember(body, MEMBER_OF.expiresInDays)
  }
}

/** Reads why a key is revoked. */
export const readReason = (body: JsonObject): string => {
  refuseUnknownMembers(body, ['reason'])
  return textMember(body, 'reason') ?? 'no reason given'
}

const SECONDS_PER_HOUR = 3_600
const DEFAULT_OVERLAP_HOURS = 24
const MOST_OVERLAP_HOURS = 720

/** Reads for how many seconds the secret of before holds beside the new one. */
export const readOverlap = (body: JsonObject): number => {
  refuseUnknownMembers(body, ['overlap_hours'])
  const hours = numberMember(body, 'overlap_hours') ?? DEFAULT_OVERLAP_HOURS
  if (hours >= 0 && hours <= MOST_OVERLAP_HOURS) return Math.round(hours * SECONDS_PER_HOUR)
  throw wrongMember('overlap_hours', `it is not between 0 and ${MOST_OVERLAP_HOURS}`)
}
