import { memberOf, readFeedEditBody } from '../feed-body.ts'
import { feedAnswer, feedNamed, feedsFor, FEED_PATH, FEEDS_SECURITY } from '../feed-operation.ts'
import type { KeyedOperation } from '../operation.ts'

/** Says something of a feed anew. */
export const patchFeed: KeyedOperation = {
  method: 'PATCH',
  path: FEED_PATH,
  security: FEEDS_SECURITY,
  parameters: [],
  body: 'json',
  async handle(request, services) {
    const edit = readFeedEditBody(request.body)
    const feed = await feedsFor(request, services).edit(feedNamed(request), edit, { isRemote: true, nameOf: memberOf })
    return feedAnswer(200, feed, services)
  }
}
