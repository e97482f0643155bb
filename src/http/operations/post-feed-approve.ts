import { POST_FEED_APPROVE } from '../../api/operations/post-feed-approve.ts'
import { feedOperation } from '../administration/feed-operation.ts'
import { answerJson } from '../answer.ts'

/** Approves the size of a feed that was held because of it. */
export const postFeedApprove = feedOperation(
  POST_FEED_APPROVE,
  (feeds, name) => feeds.approve(name),
  (feed) => answerJson(POST_FEED_APPROVE, 200, feed)
)
