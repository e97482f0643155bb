import type { Instant } from '../../indicator/time.ts'
import type { FeedStore, StoredFeed } from '../../store/feed-store.ts'

const isDue = ({ record, state }: StoredFeed, now: Instant): boolean =>
  record.standing === 'enabled' && state.nextRun <= now

/** The feeds whose runs are due, the most overdue first. Some of them may be held by another process. */
export const dueFeeds = async (store: FeedStore, now: Instant): Promise<readonly StoredFeed[]> => {
  const feeds = await store.list()
  return feeds.filter((feed) => isDue(feed, now)).sort((a, b) => a.state.nextRun - b.state.nextRun)
}
