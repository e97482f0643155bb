import { Gauge, type Registry } from 'prom-client'
import { feedAge, feedDue } from '../../app/feeds/feed-json.ts'
import type { Feeds } from '../../app/feeds/feeds.ts'
import { INSTANTS_PER_SECOND, type Instant } from '../../indicator/time.ts'

/** A feed with what its runs left behind. */
export type StoredFeed = Awaited<ReturnType<Feeds['find']>>

/** Figures of one feed by name; one that is not known has no sample. */
interface FeedMetric {
  readonly name: string
  readonly help: string
  readonly value: (feed: StoredFeed, now: Instant) => number | undefined
}

const secondsOf = (instant: Instant | undefined): number | undefined =>
  instant === undefined ? undefined : instant / INSTANTS_PER_SECOND

const METRICS: readonly FeedMetric[] = [
  {
    name: 'sigmill_feed_last_good_run_timestamp_seconds',
    help: 'When the feed was last read well.',
    value: ({ state }) => secondsOf(state.lastGoodRun)
  },
  {
    name: 'sigmill_feed_age_seconds',
    help: 'Seconds since the feed was last read well.',
    value: feedAge
  },
  {
    name: 'sigmill_feed_next_run_timestamp_seconds',
    help: 'When the next run of the feed is due; only of feeds that are enabled.',
    value: (feed) => secondsOf(feedDue(feed))
  },
  {
    name: 'sigmill_feed_size',
    help: 'Values that the last good run accepted.',
    value: ({ state }) => state.size
  },
  {
    name: 'sigmill_feed_failures',
    help: 'Failed runs since the last good one.',
    value: ({ state }) => state.failures
  },
  {
    name: 'sigmill_feed_enabled',
    help: '1 while the feed is fetched, 0 while it is disabled or frozen.',
    value: ({ record }) => (record.standing === 'enabled' ? 1 : 0)
  }
]

const addMetric = (
  registry: Registry,
  { name, help, value }: FeedMetric,
  feeds: readonly StoredFeed[],
  now: Instant
): void => {
  const gauge = new Gauge({ name, help, labelNames: ['feed'], registers: [registry] })
  for (const feed of feeds) {
    const figure = value(feed, now)
    if (figure !== undefined) gauge.set({ feed: feed.record.name }, figure)
  }
}

const addAlarms = (registry: Registry, feeds: readonly StoredFeed[]): void => {
  const gauge = new Gauge({
    name: 'sigmill_feed_alarm',
    help: '1 for each feed that somebody should look at, with what is wrong.',
    labelNames: ['feed', 'code'],
    registers: [registry]
  })
  for (const { record, state } of feeds) {
    if (state.alarm !== undefined) gauge.set({ feed: record.name, code: state.alarm.code }, 1)
  }
}

const addLastRun = (registry: Registry, feeds: readonly StoredFeed[]): void => {
  const gauge = new Gauge({
    name: 'sigmill_feed_last_run_values',
    help: 'Values of the last run of the feed, by what became of them.',
    labelNames: ['feed', 'result'],
    registers: [registry]
  })
  for (const { record, state } of feeds) {
    if (state.lastRun === undefined) continue
    for (const [result, count] of Object.entries({ ...state.lastRun.counts }))
      gauge.set({ feed: record.name, result }, count)
  }
}

/** Adds the figures of feeds. */
export const addFeedMetrics = (registry: Registry, feeds: readonly StoredFeed[], now: Instant): void => {
  for (const metric of METRICS) addMetric(registry, metric, feeds, now)
  addLastRun(registry, feeds)
  addAlarms(registry, feeds)
}
