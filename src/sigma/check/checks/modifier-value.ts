import { faultCheck } from '../fault-check.ts'

/** A modifier fits the value and the modifiers before it. Sigma specification 2.1, appendix Modifiers. */
export const modifierValue = faultCheck('modifier-value')
