import type { Instant } from '../../indicator/time.ts'
import type { FeedLife } from '../feed-life.ts'
import { lifeOfFeed, type FeedLivesParts } from '../feed-lives.ts'

/** The life of each feed at one moment. */
export type Lives = (feed: string) => Promise<FeedLife>

/** Lives at a moment, each looked up once. */
export const livesAt = (parts: FeedLivesParts, now: Instant): Lives => {
  const known = new Map<string, Promise<FeedLife>>()
  return (feed) => {
    const life = known.get(feed) ?? lifeOfFeed(parts, feed, now)
    known.set(feed, life)
    return life
  }
}
