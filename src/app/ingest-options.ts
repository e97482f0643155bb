import type { FeedFormat } from '../feeds/feed-format.ts'
import type { Seconds } from '../indicator/time.ts'
import type { FeedDefaults } from './accept.ts'
import type { FeedLife } from './feed-life.ts'
import type { Admission, FeedSize } from './feed-size.ts'
import type { Reject } from './ingest-report.ts'
import type { GuardedBy } from './verdict.ts'

/** Bytes to take in. */
export interface IngestInput {
  /** For people: the path as given, `-` for standard input. */
  readonly name: string
  /** The feed's name where neither the caller nor the format knows one. */
  readonly stem: string
  readonly modified: Seconds | undefined
  /** Unpacked bytes. Throws a `Problem` where they cannot be had. */
  open(): AsyncIterable<Uint8Array>
}

/** How a run reads its inputs. */
export interface IngestOptions {
  readonly feed?: string | undefined
  readonly format?: string | undefined
  readonly columns?: Readonly<Record<string, string>> | undefined
  readonly defaults: FeedDefaults
  /** Where no source gives a first-seen time, the day of the file stands in. */
  readonly firstSeenFromFile?: boolean
  /** Only says what would happen. */
  readonly dryRun?: boolean
  readonly maxLineLength: number
  /** Takes nothing of an input that could not be read to its end; without, what was readable counts. */
  readonly onlyWhole?: boolean
  /** Asked again for every page, because the guard may change while a run goes on. Nothing is stopped without. */
  readonly guard?: () => Promise<GuardedBy>
  /** The life of a feed of the run; nothing ages without. */
  readonly lifeOf?: (feed: string) => Promise<FeedLife>
  /** Whether what a feed no longer names is withdrawn; without, it is left alone. An input that holds nothing has no format. */
  readonly modeOf?: (format: FeedFormat | undefined) => FeedFormat['mode']
  /** Takes an input without a single character for a feed that holds nothing, not for one that cannot be read. */
  readonly mayBeEmpty?: boolean
  /** Called before each page that is written, also of what is withdrawn; ends the run by throwing. */
  readonly proceed?: () => Promise<void>
  /** Decides over a feed when all inputs were read and nothing is written yet; every feed is taken without. */
  readonly admit?: (size: FeedSize) => Promise<Admission>
  readonly onReject?: (reject: Reject) => Promise<void> | void
  /** Called now and then with the number of values read and settled so far. */
  readonly onProgress?: (read: number, settled: number) => void
}
