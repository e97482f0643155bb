import type { GuardEntry, GuardListHead } from '../indicator/guard-list.ts'
import type { Kind } from '../indicator/kind.ts'

/** An entry, the list that it stands in, and its place among all entries. */
export interface ListedEntry extends GuardEntry {
  readonly list: GuardListHead
  readonly place: number
  /** The kinds of indicator that it covers. */
  readonly kinds: readonly Kind[]
}

/** Is told of every entry that fits a value, whatever its kinds. */
export type Visit = (entry: ListedEntry) => void
