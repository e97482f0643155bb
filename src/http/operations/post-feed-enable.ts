import { POST_FEED_ENABLE } from '../../api/operations/post-feed-enable.ts'
import { answerJson } from '../answer.ts'
import { feedOperation } from '../feed-operation.ts'

/** Lets a feed be fetched again. */
export const postFeedEnable = feedOperation(
  POST_FEED_ENABLE,
  (feeds, name) => feeds.setStanding(name, 'enabled'),
  (feed) => answerJson(POST_FEED_ENABLE, 200, feed)
)
