import { POST_FEED_ENABLE } from '../../api/operations/post-feed-enable.ts'
import { feedOperation } from '../administration/feed-operation.ts'
import { answerJson } from '../answer.ts'

/** Lets a feed be fetched again. */
export const postFeedEnable = feedOperation(
  POST_FEED_ENABLE,
  (feeds, name) => feeds.setStanding(name, 'enabled'),
  (feed) => answerJson(POST_FEED_ENABLE, 200, feed)
)
