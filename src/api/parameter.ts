import type { z } from 'zod'

/**
 * One parameter of a request: of the path, the query string or a header. Readers take bounds and sets from the schema
 * itself. A list stands in one value, separated by commas.
 */
export interface Parameter<Schema extends z.ZodType = z.ZodType> {
  readonly name: string
  /** Sentences in Markdown. */
  readonly about: string
  /** Of the value as a caller means it: a whole number, one word of a set, a list of them. */
  readonly schema: Schema
  /** As it stands in a request, not encoded. */
  readonly example: string
  /** Only of the query string: those of the path always are, headers never. */
  readonly isRequired?: boolean
}

/** A parameter with everything that its type can tell: its name, its schema, whether it is required. */
export const parameter = <const Given extends Parameter>(given: Given): Given => given
