import type { RejectReason } from '../indicator/rejection.ts'
import type { Position } from '../indicator/raw-indicator.ts'
import type { Problem } from '../problem/problem.ts'
import type { Admission } from './feed-size.ts'

/** Counts of values: `read = accepted + rejected`, `accepted = new + changed + unchanged + expired`. */
export interface IngestCounts {
  read: number
  accepted: number
  new: number
  changed: number
  unchanged: number
  /** Past their lifetime when they were read. */
  expired: number
  rejected: number
  /** Indicators that a feed took back; a part of the rejected. */
  takenBack: number
}

/** What became of one input. */
export interface FileReport extends IngestCounts {
  readonly file: string
  /** `undefined` when the input could not be recognised. */
  format: string | undefined
  feed: string | undefined
  /** How many values were refused, by reason. */
  readonly reasons: Partial<Record<RejectReason, number>>
  /** Why the input could not be read, or not to its end; what was readable counts. */
  problem: Problem | undefined
}

/** What became of one feed of a run. */
export interface FeedReport {
  readonly feed: string
  /** Whether what it no longer names is withdrawn. */
  readonly isList: boolean
  /** Different values that it names; counted only where that decides over it. */
  size: number | undefined
  admission: Admission
  /** Indicators that it no longer names. */
  withdrawn: number
}

/** What became of a run. */
export interface IngestReport {
  readonly files: readonly FileReport[]
  readonly feeds: readonly FeedReport[]
  readonly totals: IngestCounts
}

/** One refused value, for the list of rejects. */
export interface Reject {
  readonly file: string
  readonly position: Position
  readonly value: string
  readonly reason: RejectReason
  readonly detail: string | undefined
}

/** A report of an input that nothing is known of yet. */
export const emptyFileReport = (file: string): FileReport => ({
  file,
  format: undefined,
  feed: undefined,
  read: 0,
  accepted: 0,
  new: 0,
  changed: 0,
  unchanged: 0,
  expired: 0,
  rejected: 0,
  takenBack: 0,
  reasons: {},
  problem: undefined
})

/** The sum over all inputs. */
export const sumOf = (files: readonly FileReport[]): IngestCounts => {
  const sum = (count: (file: FileReport) => number): number => files.reduce((total, file) => total + count(file), 0)
  return {
    read: sum((file) => file.read),
    accepted: sum((file) => file.accepted),
    new: sum((file) => file.new),
    changed: sum((file) => file.changed),
    unchanged: sum((file) => file.unchanged),
    expired: sum((file) => file.expired),
    rejected: sum((file) => file.rejected),
    takenBack: sum((file) => file.takenBack)
  }
}

/** Whether an input counts as unreadable or wholly rejected. */
export const isFailed = (file: FileReport): boolean =>
  file.problem !== undefined || (file.read > 0 && file.accepted === 0)
