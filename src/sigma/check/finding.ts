/** How grave a finding is, gravest first: an `error` breaks the rule, the others are issues as Sigma's validators rank them. */
export const SEVERITIES = ['error', 'high', 'medium', 'low'] as const

/** One of {@link SEVERITIES}. */
export type Severity = (typeof SEVERITIES)[number]

/** What a check has to say about a document, before the document's place in its input is known. */
export interface Complaint {
  /** Where it stands: an offset into the document's text. */
  readonly at: number
  /** The path of the field: `detection.selection.Hashes`. Empty for the document as a whole. */
  readonly field: string
  /** One sentence with reason and remedy. Quotes hostile text: escape it before it reaches a terminal. */
  readonly reason: string
}

/** Something wrong with a Sigma rule, and where. */
export interface Finding {
  /** The input's name as it was given. */
  readonly file: string
  /** Counted from 1 in its file; empty documents count. */
  readonly document: number
  /** Counted from 1 in its file, as the column in its line. */
  readonly line: number
  readonly column: number
  readonly severity: Severity
  /** The name of the check: stable, kebab-case. */
  readonly check: string
  readonly field: string
  readonly reason: string
}
