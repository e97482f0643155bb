import { isConditionFault, leavesOf, type Condition } from './condition.ts'
import type { SigmaDocument, WrittenCondition } from './sigma-document.ts'

/** A part of a condition that names searches, with the condition. */
export interface Reference {
  readonly condition: WrittenCondition
  readonly leaf: Extract<Condition, { type: 'search' | 'selector' }>
}

/** Everything that the readable conditions of a document refer to. */
export const referencesOf = ({ conditions }: SigmaDocument): readonly Reference[] =>
  conditions.flatMap((condition) =>
    isConditionFault(condition.read) ? [] : [...leavesOf(condition.read)].map((leaf) => ({ condition, leaf }))
  )

/** Whether a document has a condition that cannot be read, so that nothing is known of what it refers to. */
export const hasUnreadableCondition = ({ conditions }: SigmaDocument): boolean =>
  conditions.length === 0 || conditions.some(({ read }) => isConditionFault(read))

/** Whether the pattern of a selector, in which `*` stands for anything, selects the search of that name. */
export const selects = (pattern: string, name: string): boolean => {
  if (name.startsWith('_') && !pattern.startsWith('_')) return false
  return pattern === 'them' || fits(pattern, name)
}

/** Goes back to the last `*` only, so that it takes time in proportion to both lengths. */
const fits = (pattern: string, name: string): boolean => {
  let at = 0
  let star = -1
  let starAt = 0
  let index = 0
  while (index < name.length) {
    if (pattern.charAt(at) === '*') {
      star = at
      at += 1
      starAt = index
    } else if (pattern.charAt(at) === name.charAt(index)) {
      at += 1
      index += 1
    } else if (star >= 0) {
      starAt += 1
      index = starAt
      at = star + 1
    } else {
      return false
    }
  }
  return /^\**$/.test(pattern.slice(at))
}
