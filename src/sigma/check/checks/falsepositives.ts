import { ALL_KINDS, type Check } from '../check.ts'
import { listFaults } from '../field-faults.ts'

const SHORTEST = 2
/** Falsepositives are a list of texts. Sigma specification 2.1, Falsepositives. */
export const falsepositives: Check = {
  name: 'falsepositives',
  severity: 'error',
  appliesTo: ALL_KINDS,
  find: (document) => listFaults(document, 'falsepositives', SHORTEST)
}
