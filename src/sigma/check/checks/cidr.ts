import { faultCheck } from '../fault-check.ts'

/** A network is in CIDR form. Sigma specification 2.1, appendix Modifiers. */
export const cidr = faultCheck('cidr')
