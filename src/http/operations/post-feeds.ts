import { POST_FEEDS } from '../../api/operations/post-feeds.ts'
import { feedJson } from '../../app/feeds/feed-json.ts'
import { memberOf, newFeedOf } from '../administration/feed-body.ts'
import { feedsFor } from '../administration/feed-operation.ts'
import { answerJson } from '../answer.ts'
import { keyedOperation } from '../operation.ts'

/** Adds a feed. */
export const postFeeds = keyedOperation(POST_FEEDS, async (request, services) => {
  const feeds = await feedsFor(request, services)
  const feed = await feeds.add(newFeedOf(request.body), { isRemote: true, nameOf: memberOf })
  const answer = answerJson(POST_FEEDS, 201, feedJson(feed, services.clock.now()))
  const location = `${POST_FEEDS.path}/${encodeURIComponent(feed.record.name)}`
  return { ...answer, headers: { ...answer.headers, Location: location } }
})
