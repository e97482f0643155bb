import { dateCheck } from '../date-check.ts'

/** The day of a rule's last change. Sigma specification 2.1, Modified. */
export const modified = dateCheck('modified')
