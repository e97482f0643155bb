import type { z } from 'zod'

/** A header of an answer. */
export interface Header<Name extends string = string> {
  readonly name: Name
  /** A sentence in Markdown. */
  readonly about: string
  readonly schema: z.ZodType
  readonly example: string
  /** Whether every answer of its kind has it. */
  readonly isAlways: boolean
}
