/** Sigma's severity, https://github.com/SigmaHQ/sigma-specification version 2.1.0, section Level. */
export type Level = 'informational' | 'low' | 'medium' | 'high' | 'critical'

/** The log source a rule reads. Values are lower case; `definition` is free text. */
export interface LogSource {
  readonly category?: string
  readonly product?: string
  readonly service?: string
  readonly definition?: string
}

/** One field of a selection. Several values are alternatives, unless a modifier is `all`. */
export interface FieldMatch {
  readonly field: string
  /** Sigma modifiers, in the order in which they are written: `['contains', 'all']`. */
  readonly modifiers: readonly string[]
  /** Literal values: no `*`, `?` or `\` ever stands in one. Never empty. */
  readonly values: readonly string[]
}

/** One map of a selection: every field must match. No key (field with modifiers) stands twice. */
export type SelectionMap = readonly FieldMatch[]

/** What the rule looks for: one map, or several of which any may match. */
export type Selection = readonly SelectionMap[]

/** A Sigma rule with exactly the keys that sigmill writes, in the order in which it writes them. */
export interface SigmaRule {
  readonly title: string
  readonly id: string
  readonly description: string
  readonly references: readonly string[]
  readonly author: string
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** `YYYY-MM-DD`, later than `date`. */
  readonly modified: string | undefined
  /** Sorted, unique. */
  readonly tags: readonly string[]
  readonly logsource: LogSource
  readonly selection: Selection
  /** The deprecated `fields` list; empty leaves the key out. */
  readonly fields: readonly string[]
  readonly falsepositives: readonly string[]
  readonly level: Level
}
