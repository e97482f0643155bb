import { jsonAnswer } from '../answer.ts'
import { FEED_PATH, feedNamed, feedsFor, FEEDS_SECURITY } from '../feed-operation.ts'
import type { KeyedOperation } from '../operation.ts'

/** Removes a feed and everything it said. */
export const deleteFeed: KeyedOperation = {
  method: 'DELETE',
  path: FEED_PATH,
  security: FEEDS_SECURITY,
  parameters: [],
  async handle(request, services) {
    const name = feedNamed(request)
    return jsonAnswer(200, { name, withdrawn: await feedsFor(request, services).remove(name) })
  }
}
