import type { GuardMode } from '../indicator/guard-list.ts'
import type { Kind } from '../indicator/kind.ts'
import type { Day } from '../indicator/time.ts'

/** One entry that covers a value. */
export interface GuardHit {
  /** Name of the list that the entry stands in. */
  readonly list: string
  /** The entry as it is written in its one spelling. */
  readonly entry: string
  readonly mode: GuardMode
  readonly why: string
  /** The last day on which the entry counts. */
  readonly until: Day | undefined
}

/** What keeps values from becoming rules. Values are asked for in the one spelling of their kind. */
export interface Guard {
  /** Every entry that covers a value, in the order of the lists. */
  hits(kind: Kind, value: string): readonly GuardHit[]
  /** The first of them that blocks it; `undefined` if the value may become a rule. */
  verdict(kind: Kind, value: string): GuardHit | undefined
}
