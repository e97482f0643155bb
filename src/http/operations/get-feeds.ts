import { GET_FEEDS } from '../../api/operations/get-feeds.ts'
import { feedJson } from '../../app/feeds/feed-json.ts'
import { feedsFor } from '../administration/feed-operation.ts'
import { answerJson } from '../answer.ts'
import { keyedOperation } from '../operation.ts'

/** The feeds that are fetched. */
export const getFeeds = keyedOperation(GET_FEEDS, async (request, services) => {
  const now = services.clock.now()
  const feeds = await feedsFor(request, services)
  const data = (await feeds.list()).map((feed) => feedJson(feed, now))
  return answerJson(GET_FEEDS, 200, { data })
})
