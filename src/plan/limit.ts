/** What of a shape a limit bounds. */
export const MEASURES = {
  enabled_rules: 'rules that are enabled',
  near_real_time_rules: 'rules, if all were to run every minute',
  searches_at_once: 'searches that have to run at once',
  rules_by_interface: 'rules that have to be created without a person',
  rules_per_import: 'rules in one import',
  query_characters: 'characters of the longest query',
  query_clauses: 'clauses of the longest query',
  table_rows: 'rows of the largest table',
  table_bytes: 'bytes of the largest table'
} as const

/** One of {@link MEASURES}. */
export type Measure = keyof typeof MEASURES

/** A limit of a SIEM that its maker, or who runs it at size, has written down. */
export interface Limit {
  /** Two words or so, which no other limit of the SIEM has. */
  readonly name: string
  readonly measure: Measure
  readonly number: number
  /** `refuses`: beyond it something is refused or lost. `slows`: beyond it takes more time or more than one step. */
  readonly effect: 'refuses' | 'slows'
  /** Whether other rules of the SIEM need room under it too. */
  readonly isShared: boolean
  /** What it says, without its full stop. */
  readonly says: string
  /** Title of the page. */
  readonly source: string
  readonly address: string
  /** The day on which it was noted here: `2026-11-22`. */
  readonly noted: string
}
