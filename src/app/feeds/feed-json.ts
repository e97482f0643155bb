import type { FEED } from '../../api/schemas/feed.ts'
import type { Written } from '../../api/written.ts'
import { formatInstant, INSTANTS_PER_SECOND, type Instant } from '../../indicator/time.ts'
import type { FeedAlarm, FeedHeader, FeedRun, FeedSchedule, StoredFeed } from '../../store/feed-store.ts'
import { formatDuration } from './duration.ts'

/** What answers show of a feed. */
export type FeedObject = Written<typeof FEED>

const instantJson = (instant: Instant | undefined): string | null =>
  instant === undefined ? null : formatInstant(instant)

const scheduleJson = (schedule: FeedSchedule): FeedObject['schedule'] =>
  'cron' in schedule ? { cron: schedule.cron } : { every: formatDuration(schedule.every) }

/** The URL without its query, in which keys may stand. */
export const shownFeedUrl = (url: string): string => {
  const query = url.indexOf('?')
  return query < 0 ? url : `${url.slice(0, query)}?...`
}

/** Never the value. */
const headerJson = (header: FeedHeader): FeedObject['headers'][number] => ({
  name: header.name,
  variable: 'variable' in header ? header.variable : null
})

const runJson = (run: FeedRun | undefined): FeedObject['last_run'] =>
  run === undefined ? null : { at: formatInstant(run.at), outcome: run.outcome, ...run.counts }

const alarmJson = (alarm: FeedAlarm | undefined): FeedObject['alarm'] =>
  alarm === undefined ? null : { ...alarm, since: formatInstant(alarm.since) }

/** Seconds since the feed was last read well. */
export const feedAge = ({ state }: StoredFeed, now: Instant): number | undefined =>
  state.lastGoodRun === undefined ? undefined : Math.max(0, Math.floor((now - state.lastGoodRun) / INSTANTS_PER_SECOND))

/** When the next run is due; never while the feed is not enabled. */
export const feedDue = ({ record, state }: StoredFeed): Instant | undefined =>
  record.standing === 'enabled' ? state.nextRun : undefined

/** A feed for programs, without any secret. */
export const feedJson = (feed: StoredFeed, now: Instant): FeedObject => {
  const { record, state } = feed
  return {
    name: record.name,
    url: shownFeedUrl(record.url),
    standing: record.standing,
    format: record.format ?? null,
    schedule: scheduleJson(record.schedule),
    mode: record.mode ?? null,
    confidence: record.confidence ?? null,
    industries: record.industries,
    role: record.role ?? null,
    tlp: record.tlp ?? null,
    threat_types: record.threatTypes,
    lifetime_days: record.lifetimeDays ?? null,
    licence: record.licence ?? null,
    headers: record.headers.map(headerJson),
    allow_networks: record.allowNetworks,
    added: formatInstant(record.added),
    next_run: instantJson(feedDue(feed)),
    last_run: runJson(state.lastRun),
    last_good_run: instantJson(state.lastGoodRun),
    age_seconds: feedAge(feed, now) ?? null,
    failures: state.failures,
    size: state.size ?? null,
    held_size: state.heldSize ?? null,
    approved_size: state.approvedSize ?? null,
    alarm: alarmJson(state.alarm)
  }
}
