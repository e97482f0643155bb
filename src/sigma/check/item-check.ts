import type { Check } from './check.ts'
import type { DetectionItem } from './detection.ts'
import type { Severity } from './finding.ts'
import type { SigmaString } from './sigma-string.ts'

/** A check of every field of a detection by itself: `reason` says what is wrong with one, or nothing. */
export const itemCheck = (
  name: string,
  severity: Severity,
  reason: (item: DetectionItem) => string | undefined
): Check => ({
  name,
  severity,
  appliesTo: ['rule'],
  *find(document) {
    for (const item of document.items) {
      const wrong = reason(item)
      if (wrong !== undefined) yield { at: item.at, field: item.path, reason: wrong }
    }
  }
})

/** A check of every string of a detection by itself, as it is behind the modifiers. */
export const stringCheck = (
  name: string,
  severity: Severity,
  isWrong: (value: SigmaString) => boolean,
  reason: string
): Check => ({
  name,
  severity,
  appliesTo: ['rule'],
  *find(document) {
    for (const item of document.items) {
      for (const { node, value } of item.modified) {
        if (value.type === 'string' && isWrong(value.parts)) yield { at: node.at, field: item.path, reason }
      }
    }
  }
})
