import { type Check, VALIDATED } from '../check.ts'
import { complain, listOf, repeatedTexts } from '../field-faults.ts'
import { quoted } from '../quoted.ts'

/** No tag stands there twice. pySigma's `duplicate_tag`. */
export const duplicateTag: Check = {
  name: 'duplicate-tag',
  severity: 'medium',
  appliesTo: VALIDATED,
  *find(document) {
    for (const item of repeatedTexts(listOf(document, 'tags'))) {
      yield complain(item, 'tags', `${quoted(item.text)} stands there twice; take one out`)
    }
  }
}
