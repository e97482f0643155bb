/** A value in a pattern, and whether it is a quoted text. */
export interface PatternLiteral {
  readonly text: string
  readonly isText: boolean
}

/** One comparison: `file:hashes.MD5 = '…'`. */
export interface PatternTest {
  readonly kind: 'test'
  /** The object type and the steps behind it: `file`, `hashes`, `MD5`. */
  readonly property: readonly [string, ...string[]]
  /** In upper case; `NOT LIKE`, `EXISTS`. */
  readonly operator: string
  readonly values: readonly PatternLiteral[]
}

/** Several expressions with one operator between them. */
export interface PatternJoin {
  readonly kind: 'join'
  readonly operator: 'AND' | 'OR' | 'FOLLOWEDBY'
  readonly terms: readonly PatternNode[]
}

/** What stands between brackets: comparisons with one object. */
interface PatternObservation {
  readonly kind: 'observation'
  readonly expression: PatternNode
}

/** An observation that is tied to a time or a number of times: `WITHIN 300 SECONDS`. */
interface PatternQualified {
  readonly kind: 'qualified'
  readonly qualifier: string
}

/** A part of a STIX pattern. */
export type PatternNode = PatternTest | PatternJoin | PatternObservation | PatternQualified

/** A property as patterns write it: `file:hashes.MD5`. */
export const writeProperty = ([type, ...steps]: PatternTest['property']): string => `${type}:${steps.join('.')}`
