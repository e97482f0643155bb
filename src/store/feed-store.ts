import type { Confidence } from '../indicator/confidence.ts'
import type { Role } from '../indicator/context.ts'
import type { FeedMode } from '../indicator/feed-mode.ts'
import type { Sector } from '../indicator/sector.ts'
import type { Instant } from '../indicator/time.ts'
import type { Tlp } from '../indicator/tlp.ts'

/** When a feed is fetched, in UTC: every so many seconds, or by five fields of cron. */
export type FeedSchedule = { readonly every: number } | { readonly cron: string }

/** `disabled`: no runs, and its indicators age on. `frozen`: no runs, and nothing of it ages or is withdrawn. */
export type FeedStanding = 'enabled' | 'disabled' | 'frozen'

/** A header that is sent with every request: its value, or the environment variable that holds it at run time. */
export type FeedHeader = { readonly name: string } & ({ readonly variable: string } | { readonly literal: string })

/** A feed that is fetched on a schedule, as it was added. */
export interface FeedRecord {
  /** Unique; also the name of the feed in rules. */
  readonly name: string
  readonly url: string
  /** A feed format, `taxii` or `misp-feed`; `undefined` recognises the format from the content. */
  readonly format: string | undefined
  readonly schedule: FeedSchedule
  /** `undefined` follows the format. */
  readonly mode: FeedMode | undefined
  readonly confidence: Confidence | undefined
  readonly industries: readonly Sector[]
  readonly role: Role | undefined
  readonly tlp: Tlp | undefined
  readonly threatTypes: readonly string[]
  /** Days after the last sighting; `undefined` takes the defaults of kind and threat type. */
  readonly lifetimeDays: number | undefined
  readonly licence: string | undefined
  readonly headers: readonly FeedHeader[]
  /** Networks in CIDR form that may be contacted although they are private. */
  readonly allowNetworks: readonly string[]
  readonly standing: FeedStanding
  readonly added: Instant
}

/** Values of one run. `read` = `accepted` + `rejected`, and `accepted` = `new` + `changed` + `unchanged` + `expired`. */
export interface FeedCounts {
  readonly read: number
  readonly accepted: number
  readonly rejected: number
  readonly new: number
  readonly changed: number
  readonly unchanged: number
  /** Past their lifetime when they were read. */
  readonly expired: number
  /** Indicators that the feed no longer names. */
  readonly withdrawn: number
}

/** How a run ended. `unchanged`: the server had nothing new. `held`: what came waits for approval. */
export type FeedOutcome = 'changed' | 'unchanged' | 'failed' | 'held'

/** The end of a run. */
export interface FeedRun {
  readonly at: Instant
  readonly outcome: FeedOutcome
  readonly counts: FeedCounts
}

/** Every state of a feed that somebody should look at. */
export const FEED_ALARMS = {
  failing: 'the feed cannot be fetched or read',
  empty: 'the feed came without a single indicator',
  shrunk: 'the feed lost more than the allowed share of its indicators',
  grown: 'the feed grew by more than the allowed factor and waits for approval',
  missing_variable: 'an environment variable that a header names is not set',
  expired_headers: 'the server refuses the headers that are sent'
} as const

/** A code of {@link FEED_ALARMS}. */
export type FeedAlarmCode = keyof typeof FEED_ALARMS

/** What is wrong with a feed, and since when. */
export interface FeedAlarm {
  readonly code: FeedAlarmCode
  /** A sentence with place, reason and remedy. */
  readonly message: string
  readonly since: Instant
}

/** What the runs of a feed leave behind. */
export interface FeedState {
  readonly lastRun: FeedRun | undefined
  /** The last run that read the feed well, unchanged ones included. */
  readonly lastGoodRun: Instant | undefined
  /** When the next run is due, if the feed is enabled. */
  readonly nextRun: Instant
  /** Failed runs since the last good one. */
  readonly failures: number
  /** Of the last good answer, for the next conditional request. */
  readonly etag: string | undefined
  readonly lastModified: string | undefined
  /** Where the next run goes on, in the words of the server. */
  readonly cursor: string | undefined
  /** Values that the last good run accepted. */
  readonly size: number | undefined
  /** Values of the run whose size waits for approval. */
  readonly heldSize: number | undefined
  /** A run of about this size is taken in, however much the feed grew or shrank. */
  readonly approvedSize: number | undefined
  readonly alarm: FeedAlarm | undefined
}

/** A feed with what its runs left behind. */
export interface StoredFeed {
  readonly record: FeedRecord
  readonly state: FeedState
}

/** Whoever runs a feed holds it until it is released, or the time is over. */
export interface FeedLease {
  readonly holder: string
  readonly until: Instant
}

/** The feeds that are fetched, and which of them is being fetched by whom. */
export interface FeedStore {
  /** By name, in the order of code points. */
  list(): Promise<readonly StoredFeed[]>
  find(name: string): Promise<StoredFeed | undefined>
  /** Throws `feed_exists` where there is one of that name. */
  add(record: FeedRecord, state: FeedState): Promise<void>
  /** Replaces what was said of a feed, but for its standing; says whether there is such a feed. */
  replace(record: FeedRecord): Promise<boolean>
  /** Says whether there is such a feed. */
  setStanding(name: string, standing: FeedStanding): Promise<boolean>
  /**
   * Replaces the state by what `change` makes of it, in one transaction, and gives it; `undefined` where there is no
   * such feed, or, with `holder`, where another one holds it by then.
   */
  saveState(name: string, change: (before: FeedState) => FeedState, holder?: string): Promise<FeedState | undefined>
  /** Says whether there was one. Nothing that the feed said of indicators is touched. */
  remove(name: string): Promise<boolean>
  /** Takes a feed that nobody holds at `now`; says whether that worked. */
  claim(name: string, lease: FeedLease, now: Instant): Promise<boolean>
  /** Holds on to a feed; says whether the holder still held it. */
  renew(name: string, lease: FeedLease): Promise<boolean>
  /** Lets go of a feed, if it is held by this holder. */
  release(name: string, holder: string): Promise<void>
}
