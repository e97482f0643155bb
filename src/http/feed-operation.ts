import { keyActor } from '../app/audit/actor.ts'
import { feedJson } from '../app/feeds/feed-json.ts'
import type { Feeds } from '../app/feeds/feeds.ts'
import type { Scope } from '../app/keys.ts'
import { jsonAnswer, type Answer } from './answer.ts'
import type { KeyedOperation, KeyedRequest, Security, Services } from './operation.ts'

type StoredFeed = Awaited<ReturnType<Feeds['find']>>

/** Where feeds are. */
export const FEEDS_PATH = '/api/v1/feeds'

/** Where one feed is. */
export const FEED_PATH = `${FEEDS_PATH}/{name}`

/** Who may see and change feeds. */
export const FEEDS_SECURITY: Security = { scope: 'feeds:admin' satisfies Scope, feature: undefined }

/** The feeds, as the holder of the key sees and changes them. */
export const feedsFor = ({ caller }: KeyedRequest, { feeds }: Services): Feeds => feeds(keyActor(caller.key.id))

/** The feed that a path names. */
export const feedNamed = ({ pathParameters }: KeyedRequest): string => pathParameters.get('name') ?? ''

/** A feed as an answer. */
export const feedAnswer = (status: number, feed: StoredFeed, { clock }: Services): Answer =>
  jsonAnswer(status, feedJson(feed, clock.now()))

/** `POST /api/v1/feeds/{name}/<verb>`: does something to a feed and shows what it has become. */
export const feedOperation = (
  verb: string,
  status: number,
  act: (feeds: Feeds, name: string) => Promise<StoredFeed>
): KeyedOperation => ({
  method: 'POST',
  path: `${FEED_PATH}/${verb}`,
  security: FEEDS_SECURITY,
  parameters: [],
  async handle(request, services) {
    return feedAnswer(status, await act(feedsFor(request, services), feedNamed(request)), services)
  }
})
