import type { Check } from '../check.ts'
import { complain } from '../field-faults.ts'
import { canCompare, hasUnreadableCondition, patternsOf, referencesOf, selects } from '../selected.ts'

/** The condition uses every search. pySigma's `dangling_detection`. */
export const danglingDetection: Check = {
  name: 'dangling-detection',
  severity: 'high',
  appliesTo: ['rule'],
  *find(document) {
    if (hasUnreadableCondition(document)) return
    const references = referencesOf(document)
    const named = new Set(references.flatMap(({ leaf }) => (leaf.type === 'search' ? [leaf.name] : [])))
    const patterns = [...patternsOf(references)]
    const { searches } = document.detection
    const names = searches.map(({ name }) => name)
    // What is too much to compare, dangling-condition reports.
    if (!canCompare(patterns, names)) return
    for (const { name, path, key } of searches) {
      if (named.has(name) || patterns.some((pattern) => selects(pattern, name))) continue
      yield complain(key, path, 'no condition uses this search; use it or take it out')
    }
  }
}
