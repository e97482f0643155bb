import { POST_FEED_FREEZE } from '../../api/operations/post-feed-freeze.ts'
import { feedOperation } from '../administration/feed-operation.ts'
import { answerJson } from '../answer.ts'

/** Stops the runs of a feed, and nothing that it said ages. */
export const postFeedFreeze = feedOperation(
  POST_FEED_FREEZE,
  (feeds, name) => feeds.setStanding(name, 'frozen'),
  (feed) => answerJson(POST_FEED_FREEZE, 200, feed)
)
