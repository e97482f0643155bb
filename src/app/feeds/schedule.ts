import { Cron } from 'croner'
import { INSTANTS_PER_SECOND, type Instant } from '../../indicator/time.ts'
import type { FeedSchedule } from '../../store/feed-store.ts'
import { invalidParameter } from '../invalid-parameter.ts'
import { formatDuration, parseDuration } from './duration.ts'

/** What a feed is fetched by that names no schedule. */
export const DEFAULT_SCHEDULE: FeedSchedule = { every: 3_600 }

const LEAST_SECONDS = 60
const MOST_SECONDS = 31 * 86_400

const CRON_FIELDS = 5

/** Cron has minutes, so that no feed is asked more than once in one. */
const cronOf = (text: string): Cron => new Cron(text, { timezone: 'UTC', mode: '5-part', paused: true })

const INSTANTS_PER_MILLISECOND = INSTANTS_PER_SECOND / 1_000

const nextOfCron = (cron: Cron, after: Instant): Instant | undefined => {
  const next = cron.nextRun(new Date(after / INSTANTS_PER_MILLISECOND))
  return next === null ? undefined : next.getTime() * INSTANTS_PER_MILLISECOND
}

/** Reads `--every`. Throws `invalid_parameter`. */
export const readEvery = (text: string, parameter: string): FeedSchedule => {
  const every = parseDuration(text)
  const allowed = ['90s', '30m', '1h', '7d']
  if (every === undefined) throw invalidParameter(parameter, text, { reason: 'it is no duration', allowed })
  if (every >= LEAST_SECONDS && every <= MOST_SECONDS) return { every }
  const bounds = `${formatDuration(LEAST_SECONDS)} to ${formatDuration(MOST_SECONDS)}`
  throw invalidParameter(parameter, text, {
    reason: every < LEAST_SECONDS ? 'that is more often than feeds change' : 'it is too long',
    allowed: [bounds]
  })
}

const cronFault = (text: string, now: Instant): string | undefined => {
  // Croner also takes nicknames and single dates.
  if (text.split(/\s+/).length !== CRON_FIELDS || text.includes(':')) return 'it has not the five fields of cron'
  try {
    return nextOfCron(cronOf(text), now) === undefined ? 'there is no such day' : undefined
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^CronPattern: /, '') : 'it is no schedule'
  }
}

/** Reads `--cron`: minute, hour, day, month and day of the week, in UTC. Throws `invalid_parameter`. */
export const readCron = (text: string, parameter: string, now: Instant): FeedSchedule => {
  const cron = text.trim()
  const fault = cronFault(cron, now)
  if (fault === undefined) return { cron }
  throw invalidParameter(parameter, text, { reason: fault, allowed: ['0 6 * * *', '*/30 * * * 1-5'] })
}

/** A number from 0 to 2^32 - 1 that a name always gives: FNV-1a over its UTF-16 units. */
const numberOf = (name: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/**
 * When a feed is due after a run that ended well. Feeds with the same interval have slots of their own in it, told by
 * their names, so that not all start at once; the slot that follows the run within half an interval is passed over.
 */
export const nextRun = (schedule: FeedSchedule, name: string, after: Instant): Instant => {
  if ('cron' in schedule) return nextOfCron(cronOf(schedule.cron), after) ?? Number.MAX_SAFE_INTEGER
  const interval = schedule.every * INSTANTS_PER_SECOND
  const offset = (numberOf(name) % schedule.every) * INSTANTS_PER_SECOND
  const earliest = after + interval / 2
  return Math.ceil((earliest - offset) / interval) * interval + offset
}

/** A schedule for people: `every 1h`, `cron 0 6 * * *`. */
export const scheduleText = (schedule: FeedSchedule): string =>
  'cron' in schedule ? `cron ${schedule.cron}` : `every ${formatDuration(schedule.every)}`
