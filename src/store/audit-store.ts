import type { Instant } from '../indicator/time.ts'

/** What an audit entry may say beside who and what: never a secret. */
export type AuditValue = string | number | boolean | null | readonly string[]

/** Something that happened, for the audit trail. */
export interface AuditRecord {
  readonly at: Instant
  /** Who did it: `key:<id>` or `user:<name>`. */
  readonly actor: string
  readonly event: string
  readonly details: Readonly<Record<string, AuditValue>>
}

/** A record as it stands in the trail. */
export interface AuditEntry extends AuditRecord {
  /** From 1 on, without gaps: the order in which entries were written, whatever the clock said. */
  readonly number: number
  /** What its hash was made of: see `audit-chain.ts`. */
  readonly text: string
  /** Over its text and the hash of the entry before; lower-case hex. */
  readonly hash: string
}

/** How far the trail goes, kept apart from its entries, so that cutting it off shows. */
export interface AuditHead {
  readonly count: number
  /** Of the last entry; {@link AuditHead} of an empty trail has 64 zeros. */
  readonly hash: string
}

/** Which entries are wanted. */
export interface AuditRange {
  /** Entries that happened at this moment or later; `undefined` wants all. */
  readonly since?: Instant | undefined
  /** Entries of this event; `undefined` wants all. */
  readonly event?: string | undefined
}

/** The audit trail: entries are appended and never changed or removed. Stores refuse to do either. */
export interface AuditStore {
  /** Appends records in their order, in one transaction, and gives the new head. */
  append(records: readonly AuditRecord[]): Promise<AuditHead>
  head(): Promise<AuditHead>
  /** Entries with a number greater than `after`, in the order of numbers. */
  entries(after: number, limit: number): Promise<readonly AuditEntry[]>
  /** The last entries of a range, in the order of numbers. */
  last(range: AuditRange, limit: number): Promise<readonly AuditEntry[]>
}
