import type { GroupSize } from '../detect/group/chunk-size.ts'
import type { Confidence } from '../indicator/confidence.ts'
import type { Kind } from '../indicator/kind.ts'
import type { QuerySize } from './query-length.ts'

/** Sizes of grouped rules that a plan looks at: no larger ones, whose searches take nobody knows how long. */
export const PLAN_SIZES = ['auto', 10, 50, 100, 500, 1000] as const satisfies readonly GroupSize[]

/** One of {@link PLAN_SIZES}. */
export type PlanSize = (typeof PLAN_SIZES)[number]

/** Grouped rules of a size. */
export interface ChunkFigures {
  readonly chunks: number
  /** Of the longest of them. */
  readonly query: QuerySize
}

/** What a selection holds of one kind, as a target takes it. */
export interface KindFigures {
  readonly kind: Kind
  /** Indicators that give a rule, by confidence. */
  readonly rules: Readonly<Record<Confidence, number>>
  /** Indicators that give none: the guard stops them, or they are too broad. */
  readonly withheld: number
  /** Of the longest rule for a single indicator. */
  readonly query: QuerySize
  readonly chunks: Readonly<Record<PlanSize, ChunkFigures>>
  /** Rows by the name of the table that they stand in; none of a kind that the bundle leaves out. */
  readonly rows: ReadonlyMap<string, number>
}

/** How many indicators of a kind give a rule. */
export const ruleCount = ({ rules }: KindFigures): number => rules.low + rules.medium + rules.high

/** How many indicators of all kinds give a rule. */
export const totalRules = (figures: readonly KindFigures[]): number =>
  figures.reduce((sum, kind) => sum + ruleCount(kind), 0)

/** How many indicators of all kinds give none. */
export const totalWithheld = (figures: readonly KindFigures[]): number =>
  figures.reduce((sum, kind) => sum + kind.withheld, 0)
