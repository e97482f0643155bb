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

/** Characters of all patterns times those of all names, which is how long it takes to hold each against each. */
const MOST_STEPS = 100_000_000

/** Whether the patterns of selectors and the names of searches can be held against each other. No rule has too many. */
export const canCompare = (patterns: Iterable<string>, names: Iterable<string>): boolean =>
  charactersIn(patterns) * charactersIn(names) <= MOST_STEPS

const charactersIn = (texts: Iterable<string>): number => {
  let sum = 0
  for (const text of texts) sum += text.length + 1
  return sum
}

/** The different patterns of all selectors. */
export const patternsOf = (references: readonly Reference[]): ReadonlySet<string> =>
  new Set(references.flatMap(({ leaf }) => (leaf.type === 'selector' ? [leaf.pattern] : [])))

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
