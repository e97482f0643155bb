import type { Day, Instant } from '../indicator/time.ts'
import type { AuditRecord } from './audit-store.ts'

/** Requests that were let in within one bucket of a rolling window. */
export interface BucketCount {
  /** The instant divided by the width of the buckets, rounded down. */
  readonly bucket: number
  readonly count: number
}

/** The requests of a key, in buckets of a second and of 24 minutes. */
export interface RequestCounts {
  readonly minute: readonly BucketCount[]
  readonly day: readonly BucketCount[]
}

/** The same with the key. */
export interface KeyCounts extends RequestCounts {
  readonly keyId: string
}

/** What is kept of the use of a key, by day. Peaks keep the greatest count, the others add up. */
export const USAGE_MEASURES = {
  status: 'sum',
  path: 'sum',
  latency: 'sum',
  micros: 'sum',
  limited: 'sum',
  peak_minute: 'max',
  peak_day: 'max'
} as const

/** One of {@link USAGE_MEASURES}. */
export type UsageMeasure = keyof typeof USAGE_MEASURES

/** A figure of one key and day. */
export interface UsageCount {
  readonly keyId: string
  readonly day: Day
  readonly measure: UsageMeasure
  /** Which status, path, bucket of latency or hour of the day; empty for the others. */
  readonly item: string
  readonly count: number
}

/** What a process has counted since it last wrote. */
export interface CounterBatch {
  readonly now: Instant
  /** To be added; a request that was given back counts -1. */
  readonly requests: readonly KeyCounts[]
  readonly usage: readonly UsageCount[]
  readonly audit: readonly AuditRecord[]
}

/** Figures of the store as a whole that only grow, by name. */
export type Totals = Readonly<Record<string, number>>

/** What is counted, shared by all processes on a store. */
export interface CounterStore {
  /**
   * Writes a batch in one transaction, and gives what all processes together have counted of the keys in
   * `batch.requests` since. Buckets that their windows have left are forgotten; those ahead of `now`, which a clock that
   * stepped back left behind, count as of `now`.
   */
  write(batch: CounterBatch): Promise<readonly KeyCounts[]>
  /** What all processes have counted of a key. */
  requestsOf(keyId: string): Promise<RequestCounts>
  /** The figures of a key from a day on. */
  usageOf(keyId: string, from: Day): Promise<readonly UsageCount[]>
  /** How often each key was used since it was made, by its id: the sum of all that was ever counted by status. */
  requestTotals(): Promise<ReadonlyMap<string, number>>
  /** Forgets figures and buckets of earlier days; totals stay. */
  forget(before: Day): Promise<void>
  addTotals(totals: Totals): Promise<void>
  totals(): Promise<Totals>
}
