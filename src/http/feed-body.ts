import { FEED_PARTS, type FeedEdit } from '../app/feeds/feed-edit.ts'
import type { FeedRequest } from '../app/feeds/feed-request.ts'
import {
  listMember,
  pairsMember,
  refuseUnknownMembers,
  requiredMember,
  textMember,
  wrongMember
} from './json-members.ts'
import type { JsonObject } from './operation.ts'

type Part = keyof FeedRequest

/** What JSON calls the parts of a request. */
const MEMBER_OF: Readonly<Record<Part, string>> = {
  name: 'name',
  url: 'url',
  format: 'format',
  every: 'every',
  cron: 'cron',
  mode: 'mode',
  confidence: 'confidence',
  industries: 'industries',
  role: 'role',
  tlp: 'tlp',
  threatTypes: 'threat_types',
  lifetime: 'lifetime',
  licence: 'licence',
  headers: 'headers',
  allowNetworks: 'allow_networks'
}

/** The name of a part as the API knows it. */
export const memberOf = (part: Part): string => MEMBER_OF[part]

const MEMBERS = Object.values(MEMBER_OF)

/** Everything but the name and the URL. */
const saidIn = (body: JsonObject): Omit<FeedRequest, 'name' | 'url'> => {
  const text = (part: Part): string | undefined => textMember(body, memberOf(part))
  const list = (part: Part): readonly string[] | undefined => listMember(body, memberOf(part))
  const headers = pairsMember(body, memberOf('headers'), '{"Auth-Key": "env:FEED_KEY"}')
  return {
    format: text('format'),
    every: text('every'),
    cron: text('cron'),
    mode: text('mode'),
    confidence: text('confidence'),
    industries: list('industries'),
    role: text('role'),
    tlp: text('tlp'),
    threatTypes: list('threatTypes'),
    lifetime: text('lifetime'),
    licence: text('licence'),
    headers: headers?.map(([name, value]) => `${name}: ${value}`),
    allowNetworks: list('allowNetworks')
  }
}

/** Reads a feed to be added. Members that are not known are refused, like those of another type. */
export const readFeedBody = (body: JsonObject): FeedRequest => {
  refuseUnknownMembers(body, MEMBERS)
  return { name: requiredMember(body, memberOf('name')), url: requiredMember(body, memberOf('url')), ...saidIn(body) }
}

/** Reads what is said of a feed anew: `null` takes back what was said. */
export const readFeedEditBody = (body: JsonObject): FeedEdit => {
  refuseUnknownMembers(body, MEMBERS)
  if ('name' in body) throw wrongMember('name', 'a feed keeps its name; remove it and add another')
  const said = { url: textMember(body, memberOf('url')), ...saidIn(body) }
  const named = FEED_PARTS.filter((part) => body[memberOf(part)] !== undefined)
  if (named.length === 0) throw wrongMember('body', 'it says nothing of the feed')
  return Object.fromEntries(named.map((part) => [part, said[part] ?? null]))
}
