import { ALL_KINDS, type Check } from '../check.ts'
import { listFaults } from '../field-faults.ts'

/** References are a list of texts. Sigma specification 2.1, References. */
export const references: Check = {
  name: 'references',
  severity: 'error',
  appliesTo: ALL_KINDS,
  find: (document) => listFaults(document, 'references')
}
