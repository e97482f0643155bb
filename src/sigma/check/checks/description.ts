import { ALL_KINDS, type Check } from '../check.ts'
import { textFaults } from '../field-faults.ts'

const LONGEST = 65_535

/** A description is text. Sigma specification 2.1, Description. */
export const description: Check = {
  name: 'description',
  severity: 'error',
  appliesTo: ALL_KINDS,
  find: (document) => textFaults(document, 'description', document.kind === 'rule' ? LONGEST : undefined)
}
