import type { ChangeReason, RemovalReason } from '../indicator/change-reason.ts'
import type { Confidence } from '../indicator/confidence.ts'
import type { Indicator, NoRuleReason, Source } from '../indicator/indicator.ts'
import type { Kind } from '../indicator/kind.ts'
import type { Sector } from '../indicator/sector.ts'
import type { Day, Instant, Seconds } from '../indicator/time.ts'
import type { AuditRecord, AuditStore } from './audit-store.ts'
import type { CounterStore } from './counter-store.ts'
import type { FeedStore } from './feed-store.ts'
import type { GuardStore } from './guard-store.ts'
import type { KeyStore } from './key-store.ts'

/** What every request reads first: cheap, always the committed state. */
export interface StoreState {
  /** The instant of the newest change; 0 in a new store. */
  readonly position: Instant
  /** Counts every write that an answer could show, also those that are no change (a newer last-seen day). */
  readonly revision: number
  /** Counts every write to keys. */
  readonly keyVersion: number
  /** Counts every write to the guard. */
  readonly guardVersion: number
}

/** Which indicators an export wants. An absent list means all. Removed indicators are never selected. */
export interface IndicatorFilter {
  readonly kinds: readonly Kind[] | undefined
  readonly confidences: readonly Confidence[] | undefined
  /** Any of them. */
  readonly industries: readonly Sector[] | undefined
  /** Last seen on this day or later. */
  readonly lastSeenFrom: Day | undefined
}

/** A filtered range of changes, walked in the order of instants. */
export interface ChangeRange {
  readonly filter: IndicatorFilter
  readonly order: 'oldest-first' | 'newest-first'
  /** Only changes strictly later; `undefined` from the first on. */
  readonly after: Instant | undefined
  /** Also admits changes at or before `after` if the indicator was last seen on a later day than this one. */
  readonly orLastSeenAfter: Day | undefined
  /** The store as it was at this position; `undefined` is as it is. See {@link History}. */
  readonly asOf: Instant | undefined
}

/** One step of a keyset walk: enough to count and to find the row again. */
export interface ChangeKey {
  /** The store's own handle for {@link ReadView.indicators}. */
  readonly row: number
  readonly changed: Instant
  /** Whether the indicator gives no rule, by stored decision. */
  readonly withheld: boolean
  /** The change that took the place of this version; `undefined` is the indicator as it is. */
  readonly superseded: Instant | undefined
}

/** The last change of an indicator: one line of the changes feed. */
export interface Change {
  /** As it is, or as it last was. */
  readonly indicator: Indicator
  /** `left_filter` comes from views that show only some of the store: it lives, but shows in them no longer. */
  readonly reason: ChangeReason | 'left_filter'
  readonly isRemoved: boolean
  /** When it first showed in a view that shows only some of the store, where what is shown of it may have been added later. */
  readonly shownSince?: Instant
}

/** An indicator as it stood until a change took its place. */
export interface Version {
  readonly indicator: Indicator
  /** The instant of that change; it stood from `indicator.changed` until then. */
  readonly superseded: Instant
}

/** How far back the store remembers. */
export interface History {
  /** Versions are complete at this position and later. */
  readonly versionsFrom: Instant
  /** Removals are complete behind this position. */
  readonly removalsFrom: Instant
}

/** Live indicators of one kind and confidence, walked in the order of their ids. */
export interface IdRange extends Pick<IndicatorFilter, 'industries' | 'lastSeenFrom'> {
  readonly kind: Kind
  readonly confidence: Confidence
  /** Only ids that begin with these lower-case hexadecimal digits, without hyphens; empty is every id. */
  readonly prefix: string
}

/** Kind and value, the natural key; the order of whole exports is kind by {@link KINDS}, then value by code point. */
export interface NaturalKey {
  readonly kind: Kind
  readonly value: string
}

/** An indicator with its sources, each as its feed gave it. */
export interface IndicatorWithSources {
  readonly indicator: Indicator
  /** Ordered by feed name. */
  readonly sources: readonly Source[]
}

/** What a feed says of an indicator. */
export interface Statement extends Source {
  /** The change with which it began to say anything of it; what it says may have changed since. */
  readonly since: Instant
}

/** An indicator with what its feeds say, each since when. */
export interface IndicatorWithStatements extends IndicatorWithSources {
  readonly sources: readonly Statement[]
}

/** What feeds said of an indicator from one change until the next. */
export interface StatementsAt {
  readonly at: Instant
  /** Ordered by feed name. */
  readonly statements: readonly Statement[]
}

/** What the store holds under a natural key, also when it was removed. */
export interface StoredIndicator extends IndicatorWithSources {
  readonly row: number
  /** What its last change was. */
  readonly reason: ChangeReason
  /** Why and when it was removed; `undefined` while it lives. A removed indicator has no sources. */
  readonly removed: { readonly why: string; readonly at: Instant } | undefined
}

