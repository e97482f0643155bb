import type { PatternSize } from './pattern-size.ts'

/** How long a query becomes: so much for itself, for each pattern, and for each character of a pattern. */
export interface QueryLength {
  readonly itself: number
  readonly perPattern: number
  readonly perCharacter: number
}

/** What a target asks of a query. */
export interface QuerySize {
  readonly characters: number
  readonly clauses: number
}

/** How many characters a query has, about, within {@link TOLERANCE}. */
export const queryLength = ({ itself, perPattern, perCharacter }: QueryLength, size: PatternSize): number =>
  Math.round(itself + perPattern * size.patterns + perCharacter * size.characters)

/** By how much of the true length an estimate may differ. */
export const TOLERANCE = 0.15

/** The size of a query with such patterns. */
export const querySize = (length: QueryLength, size: PatternSize): QuerySize => ({
  characters: queryLength(length, size),
  clauses: size.patterns
})

/** Of no query at all. */
export const NO_QUERY: QuerySize = { characters: 0, clauses: 0 }

/** The larger of each figure, which two queries may have. */
export const largerQuery = (one: QuerySize, other: QuerySize): QuerySize => ({
  characters: Math.max(one.characters, other.characters),
  clauses: Math.max(one.clauses, other.clauses)
})
