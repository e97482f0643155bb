import { faultCheck } from '../fault-check.ts'

/** A field holds text, numbers, booleans or null. Sigma specification 2.1, Value types. */
export const detectionValue = faultCheck('detection-value')
