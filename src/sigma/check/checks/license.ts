import { ALL_KINDS, type Check } from '../check.ts'
import { textFaults } from '../field-faults.ts'

/** License is text. Sigma specification 2.1, License. */
export const license: Check = {
  name: 'license',
  severity: 'error',
  appliesTo: ALL_KINDS,
  find: (document) => textFaults(document, 'license')
}
