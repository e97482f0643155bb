import { memberOf, readFeedBody } from '../feed-body.ts'
import { feedAnswer, FEEDS_PATH, FEEDS_SECURITY } from '../feed-operation.ts'
import type { KeyedOperation } from '../operation.ts'

/** Adds a feed. */
export const postFeeds: KeyedOperation = {
  method: 'POST',
  path: FEEDS_PATH,
  security: FEEDS_SECURITY,
  parameters: [],
  body: 'json',
  async handle({ body }, services) {
    const feed = await services.feeds.add(readFeedBody(body), { isRemote: true, nameOf: memberOf })
    const answer = feedAnswer(201, feed, services)
    const location = `${FEEDS_PATH}/${encodeURIComponent(feed.record.name)}`
    return { ...answer, headers: { ...answer.headers, Location: location } }
  }
}
