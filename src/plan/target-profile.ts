import type { RuleGroup } from '../detect/group/rule-group.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Kind } from '../indicator/kind.ts'
import type { Limit } from './limit.ts'
import type { QueryLength } from './query-length.ts'

/** How far a shape covers a kind where that is not exactly: it finds more, it misses some, or it asks something else. */
export interface Coverage {
  readonly verdict: 'superset' | 'misses' | 'other'
  /** What, without its full stop. */
  readonly note: string
}

/** Coverage by kind; a kind without one is covered exactly. */
export type CoverageByKind = Readonly<Partial<Record<Kind, Coverage>>>

/** What the planner knows of a SIEM. One file per target in `targets/`, one line in `target-profiles.ts`. */
export interface TargetProfile {
  readonly name: string
  readonly limits: readonly Limit[]
  /** How rules run there; `undefined` where they see every event as it comes and are not scheduled. */
  readonly schedule: { readonly everyMinutes: number } | undefined
  /** Whether a person makes its rules, because it has no interface that creates them. */
  readonly isMadeByHand: boolean
  readonly rules: {
    /** How the rules are converted, after `sigma convert`. */
    readonly convert: string
    readonly lengths: Readonly<Record<Kind, QueryLength>>
    readonly coverage: CoverageByKind
  }
  readonly bundle: {
    readonly searches: number
    readonly everyMinutes: number
    readonly coverage: CoverageByKind
    /** How many rows of the target's table an indicator takes. */
    readonly rowsOf: (indicator: Indicator) => number
    /** Names the table in which the rows of a group stand. */
    readonly tableOf: (group: RuleGroup) => string
    /** How many bytes a row has, about; `undefined` where no limit asks. */
    readonly bytesPerRow: number | undefined
    /** Rows that one request loads, and requests that are taken in a minute. */
    readonly load: { readonly rowsPerRequest: number; readonly requestsPerMinute: number | undefined }
  }
}
