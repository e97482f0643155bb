import { GET_FEED } from '../../api/operations/get-feed.ts'
import { feedJson } from '../../app/feeds/feed-json.ts'
import { feedNamed, feedsFor } from '../administration/feed-operation.ts'
import { answerJson } from '../answer.ts'
import { keyedOperation } from '../operation.ts'

/** One feed with its last run. */
export const getFeed = keyedOperation(GET_FEED, async (request, services) => {
  const feeds = await feedsFor(request, services)
  const feed = await feeds.find(feedNamed(request))
  return answerJson(GET_FEED, 200, feedJson(feed, services.clock.now()))
})
