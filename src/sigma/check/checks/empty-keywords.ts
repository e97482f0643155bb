import { faultCheck } from '../fault-check.ts'

/** Keywords are at least one. pySigma cannot convert a search without any. */
export const emptyKeywords = faultCheck('empty-keywords')
