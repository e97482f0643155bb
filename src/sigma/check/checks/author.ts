import { ALL_KINDS, type Check } from '../check.ts'
import { textFaults } from '../field-faults.ts'

/** Author is text. Sigma specification 2.1, Author. */
export const author: Check = {
  name: 'author',
  severity: 'error',
  appliesTo: ALL_KINDS,
  find: (document) => textFaults(document, 'author')
}
