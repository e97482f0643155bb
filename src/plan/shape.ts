import type { PlanSize } from './figures.ts'
import type { Limit, Measure } from './limit.ts'

/** How much of a limit a shape takes. */
export interface LimitUse {
  readonly limit: Limit
  readonly value: number
  readonly isMet: boolean
  /** Whether it is met, but of a limit that all rules of the SIEM share takes more than {@link SHARE_OF_SHARED_LIMITS}. */
  readonly isOverShare: boolean
}

/** A form in which a SIEM can take the selection, with what it comes to. */
export interface Shape {
  readonly name: 'single' | 'grouped' | 'bundle'
  /** Of grouped rules. */
  readonly size: PlanSize | undefined
  /** Sigma rules; 0 of a bundle, which brings its own searches. */
  readonly rules: number
  /** How many indicators a rule has on average; `undefined` of a bundle. */
  readonly perRule: number | undefined
  /** Rows of the target's table; 0 of rules. */
  readonly rows: number
  /** Rules or searches that run in the SIEM. */
  readonly searches: number
  /** Those of them that a person has to make, once. */
  readonly byHand: number
  /** How often all of them together run in an hour; `undefined` where they see every event as it comes. */
  readonly runsPerHour: number | undefined
  /** Requests that load the rows. */
  readonly requests: number
  /** Minutes that the target takes at least to accept them; `undefined` where it names no rate. */
  readonly loadMinutes: number | undefined
  readonly uses: readonly LimitUse[]
}

/** Rules, each with an indicator or several. */
export interface RuleShape extends Shape {
  readonly name: 'single' | 'grouped'
}

/** The measures of a shape; those that say nothing of it are left out. */
export type Measures = Readonly<Partial<Record<Measure, number>>>

/** The share of a limit that all rules of a SIEM have to divide among them which a plan takes for indicators. */
export const SHARE_OF_SHARED_LIMITS = 0.5

/** How much of a limit a plan takes. */
export const allowance = ({ number, isShared }: Limit): number => (isShared ? number * SHARE_OF_SHARED_LIMITS : number)

/** How the limits of a target stand to measures. */
export const limitUses = (limits: readonly Limit[], measures: Measures): readonly LimitUse[] =>
  limits.flatMap((limit) => {
    const value = measures[limit.measure]
    if (value === undefined) return []
    const isMet = value <= limit.number
    return [{ limit, value, isMet, isOverShare: isMet && value > allowance(limit) }]
  })

/** Whether a use of a limit keeps its shape from being recommended. */
export const isInTheWay = ({ limit, value }: LimitUse): boolean =>
  limit.effect === 'refuses' && value > allowance(limit)

/**
 * Whether a shape is one to recommend: it breaks no limit beyond which something is refused, and takes no more than half
 * of those that it shares with other rules.
 */
export const fits = ({ uses }: Shape): boolean => !uses.some(isInTheWay)
