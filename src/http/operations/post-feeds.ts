import { memberOf, readFeedBody } from '../feed-body.ts'
import { feedAnswer, feedsFor, FEEDS_PATH, FEEDS_SECURITY } from '../feed-operation.ts'
import type { KeyedOperation } from '../operation.ts'

/** Adds a feed. */
export const postFeeds: KeyedOperation = {
  method: 'POST',
  path: FEEDS_PATH,
  security: FEEDS_SECURITY,
  parameters: [],
  body: 'json',
  async handle(request, services) {
    const feed = await feedsFor(request, services).add(readFeedBody(request.body), { isRemote: true, nameOf: memberOf })
    const answer = feedAnswer(201, feed, services)
    const location = `${FEEDS_PATH}/${encodeURIComponent(feed.record.name)}`
    return { ...answer, headers: { ...answer.headers, Location: location } }
  }
}
