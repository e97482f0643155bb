import { roughDuration } from '../app/feeds/duration.ts'
import { feedAge, feedDue, shownFeedUrl } from '../app/feeds/feed-json.ts'
import type { Feeds } from '../app/feeds/feeds.ts'
import { scheduleText } from '../app/feeds/schedule.ts'
import { formatInstant, type Instant } from '../indicator/time.ts'
import { formatCount, textTable } from './text-table.ts'

type StoredFeed = Awaited<ReturnType<Feeds['find']>>
type Header = StoredFeed['record']['headers'][number]

const NOTHING = '-'

const minute = (instant: Instant): string =>
  formatInstant(instant).slice(0, 'yyyy-mm-ddThh:mm'.length).replace('T', ' ')

const dueText = (feed: StoredFeed, now: Instant): string => {
  const due = feedDue(feed)
  if (due === undefined) return NOTHING
  return due <= now ? 'due' : minute(due)
}

const ageText = (feed: StoredFeed, now: Instant): string => {
  const age = feedAge(feed, now)
  return age === undefined ? 'never' : roughDuration(age)
}

const countText = (count: number | undefined): string => (count === undefined ? NOTHING : formatCount(count))

const HEADINGS = ['NAME', 'STANDING', 'SCHEDULE', 'NEXT RUN', 'READ', 'SIZE', 'ALARM'] as const

/** Feeds for people, one a line. */
export const feedTable = (feeds: readonly StoredFeed[], now: Instant): readonly string[] =>
  textTable([
    HEADINGS,
    ...feeds.map((feed) => [
      feed.record.name,
      feed.record.standing,
      scheduleText(feed.record.schedule),
      dueText(feed, now),
      ageText(feed, now),
      countText(feed.state.size),
      feed.state.alarm?.code ?? NOTHING
    ])
  ])

const headerText = (header: Header): string =>
  'variable' in header ? `${header.name}: from ${header.variable}` : `${header.name}: not shown`

const COUNTS = ['read', 'accepted', 'rejected', 'new', 'changed', 'unchanged', 'expired', 'withdrawn'] as const

/** How the last run of a feed ended: `changed: 12 read, 10 accepted, …`. */
export const runText = ({ state: { lastRun } }: StoredFeed): string => {
  if (lastRun === undefined) return 'never'
  const { outcome, counts } = lastRun
  const shown = COUNTS.filter((name) => counts[name] > 0 || name === 'read')
  return `${outcome}: ${shown.map((name) => `${formatCount(counts[name])} ${name}`).join(', ')}`
}

/** What is wrong with a feed, for people; no line where nothing is. */
export const alarmText = ({ record, state }: StoredFeed): readonly string[] =>
  state.alarm === undefined ? [] : [`${record.name}: ${state.alarm.code}: ${state.alarm.message}`]

/** What may be said of a feed, with what was said. */
const saidRows = ({ record }: StoredFeed): readonly (readonly [string, string | undefined])[] => [
  ['format', record.format ?? 'recognised'],
  ['mode', record.mode ?? 'as the format is'],
  ['confidence', record.confidence],
  ['industries', record.industries.join(', ')],
  ['role', record.role],
  ['TLP', record.tlp],
  ['threat types', record.threatTypes.join(', ')],
  ['lifetime', record.lifetimeDays === undefined ? undefined : `${record.lifetimeDays} days`],
  ['licence', record.licence],
  ['headers', record.headers.map(headerText).join(', ')],
  ['networks', record.allowNetworks.join(', ')]
]

const lastRunText = (feed: StoredFeed): string => {
  const { lastRun } = feed.state
  return lastRun === undefined ? 'never' : `${minute(lastRun.at)}, ${runText(feed)}`
}

const stateRows = (feed: StoredFeed): readonly (readonly [string, string | undefined])[] => {
  const { state } = feed
  return [
    ['last run', lastRunText(feed)],
    ['failures', state.failures === 0 ? undefined : `${formatCount(state.failures)} in a row`],
    ['size', state.size === undefined ? undefined : formatCount(state.size)],
    ['held', state.heldSize === undefined ? undefined : `${formatCount(state.heldSize)} values wait for approval`],
    ['approved', state.approvedSize === undefined ? undefined : `up to ${formatCount(state.approvedSize)} values`],
    ['alarm', state.alarm === undefined ? undefined : `${state.alarm.code} since ${minute(state.alarm.since)}`],
    ['', state.alarm?.message]
  ]
}

/** Everything known of a feed, for people. */
export const feedText = (feed: StoredFeed, now: Instant): readonly string[] => {
  const { record } = feed
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['feed', record.name],
    ['URL', shownFeedUrl(record.url)],
    ['standing', record.standing],
    ['schedule', scheduleText(record.schedule)],
    ['added', minute(record.added)],
    ...saidRows(feed),
    ['next run', dueText(feed, now)],
    ['read well', feed.state.lastGoodRun === undefined ? 'never' : `${ageText(feed, now)} ago`],
    ...stateRows(feed)
  ]
  return textTable(rows.filter((row): row is readonly [string, string] => row[1] !== undefined && row[1] !== ''))
}

/** What somebody who added a feed should know. */
export const secretAdvice = ({ record }: StoredFeed): readonly string[] =>
  record.headers.some((header) => 'literal' in header)
    ? [
        'The value of a header was stored as it is. A variable keeps it out of the store: --header "Name: env:VARIABLE".'
      ]
    : []
