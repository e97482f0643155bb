import type { Check } from '../check.ts'
import { complain } from '../field-faults.ts'
import { referencesOf } from '../selected.ts'

/** `all of them` also means searches that are added later. pySigma's `all_of_them_condition`. */
export const allOfThem: Check = {
  name: 'all-of-them',
  severity: 'medium',
  appliesTo: ['rule'],
  *find(document) {
    const found = referencesOf(document).find(
      ({ leaf }) => leaf.type === 'selector' && leaf.quantifier === 'all' && leaf.pattern === 'them'
    )
    if (found !== undefined) {
      yield complain(
        found.condition.node,
        'detection.condition',
        'all of them also takes in searches that are added later; write all of selection* or the like'
      )
    }
  }
}