/** What one run of an import says about one value: a line of the {@link Stage}. */
export interface Sighting {
  readonly kind: Kind
  readonly value: string
  readonly source: Source
  /** Index of the input file, for the report. */
  readonly file: number
  /** The feed takes the value back: nothing but key and feed counts. */
  readonly takenBack: boolean
  /** How often the file says it alike. */
  readonly times: number
}

/**
 * Sightings of one import run, kept on disk and outside every transaction, so that a run of any length uses little
 * memory, the order of the input does not matter and a run that fails while it reads has written nothing.
 */
export interface Stage {
  add(sightings: readonly Sighting[]): Promise<void>
  /**
   * All sightings, grouped by natural key in its order; a group keeps the order in which its sightings were added
   * and is never split. What a file says alike of a value, days aside, is one sighting with the earliest first and the
   * latest last day. `size` is the number of groups in a page.
   */
  pages(size: number): AsyncGenerator<readonly (readonly Sighting[])[], void, void>
  /** How many different values the feed gives, without those that it takes back. */
  size(feed: string): Promise<number>
  /** The values that the feed takes back and does not give, in pages. */
  takenBack(feed: string, size: number): AsyncIterable<readonly NaturalKey[]>
  /** Notes that a feed of the run says something of a stored row. */
  note(feed: string, rows: readonly number[]): Promise<void>
  /** Those of the rows that {@link note} was never told of. */
  unnoted(feed: string, rows: readonly number[]): Promise<readonly number[]>
  close(): Promise<void>
}

/** A row to write: the merged indicator and the sources that differ from what is stored. */
export interface IndicatorWrite {
  /** `undefined` inserts. */
  readonly row: number | undefined
  readonly indicator: Indicator
  /** What the change is; `undefined` where what is written is none, so that the earlier reason stays. */
  readonly reason: ChangeReason | undefined
  /** Sources to insert or replace; others of the indicator stay. */
  readonly sources: readonly Source[]
  /** Feeds whose sources go. */
  readonly dropped: readonly string[]
}

/** Why an indicator goes: the reason as the changes feed gives it, and a sentence for people. */
export interface Removal {
  readonly reason: RemovalReason
  readonly why: string
}

/** A row that a feed says something of. */
export interface FeedRow extends NaturalKey {
  readonly row: number
}

/** Which sources of a feed may have outlived their time: seen before the day of their kind, or ended by the feed itself. */
export interface AgeBounds {
  readonly feed: string
  readonly seenBefore: Readonly<Record<Kind, Day>>
  readonly endedBy: Seconds
}

/** A newer last-seen day that is no change. */
export interface LastSeenWrite {
  readonly row: number
  readonly feed: string
  readonly lastSeen: Day
}

/** Figures for people. */
export interface StoreStats {
  readonly indicators: number
  readonly withheld: number
  readonly removed: number
  readonly byKind: Readonly<Record<Kind, number>>
  readonly byConfidence: Readonly<Record<Confidence, number>>
  readonly byNoRule: Readonly<Record<NoRuleReason, number>>
  readonly feeds: readonly { readonly feed: string; readonly indicators: number; readonly lastSeen: Day }[]
  readonly firstAdded: Instant | undefined
  readonly newestChange: Instant | undefined
}

/**
 * What answers are built from: a view of one moment, in which writes that are committed later do not show. Always to be
 * closed.
 */
export interface ReadView {
  readonly state: StoreState
  /** Walks a range in pages. The next page starts behind the last key of this one: `behind` is that key's instant. */
  changeKeys(range: ChangeRange, limit: number, behind?: Instant): Promise<readonly ChangeKey[]>
  /** Live indicators that a range selects, counted up to `limit`. */
  count(range: ChangeRange, limit: number): Promise<number>
  /** The indicators of keys from this view, in the order of the keys. */
  indicators(keys: readonly ChangeKey[]): Promise<readonly Indicator[]>
  /** The same with their sources: what feeds say of them, or said when they stood so. */
  withSources(keys: readonly ChangeKey[]): Promise<readonly IndicatorWithSources[]>
  /** Live indicators that a filter selects, changed after `since` where it is given, in natural order, behind `from`. */
  inNaturalOrder(
    filter: IndicatorFilter,
    since: Instant | undefined,
    from: NaturalKey | undefined,
    limit: number
  ): Promise<readonly Indicator[]>
  /** Walks a range by id, in pages. The next page starts behind the last id of this one. */
  inIdOrder(range: IdRange, behind: string | undefined, limit: number): Promise<readonly Indicator[]>
  find(key: NaturalKey): Promise<StoredIndicator | undefined>
  /** The indicator whose rule has this id, also when it was removed. */
  findById(id: string): Promise<StoredIndicator | undefined>
  /** The last changes of indicators of these kinds (all without), removed ones included, strictly after a position, oldest first. */
  changes(kinds: readonly Kind[] | undefined, after: Instant, limit: number): Promise<readonly Change[]>
  /** Live indicators of these kinds (all without) as they stood until a change strictly after a position, in the order of those. */
  versions(kinds: readonly Kind[] | undefined, after: Instant, limit: number): Promise<readonly Version[]>
  history(): Promise<History>
  /**
   * The newest change at a position or before it, also one that others have taken the place of; 0 where none is known.
   * Behind both marks of the {@link History} none is missing.
   */
  lastChange(upTo: Instant): Promise<Instant>
  close(): Promise<void>
}

