import type { GuardEntry, GuardListHead, GuardMode } from '../indicator/guard-list.ts'
import type { Day, Instant } from '../indicator/time.ts'

/** A list of the guard that was loaded from a file. */
export interface LoadedGuardList extends GuardListHead {
  /** The file, as it was named. */
  readonly origin: string
  readonly loaded: Instant
}

/** The same with the number of its entries. */
export interface StoredGuardList extends LoadedGuardList {
  readonly size: number
}

/** An entry of the guard that was added by hand. */
export interface AddedGuardEntry extends GuardEntry {
  readonly mode: GuardMode
  readonly why: string
  /** The last day on which it counts; `undefined` counts without end. */
  readonly until: Day | undefined
  readonly added: Instant
}

/** What the operator keeps from becoming rules. Every write that changes something counts `guardVersion` up. */
export interface GuardStore {
  /** Ordered by name. */
  lists(): Promise<readonly StoredGuardList[]>
  /** The entries of a list; none where there is no such list. */
  entriesOf(name: string): Promise<readonly GuardEntry[]>
  /** Oldest first. */
  added(): Promise<readonly AddedGuardEntry[]>
  /** Stores a list, in place of one of the same name, whole or not at all. What comes twice counts once. */
  putList(list: LoadedGuardList, entries: Iterable<GuardEntry>): Promise<void>
  /** Says whether there was one. */
  removeList(name: string): Promise<boolean>
  /** Stores an entry, in place of the same one. */
  putEntry(entry: AddedGuardEntry): Promise<void>
  /** Says whether there was one. */
  removeEntry(entry: GuardEntry): Promise<boolean>
}
