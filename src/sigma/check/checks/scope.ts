import { ALL_KINDS, type Check } from '../check.ts'
import { listFaults } from '../field-faults.ts'

const SHORTEST = 2
/** Scope are a list of texts. Sigma specification 2.1, Scope. */
export const scope: Check = {
  name: 'scope',
  severity: 'error',
  appliesTo: ALL_KINDS,
  find: (document) => listFaults(document, 'scope', SHORTEST)
}
