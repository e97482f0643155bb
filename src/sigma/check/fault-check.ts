import type { Check } from './check.ts'
import type { DetectionFault } from './detection.ts'

/** A check that hands on what was found while the detection was read. */
export const faultCheck = (name: DetectionFault['check']): Check => ({
  name,
  severity: 'error',
  appliesTo: ['rule', 'filter'],
  find: ({ detection }) => detection.faults.filter(({ check }) => check === name)
})
