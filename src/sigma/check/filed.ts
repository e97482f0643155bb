import type { Complaint, Severity } from './finding.ts'

/** A complaint under the name and severity of its check. */
export interface Filed extends Complaint {
  readonly check: string
  readonly severity: Severity
}

/** Files a complaint as an error. */
export const fileError = (check: string, { at, field, reason }: Complaint): Filed => ({
  check,
  severity: 'error',
  at,
  field,
  reason
})
