import { PATCH_FEED } from '../../api/operations/patch-feed.ts'
import { feedJson } from '../../app/feeds/feed-json.ts'
import { memberOf, feedEditOf } from '../administration/feed-body.ts'
import { feedNamed, feedsFor } from '../administration/feed-operation.ts'
import { answerJson } from '../answer.ts'
import { keyedOperation } from '../operation.ts'

/** Says something of a feed anew. */
export const patchFeed = keyedOperation(PATCH_FEED, async (request, services) => {
  const edit = feedEditOf(request.body)
  const feeds = await feedsFor(request, services)
  const feed = await feeds.edit(feedNamed(request), edit, { isRemote: true, nameOf: memberOf })
  return answerJson(PATCH_FEED, 200, feedJson(feed, services.clock.now()))
})
