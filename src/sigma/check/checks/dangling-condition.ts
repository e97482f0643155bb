import type { Check } from '../check.ts'
import { complain } from '../field-faults.ts'
import { quoted } from '../quoted.ts'
import { referencesOf, selects } from '../selected.ts'

/** Every pattern of the condition selects a search. pySigma's `dangling_condition`. */
export const danglingCondition: Check = {
  name: 'dangling-condition',
  severity: 'high',
  appliesTo: ['rule'],
  *find(document) {
    const { searches } = document.detection
    for (const { condition, leaf } of referencesOf(document)) {
      if (leaf.type === 'search' || searches.some(({ name }) => selects(leaf.pattern, name))) continue
      yield complain(
        condition.node,
        'detection.condition',
        `no search has a name like ${quoted(leaf.pattern)}; write one or correct the pattern`
      )
    }
  }
}