/** The whole of a store at one moment, with what its upkeep and its people ask for. */
export interface StoreView extends ReadView {
  withSources(keys: readonly ChangeKey[]): Promise<readonly IndicatorWithStatements[]>
  /** What feeds said of each indicator of this view when it stood as it is given, ordered by feed name. */
  statements(indicators: readonly Indicator[]): Promise<readonly (readonly Statement[])[]>
  /** What feeds said of each with every change of which the version is kept, oldest first; the last is as it is. */
  everSaid(indicators: readonly NaturalKey[]): Promise<readonly (readonly StatementsAt[])[]>
  /** What a feed says something of, by row, behind a row. */
  rowsOfFeed(feed: string, behind: number, limit: number): Promise<readonly FeedRow[]>
  /** The same of what may have outlived its time; a guess that is never too small. */
  rowsToAge(bounds: AgeBounds, behind: number, limit: number): Promise<readonly FeedRow[]>
  /** How many live indicators a feed says something of. */
  sizeOfFeed(feed: string): Promise<number>
  /** Of how many of these values the feed says something. */
  countSaid(feed: string, keys: readonly NaturalKey[]): Promise<number>
  /** Names of all feeds that say something of a live indicator. */
  feedNames(): Promise<readonly string[]>
  /** The days on which a feed was read well, latest first. */
  readDays(feed: string): Promise<readonly Day[]>
  stats(): Promise<StoreStats>
}

/** One short writing transaction: all of it, or nothing. */
export interface WriteTransaction {
  /**
   * The first of `count` consecutive fresh instants, all later than every instant given before and not earlier than
   * the clock. Throws `store_clock` when the newest instant lies more than a day ahead of the clock.
   */
  stamp(count: number): Promise<Instant>
  /** What is stored under each key, in the order of the keys. */
  find(keys: readonly NaturalKey[]): Promise<readonly (StoredIndicator | undefined)[]>
  /** Gives the rows, in the order of the writes. */
  save(writes: readonly IndicatorWrite[]): Promise<readonly number[]>
  touch(writes: readonly LastSeenWrite[]): Promise<void>
  /** Keeps the indicator as a removed one without sources, at a fresh position. */
  remove(row: number, removal: Removal, at: Instant): Promise<void>
  /** Leaves an entry in the audit trail, if the transaction is committed. */
  audit(record: AuditRecord): Promise<void>
  /** Notes that a feed was read well on a day. */
  markRead(feed: string, day: Day): Promise<void>
  /**
   * Forgets versions that were superseded at a position or before it, and then indicators that were removed at theirs
   * or before it, about so many at a time. An indicator stays for as long as a version of it may. Says whether nothing
   * more is left to forget; it may ask for one more call than there was need for.
   */
  forget(versionsUntil: Instant, removalsUntil: Instant, limit: number): Promise<boolean>
}

/** The stores that people administer. */
export interface AdministeredStores {
  readonly keys: KeyStore
  readonly guard: GuardStore
  readonly feeds: FeedStore
}

/** What sigmill asks of a store. `indicator-store.contract.ts` is the one behaviour suite of all adapters. */
export interface IndicatorStore extends AdministeredStores {
  readonly audit: AuditStore
  readonly counters: CounterStore
  /** The same stores, of which every write that changes something leaves the record, in one transaction with it. */
  audited(record: AuditRecord): AdministeredStores
  state(): Promise<StoreState>
  /** Opens a consistent view. */
  view(): Promise<StoreView>
  stage(): Promise<Stage>
  /** Runs `work` in one transaction; transactions of all processes follow one another. A throw rolls back. */
  write<T>(work: (transaction: WriteTransaction) => Promise<T>): Promise<T>
  /** Takes the one place of a server on this store until it is closed; throws `store_serving` when it is taken. */
  serve(): Promise<void>
  /** The room that it takes on the disk, about. */
  bytes(): Promise<number>
  close(): Promise<void>
}

/** How a store is opened. */
export interface StoreOptions {
  /** Microseconds since 1970; read once per stamp. */
  readonly now: () => Instant
  /** Lets imports go on although the newest change lies more than a day ahead of the clock. */
  readonly acceptClock: boolean
  /** Whether a store that is not there is made; otherwise `store_missing`. */
  readonly create: boolean
}
