import type { Check } from '../check.ts'
import { complain } from '../field-faults.ts'
import { hasUnreadableCondition, referencesOf, selects } from '../selected.ts'

/** The condition uses every search. pySigma's `dangling_detection`. */
export const danglingDetection: Check = {
  name: 'dangling-detection',
  severity: 'high',
  appliesTo: ['rule'],
  *find(document) {
    if (hasUnreadableCondition(document)) return
    const leaves = referencesOf(document).map(({ leaf }) => leaf)
    const named = new Set(leaves.flatMap((leaf) => (leaf.type === 'search' ? [leaf.name] : [])))
    const patterns = new Set(leaves.flatMap((leaf) => (leaf.type === 'selector' ? [leaf.pattern] : [])))
    for (const { name, path, key } of document.detection.searches) {
      if (named.has(name) || [...patterns].some((pattern) => selects(pattern, name))) continue
      yield complain(key, path, 'no condition uses this search; use it or take it out')
    }
  }
}
