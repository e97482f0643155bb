import { faultCheck } from '../fault-check.ts'

/** Every modifier is one of Sigma's. Sigma specification 2.1, appendix Modifiers. */
export const unknownModifier = faultCheck('unknown-modifier')
