import { FEED_PARTS, type FeedEdit } from '../app/feeds/feed-edit.ts'
import type { FeedRequest } from '../app/feeds/feed-request.ts'
import { invalidParameter } from '../app/invalid-parameter.ts'
import { nearest } from '../indicator/nearest.ts'
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

const MEMBERS = Object.values(MEMBER_OF)

/** The name of a part as the API knows it. */
export const memberOf = (part: Part): string => MEMBER_OF[part]

const wrong = (member: string, reason: string): Error => invalidParameter(member, undefined, { reason })

const refuseUnknown = (body: JsonObject): void => {
  const unknown = Object.keys(body).find((name) => !MEMBERS.includes(name))
  if (unknown === undefined) return
  throw invalidParameter('body', unknown, {
    reason: 'there is no such member',
    allowed: MEMBERS,
    nearest: nearest(unknown, MEMBERS)
  })
}

/** `null` is what answers show for nothing, so it counts as nothing. */
const textIn = (body: JsonObject, part: Part): string | undefined => {
  const value = body[memberOf(part)]
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string' && value !== '') return value
  throw wrong(memberOf(part), 'it is no text, or empty')
}

const requiredIn = (body: JsonObject, part: Part): string => {
  const text = textIn(body, part)
  if (text === undefined) throw wrong(memberOf(part), 'it is missing')
  return text
}

const isText = (value: unknown): value is string => typeof value === 'string'

const listIn = (body: JsonObject, part: Part): readonly string[] | undefined => {
  const value = body[memberOf(part)]
  if (value === undefined || value === null) return undefined
  if (Array.isArray(value) && value.every(isText)) return value
  throw wrong(memberOf(part), 'it is no list of texts')
}

const headersIn = (body: JsonObject): readonly string[] | undefined => {
  const value = body['headers']
  if (value === undefined || value === null) return undefined
  const entries = typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : undefined
  if (entries?.every(([, text]) => isText(text)) === true) return entries.map(([name, text]) => `${name}: ${text}`)
  throw wrong('headers', 'it is no object of texts, as in {"Auth-Key": "env:FEED_KEY"}')
}

/** Everything but the name and the URL. */
const saidIn = (body: JsonObject): Omit<FeedRequest, 'name' | 'url'> => ({
  format: textIn(body, 'format'),
  every: textIn(body, 'every'),
  cron: textIn(body, 'cron'),
  mode: textIn(body, 'mode'),
  confidence: textIn(body, 'confidence'),
  industries: listIn(body, 'industries'),
  role: textIn(body, 'role'),
  tlp: textIn(body, 'tlp'),
  threatTypes: listIn(body, 'threatTypes'),
  lifetime: textIn(body, 'lifetime'),
  licence: textIn(body, 'licence'),
  headers: headersIn(body),
  allowNetworks: listIn(body, 'allowNetworks')
})

/** Reads a feed to be added. Members that are not known are refused, like those of another type. */
export const readFeedBody = (body: JsonObject): FeedRequest => {
  refuseUnknown(body)
  return { name: requiredIn(body, 'name'), url: requiredIn(body, 'url'), ...saidIn(body) }
}

/** Reads what is said of a feed anew: `null` takes back what was said. */
export const readFeedEditBody = (body: JsonObject): FeedEdit => {
  refuseUnknown(body)
  if ('name' in body) throw wrong('name', 'a feed keeps its name; remove it and add another')
  const said = { url: textIn(body, 'url'), ...saidIn(body) }
  const named = FEED_PARTS.filter((part) => body[memberOf(part)] !== undefined)
  if (named.length === 0) throw wrong('body', 'it says nothing of the feed')
  return Object.fromEntries(named.map((part) => [part, said[part] ?? null]))
}
