import { GET_FEED } from '../../api/operations/get-feed.ts'
import { feedAnswer, feedNamed, feedsFor } from '../feed-operation.ts'
import { keyedOperation } from '../operation.ts'

/** One feed with its last run. */
export const getFeed = keyedOperation(GET_FEED, async (request, services) => {
  return feedAnswer(200, await feedsFor(request, services).find(feedNamed(request)), services)
})
