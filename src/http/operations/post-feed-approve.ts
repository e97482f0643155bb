import { POST_FEED_APPROVE } from '../../api/operations/post-feed-approve.ts'
import { answerJson } from '../answer.ts'
import { feedOperation } from '../feed-operation.ts'

/** Approves the size of a feed that was held because of it. */
export const postFeedApprove = feedOperation(
  POST_FEED_APPROVE,
  (feeds, name) => feeds.approve(name),
  (feed) => answerJson(POST_FEED_APPROVE, 200, feed)
)
