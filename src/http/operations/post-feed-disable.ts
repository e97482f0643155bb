import { POST_FEED_DISABLE } from '../../api/operations/post-feed-disable.ts'
import { feedOperation } from '../administration/feed-operation.ts'
import { answerJson } from '../answer.ts'

/** Stops the runs of a feed; what it said ages on. */
export const postFeedDisable = feedOperation(
  POST_FEED_DISABLE,
  (feeds, name) => feeds.setStanding(name, 'disabled'),
  (feed) => answerJson(POST_FEED_DISABLE, 200, feed)
)
