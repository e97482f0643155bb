import type { GuardEntry } from '../indicator/guard-list.ts'
import type { Kind } from '../indicator/kind.ts'
import type { EntryRefusal } from './entry-refusal.ts'

/** A value of a file that is no entry. */
export interface LeftOut extends EntryRefusal {
  /** The value as it stands there. */
  readonly value: string
}

/** What a file of guard entries holds. */
export interface GuardFile {
  /** As the file calls itself; `undefined` where it does not. */
  readonly name: string | undefined
  readonly why: string | undefined
  readonly kinds: readonly Kind[]
  readonly coversMail: boolean
  /** Each once. */
  readonly entries: readonly GuardEntry[]
  readonly leftOut: readonly LeftOut[]
}
