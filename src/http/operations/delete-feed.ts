import { DELETE_FEED } from '../../api/operations/delete-feed.ts'
import { feedNamed, feedsFor } from '../administration/feed-operation.ts'
import { answerJson } from '../answer.ts'
import { keyedOperation } from '../operation.ts'

/** Removes a feed and everything it said. */
export const deleteFeed = keyedOperation(DELETE_FEED, async (request, services) => {
  const name = feedNamed(request)
  const feeds = await feedsFor(request, services)
  return answerJson(DELETE_FEED, 200, { name, withdrawn: await feeds.remove(name) })
})
