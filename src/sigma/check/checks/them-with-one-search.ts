import type { Check } from '../check.ts'
import { complain } from '../field-faults.ts'
import { referencesOf } from '../selected.ts'

/** `them` stands for several searches. pySigma's `them_condition_with_single_detection`. */
export const themWithOneSearch: Check = {
  name: 'them-with-one-search',
  severity: 'low',
  appliesTo: ['rule'],
  *find(document) {
    if (document.detection.searches.length !== 1) return
    const them = referencesOf(document).find(({ leaf }) => leaf.type === 'selector' && leaf.pattern === 'them')
    if (them !== undefined)
      yield complain(them.condition.node, 'detection.condition', 'it says them, and there is one search; name it')
  }
}
