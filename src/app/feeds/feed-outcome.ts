import type { Instant } from '../../indicator/time.ts'
import type { Problem } from '../../problem/problem.ts'
import type { FeedAlarmCode, FeedCounts, FeedRecord, FeedState } from '../../store/feed-store.ts'
import type { Progress } from '../collect/protocol.ts'
import type { Admission } from '../feed-size.ts'
import type { IngestReport } from '../ingest-report.ts'
import { retryAt } from './retry-at.ts'
import { nextRun } from './schedule.ts'

/** The run whose end a state remembers. */
export interface RunEnd {
  readonly record: FeedRecord
  readonly at: Instant
  /** When it was due; another time that a state holds since was asked for while it went on. */
  readonly due: Instant
}

/** What a run took in. */
export interface GoodRun {
  readonly report: IngestReport
  readonly size: number
  readonly progress: Progress
}

type StateChange = (before: FeedState) => FeedState

const nextAfter = ({ record, at, due }: RunEnd, before: FeedState): Instant =>
  before.nextRun === due ? nextRun(record.schedule, record.name, at) : before.nextRun

const NO_COUNTS: FeedCounts = {
  read: 0,
  accepted: 0,
  rejected: 0,
  new: 0,
  changed: 0,
  unchanged: 0,
  expired: 0,
  withdrawn: 0
}

const countsOf = ({ totals, feeds }: IngestReport): FeedCounts => {
  const { takenBack, ...counts } = totals
  return { ...counts, withdrawn: takenBack + feeds.reduce((sum, { withdrawn }) => sum + withdrawn, 0) }
}

const alarmed = (before: FeedState, code: FeedAlarmCode, message: string, at: Instant): Pick<FeedState, 'alarm'> => ({
  alarm: { code, message, since: before.alarm?.code === code ? before.alarm.since : at }
})

/** What a run leaves for the next one to go on from. */
const goingOn = (
  before: FeedState,
  { etag, lastModified, cursor }: Progress
): Pick<FeedState, 'etag' | 'lastModified' | 'cursor'> => ({
  etag,
  lastModified,
  cursor: cursor ?? before.cursor
})

/** A run that read the feed, or heard that nothing is new. */
export const goodState =
  (end: RunEnd, good?: GoodRun): StateChange =>
  (before) => ({
    ...before,
    lastRun: {
      at: end.at,
      outcome: good === undefined ? 'unchanged' : 'changed',
      counts: good === undefined ? NO_COUNTS : countsOf(good.report)
    },
    lastGoodRun: end.at,
    nextRun: nextAfter(end, before),
    failures: 0,
    heldSize: undefined,
    alarm: undefined,
    ...(good === undefined
      ? {}
      : {
          ...goingOn(before, good.progress),
          size: good.size,
          approvedSize: undefined
        })
  })

const ALARM_OF: Partial<Record<Problem['code'], FeedAlarmCode>> = { fetch_variable: 'missing_variable' }

const alarmOf = ({ code, details }: Problem): FeedAlarmCode => {
  const status = details?.['status']
  if (code === 'fetch_status' && (status === 401 || status === 403)) return 'expired_headers'
  return ALARM_OF[code] ?? 'failing'
}

const secondsToWait = ({ details }: Problem): number => {
  const wait = details?.['retryAfter']
  return typeof wait === 'number' ? wait : 0
}

/**
 * A run that could not fetch or read the feed to its end: nothing is withdrawn, and it is tried again before long. With
 * `progress`, the next run goes on from there; without, from where this one began.
 */
export const failureState =
  ({ at }: RunEnd, problem: Problem, report?: IngestReport, progress?: Progress): StateChange =>
  (before) => {
    const failures = before.failures + 1
    return {
      ...before,
      lastRun: { at, outcome: 'failed', counts: report === undefined ? NO_COUNTS : countsOf(report) },
      nextRun: retryAt(at, failures, secondsToWait(problem)),
      failures,
      ...(progress === undefined ? {} : goingOn(before, progress)),
      ...alarmed(before, alarmOf(problem), problem.message, at)
    }
  }

/** A name as a shell takes it for one word. */
const shellWord = (name: string): string => (/^[\w.-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`)

const sentenceOf = (name: string, admission: Admission, size: number, before: FeedState): string => {
  const instead = before.size === undefined ? '' : ` instead of ${before.size}`
  const remedy = `Look at the feed; if it is right, run: sigmill feeds approve ${shellWord(name)}`
  if (admission.kind === 'hold')
    return `It came with ${size} values${instead}, and nothing of them was taken in. ${remedy}`
  return `It came with ${size} values${instead}, and nothing was withdrawn. ${remedy}`
}

const CODE_OF = { unread: 'failing', empty: 'empty', shrunk: 'shrunk' } as const

/** A run whose size asks for a look: what came is held back, or what is gone stays. */
export const heldState =
  (end: RunEnd, admission: Exclude<Admission, { kind: 'take' }>, size: number, report: IngestReport): StateChange =>
  (before) => {
    const { record, at } = end
    const code = admission.kind === 'hold' ? 'grown' : CODE_OF[admission.because]
    return {
      ...before,
      lastRun: { at, outcome: admission.kind === 'hold' ? 'held' : 'changed', counts: countsOf(report) },
      nextRun: nextAfter(end, before),
      failures: 0,
      heldSize: size,
      ...alarmed(before, code, sentenceOf(record.name, admission, size, before), at)
    }
  }
