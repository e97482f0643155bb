import { feedJson } from '../../app/feeds/feed-json.ts'
import { jsonAnswer } from '../answer.ts'
import { feedsFor, FEEDS_PATH, FEEDS_SECURITY } from '../feed-operation.ts'
import type { KeyedOperation } from '../operation.ts'

/** The feeds that are fetched. */
export const getFeeds: KeyedOperation = {
  method: 'GET',
  path: FEEDS_PATH,
  security: FEEDS_SECURITY,
  parameters: [],
  async handle(request, services) {
    const now = services.clock.now()
    const data = (await feedsFor(request, services).list()).map((feed) => feedJson(feed, now))
    return jsonAnswer(200, { data })
  }
}
