import { dateCheck } from '../date-check.ts'

/** The day of a rule's creation. Sigma specification 2.1, Date. */
export const date = dateCheck('date')
