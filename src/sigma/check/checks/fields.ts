import { ALL_KINDS, type Check } from '../check.ts'
import { listFaults } from '../field-faults.ts'

/** Fields are a list of texts. Sigma specification 2.1, Fields. */
export const fields: Check = {
  name: 'fields',
  severity: 'error',
  appliesTo: ALL_KINDS,
  find: (document) => listFaults(document, 'fields')
}
