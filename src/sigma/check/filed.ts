import type { Complaint, Severity } from './finding.ts'

/** A complaint under the name and severity of its check. */
export interface Filed extends Complaint {
  readonly rule: string
  readonly severity: Severity
}

/** Files a complaint as an error. */
export const fileError = (rule: string, { at, field, reason }: Complaint): Filed => ({
  rule,
  severity: 'error',
  at,
  field,
  reason
})
