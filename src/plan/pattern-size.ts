import type { Selection } from '../sigma/rule.ts'

/** What the length of a query depends on. */
export interface PatternSize {
  /** How many values a rule compares with; one for each spelling in logs. */
  readonly patterns: number
  /** How many characters they have together. */
  readonly characters: number
}

/** The patterns of a selection. */
export const patternSize = (selection: Selection): PatternSize => {
  const values = selection.flatMap((map) => map.flatMap((match) => match.values))
  return { patterns: values.length, characters: values.reduce((sum, value) => sum + value.length, 0) }
}

/** The patterns of several selections together. */
export const sumOfSizes = (sizes: readonly PatternSize[]): PatternSize => ({
  patterns: sizes.reduce((sum, size) => sum + size.patterns, 0),
  characters: sizes.reduce((sum, size) => sum + size.characters, 0)
})
