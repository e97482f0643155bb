import { faultCheck } from '../fault-check.ts'

/** A regular expression compiles. Sigma specification 2.1, appendix Modifiers. */
export const regularExpression = faultCheck('regular-expression')
