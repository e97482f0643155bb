import type { Complaint, Severity } from './finding.ts'
import type { DocumentKind, SigmaDocument } from './sigma-document.ts'

/** One thing that is looked for in every document. One file per check in `checks/`, one line in `checks.ts`. */
export interface Check {
  /** What findings are filed under: stable, kebab-case. */
  readonly name: string
  readonly severity: Severity
  readonly appliesTo: readonly DocumentKind[]
  find(document: SigmaDocument): Iterable<Complaint>
}

/** Every kind of document. */
export const ALL_KINDS: readonly DocumentKind[] = ['rule', 'correlation', 'filter']

/** What Sigma's validators look at: they leave filters alone. */
export const VALIDATED: readonly DocumentKind[] = ['rule', 'correlation']
