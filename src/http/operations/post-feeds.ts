import { POST_FEEDS } from '../../api/operations/post-feeds.ts'
import { memberOf, newFeedOf } from '../feed-body.ts'
import { feedAnswer, feedsFor } from '../feed-operation.ts'
import { keyedOperation } from '../operation.ts'

/** Adds a feed. */
export const postFeeds = keyedOperation(POST_FEEDS, async (request, services) => {
  const feed = await feedsFor(request, services).add(newFeedOf(request.body), { isRemote: true, nameOf: memberOf })
  const answer = feedAnswer(201, feed, services)
  const location = `${POST_FEEDS.path}/${encodeURIComponent(feed.record.name)}`
  return { ...answer, headers: { ...answer.headers, Location: location } }
})
