import { POST_FEED_RUN } from '../../api/operations/post-feed-run.ts'
import { feedOperation } from '../administration/feed-operation.ts'
import { answerJson } from '../answer.ts'

/** Makes a feed due; the run itself comes with the next look at the schedule. */
export const postFeedRun = feedOperation(
  POST_FEED_RUN,
  (feeds, name) => feeds.runSoon(name),
  (feed) => answerJson(POST_FEED_RUN, 202, feed)
)
