import type { Check } from '../check.ts'
import { complain } from '../field-faults.ts'
import { quoted } from '../quoted.ts'
import { canCompare, patternsOf, referencesOf, selects } from '../selected.ts'

const FIELD = 'detection.condition'

/** Every pattern of the condition selects a search. pySigma's `dangling_condition`. */
export const danglingCondition: Check = {
  name: 'dangling-condition',
  severity: 'high',
  appliesTo: ['rule'],
  *find(document) {
    const references = referencesOf(document)
    const patterns = patternsOf(references)
    const names = document.detection.searches.map(({ name }) => name)
    const [first] = references
    if (first !== undefined && !canCompare(patterns, names)) {
      const reason = 'its patterns and searches are too many to hold against each other; write fewer, or shorter ones'
      yield complain(first.condition.node, FIELD, reason)
      return
    }
    const dangling = new Set([...patterns].filter((pattern) => !names.some((name) => selects(pattern, name))))
    for (const { condition, leaf } of references) {
      if (leaf.type === 'search' || !dangling.has(leaf.pattern)) continue
      const reason = `no search has a name like ${quoted(leaf.pattern)}; write one or correct the pattern`
      yield complain(condition.node, FIELD, reason)
    }
  }
}
