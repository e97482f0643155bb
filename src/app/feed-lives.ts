import type { Settings } from '../config/settings.ts'
import { dayOfInstant, type Instant } from '../indicator/time.ts'
import type { FeedRecord } from '../store/feed-store.ts'
import type { IndicatorStore } from '../store/indicator-store.ts'
import { feedLife, type FeedLife, type Pace } from './feed-life.ts'
import { inView } from './in-view.ts'
import { longestLookback } from './tier.ts'

/** What lives are decided on. */
export interface FeedLivesParts {
  readonly store: IndicatorStore
  readonly settings: Settings
}

const paceOf = async (
  store: IndicatorStore,
  feed: string,
  record: FeedRecord | undefined,
  now: Instant
): Promise<Pace> => {
  if (record === undefined || record.standing === 'disabled') return { by: 'calendar' }
  if (record.standing === 'frozen') return { by: 'nothing' }
  const today = dayOfInstant(now)
  const days = await inView(store, async (view) => view.readDays(feed))
  return { by: 'read-days', days: days[0] === today ? days : [today, ...days] }
}

/**
 * The life of a feed at a moment. A feed that is fetched ages by the days on which it was read well, the day of the
 * moment included; one that is disabled, or was only imported, by the calendar; a frozen one not at all.
 */
export const lifeOfFeed = async (
  { store, settings }: FeedLivesParts,
  feed: string,
  now: Instant,
  lifetimeDays?: number
): Promise<FeedLife> => {
  const record = (await store.feeds.find(feed))?.record
  return feedLife({
    feed,
    pace: await paceOf(store, feed, record, now),
    lifetimeDays: lifetimeDays ?? record?.lifetimeDays,
    longestLookback: longestLookback(settings),
    now
  })
}
