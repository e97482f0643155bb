import { feedOperation } from '../feed-operation.ts'

/** Approves the size of a feed that was held because of it. */
export const postFeedApprove = feedOperation('approve', 200, (feeds, name) => feeds.approve(name))
