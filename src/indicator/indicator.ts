import type { Confidence } from './confidence.ts'
import type { Context } from './context.ts'
import type { Kind } from './kind.ts'
import type { Day, Instant, Seconds } from './time.ts'

/** Why an indicator gives no rule; decided when it is taken in and when the guard changes, and stored. */
export const NO_RULE_REASONS = {
  too_broad: 'the URL has no part that a rule could match without matching the whole host',
  guarded: 'the guard stops its value'
} as const

/** A code of {@link NO_RULE_REASONS}. */
export type NoRuleReason = keyof typeof NO_RULE_REASONS

/** Whether a text is a code of {@link NO_RULE_REASONS}. */
export const isNoRuleReason = (text: string): text is NoRuleReason => Object.hasOwn(NO_RULE_REASONS, text)

/** What one feed says about one indicator. */
export interface Source {
  readonly feed: string
  readonly confidence: Confidence
  readonly firstSeen: Seconds | undefined
  readonly lastSeen: Day
  /** When the feed itself says that it stops counting. */
  readonly validUntil: Seconds | undefined
  readonly context: Context
}

/** One indicator with everything its live sources say, merged. This is all that a rule is made from. */
export interface Indicator {
  /** UUIDv5 of kind and value; also the id of its rule. */
  readonly id: string
  readonly kind: Kind
  readonly value: string
  /** The highest of its sources. */
  readonly confidence: Confidence
  /** The earliest that a source gives. */
  readonly firstSeen: Seconds | undefined
  /** The latest of its sources. */
  readonly lastSeen: Day
  /** When it was first accepted. */
  readonly added: Instant
  /** When it last changed: its position in the order of changes. Equal to `added` until it changes. */
  readonly changed: Instant
  readonly noRule: NoRuleReason | undefined
  /** List and entry of the guard by which it is `guarded`. */
  readonly guardedBy: string | undefined
  /** Names of its feeds, sorted by code point, unique. */
  readonly feeds: readonly string[]
  readonly context: Context
}
