import { type Check, VALIDATED } from '../check.ts'
import { complain, listOf, repeatedTexts } from '../field-faults.ts'
import { quoted } from '../quoted.ts'

/** No reference stands there twice. pySigma's `duplicate_references`. */
export const duplicateReference: Check = {
  name: 'duplicate-reference',
  severity: 'medium',
  appliesTo: VALIDATED,
  *find(document) {
    for (const item of repeatedTexts(listOf(document, 'references'))) {
      yield complain(item, 'references', `${quoted(item.text)} stands there twice; take one out`)
    }
  }
}
