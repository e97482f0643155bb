import type { KeyedDescription } from '../../api/description.ts'
import type { GET_FEED } from '../../api/operations/get-feed.ts'
import { keyActor } from '../../app/audit/actor.ts'
import { feedJson, type FeedObject } from '../../app/feeds/feed-json.ts'
import type { Feeds } from '../../app/feeds/feeds.ts'
import type { Answer } from '../answer.ts'
import { type KeyedOperation, keyedOperation, type KeyedRequest, type Services } from '../operation.ts'

type StoredFeed = Awaited<ReturnType<Feeds['find']>>

/** The feeds, as the holder of the key sees and changes them. */
export const feedsFor = ({ caller }: KeyedRequest, { feeds }: Services): Promise<Feeds> =>
  feeds(keyActor(caller.key.id))

/** The feed that a path names. */
export const feedNamed = ({ pathParameters }: KeyedRequest): string => pathParameters.get('name') ?? ''

/** Does something to a feed, and shows what it has become. */
export const feedOperation = (
  described: KeyedDescription & { readonly path: `${typeof GET_FEED.path}/${string}` },
  act: (feeds: Feeds, name: string) => Promise<StoredFeed>,
  answerWith: (feed: FeedObject) => Answer
): KeyedOperation =>
  keyedOperation(described, async (request, services) => {
    const feed = await act(await feedsFor(request, services), feedNamed(request))
    return answerWith(feedJson(feed, services.clock.now()))
  })
