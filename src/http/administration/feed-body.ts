import type { z } from 'zod'
import type { FEED_EDIT, NEW_FEED } from '../../api/bodies/feed.ts'
import { FEED_PARTS, type FeedEdit } from '../../app/feeds/feed-edit.ts'
import type { FeedRequest } from '../../app/feeds/feed-request.ts'

type NewFeed = z.output<typeof NEW_FEED>

type Part = keyof FeedRequest

/** What JSON calls the parts of a request. */
const MEMBER_OF = {
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
} as const satisfies Readonly<Record<Part, keyof NewFeed>>

/** The name of a part as the API knows it. */
export const memberOf = (part: Part): string => MEMBER_OF[part]

/** Everything but the name and the URL. */
const saidIn = ({ headers, ...body }: Omit<NewFeed, 'name' | 'url'>): Omit<FeedRequest, 'name' | 'url'> => ({
  format: body.format ?? undefined,
  every: body.every ?? undefined,
  cron: body.cron ?? undefined,
  mode: body.mode ?? undefined,
  confidence: body.confidence ?? undefined,
  industries: body.industries ?? undefined,
  role: body.role ?? undefined,
  tlp: body.tlp ?? undefined,
  threatTypes: body.threat_types ?? undefined,
  lifetime: body.lifetime ?? undefined,
  licence: body.licence ?? undefined,
  headers:
    headers === undefined || headers === null
      ? undefined
      : Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  allowNetworks: body.allow_networks ?? undefined
})

/** A feed to be added. */
export const newFeedOf = (body: NewFeed): FeedRequest => ({ name: body.name, url: body.url, ...saidIn(body) })

/** What is said of a feed anew: `null` takes back what was said. */
export const feedEditOf = (body: z.output<typeof FEED_EDIT>): FeedEdit => {
  const said = { url: body.url, ...saidIn(body) }
  const named = FEED_PARTS.filter((part) => body[MEMBER_OF[part]] !== undefined)
  return Object.fromEntries(named.map((part) => [part, said[part] ?? null]))
}
