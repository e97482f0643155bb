import { z } from 'zod'

// Members of bodies. `null` is what answers show for nothing, so it counts as nothing.

const NO_TEXT = 'it is no text, or empty'

const isNothing = (value: unknown): boolean => value === undefined || value === null

/** A text that has to be there. */
export const requiredText = (about: string) =>
  z
    .string({ error: ({ input }) => (isNothing(input) ? 'it is missing' : NO_TEXT) })
    .min(1, { error: NO_TEXT })
    .describe(about)

/** A text that is not empty, if there is one. */
export const text = (about: string) => z.string({ error: NO_TEXT }).min(1, { error: NO_TEXT }).nullish().describe(about)

/** One of some words, if there is one. */
export const choice = <const Word extends string>(about: string, words: readonly Word[]) =>
  z
    .enum(words, { error: ({ input }) => (typeof input === 'string' && input !== '' ? 'it is none of them' : NO_TEXT) })
    .nullish()
    .describe(about)

/** A number, if there is one. */
export const number = (about: string, bounded: (schema: z.ZodNumber) => z.ZodNumber) =>
  bounded(z.number({ error: 'it is no number' }))
    .nullish()
    .describe(about)

/** A list of texts, if there is one. */
export const textList = (about: string) => {
  const error = 'it is no list of texts'
  return z.array(z.string({ error }), { error }).nullish().describe(about)
}

/** An object of texts, if there is one; `example` shows how to write it. */
export const textPairs = (about: string, example: string) => {
  const error = `it is no object of texts, as in ${example}`
  return z.record(z.string(), z.string({ error }), { error }).nullish().describe(about)
}
