import { feedAnswer, FEED_PATH, feedNamed, feedsFor, FEEDS_SECURITY } from '../feed-operation.ts'
import type { KeyedOperation } from '../operation.ts'

/** One feed with its last run. */
export const getFeed: KeyedOperation = {
  method: 'GET',
  path: FEED_PATH,
  security: FEEDS_SECURITY,
  parameters: [],
  async handle(request, services) {
    return feedAnswer(200, await feedsFor(request, services).find(feedNamed(request)), services)
  }
}
