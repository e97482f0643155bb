import { z } from 'zod'
import { longerThan, moreThan } from './bodies/bounds.ts'
import type { Reading } from './reading.ts'

// Members of bodies. `null` is what answers show for nothing, so it counts as nothing.

const NO_TEXT = 'it is no text, or empty'
const NO_LIST = 'it is no list of texts'

const isNothing = (value: unknown): boolean => value === undefined || value === null

/** JSON Schema counts code points. */
const bounded = (schema: z.ZodString, longest: number | undefined): z.ZodString =>
  longest === undefined
    ? schema
    : schema
        .refine((given) => Array.from(given).length <= longest, { error: longerThan(longest) })
        .meta({ maxLength: longest })

/** A text that has to be there, of so many characters at most. */
export const requiredText = (about: string, longest?: number) =>
  bounded(
    z.string({ error: ({ input }) => (isNothing(input) ? 'it is missing' : NO_TEXT) }).min(1, { error: NO_TEXT }),
    longest
  ).describe(about)

/** A text that is not empty, of so many characters at most, if there is one. */
export const text = (about: string, longest?: number) =>
  bounded(z.string({ error: NO_TEXT }).min(1, { error: NO_TEXT }), longest)
    .nullish()
    .describe(about)

const understood = ({ read, reason, words, examples }: Reading, notText: string) =>
  z
    .string({ error: notText })
    .refine((given) => read(given) !== undefined, { error: reason, params: { words, examples } })
    .meta(words === undefined ? {} : { enum: [...words] })

/** A text that is read in some way, if there is one. */
export const readable = (about: string, reading: Reading) => understood(reading, NO_TEXT).nullish().describe(about)

/** One of some words, if there is one. */
export const choice = <const Word extends string>(about: string, words: readonly Word[]) =>
  z
    .enum(words, { error: ({ input }) => (typeof input === 'string' && input !== '' ? 'it is none of them' : NO_TEXT) })
    .nullish()
    .describe(about)

/** A number, if there is one. */
export const number = (about: string, between: (schema: z.ZodNumber) => z.ZodNumber) =>
  between(z.number({ error: 'it is no number' }))
    .nullish()
    .describe(about)

/** What a list of texts may be. */
interface ListTerms {
  readonly most?: number
  /** Whether it stands for something when it is empty. */
  readonly mayBeEmpty?: boolean
  /** Of each entry. */
  readonly longest?: number
  readonly reading?: Reading
}

/** A list of texts, if there is one. */
export const textList = (about: string, { most, mayBeEmpty = true, longest, reading }: ListTerms = {}) => {
  const entry = reading === undefined ? bounded(z.string({ error: NO_LIST }), longest) : understood(reading, NO_LIST)
  const list = z.array(entry, { error: NO_LIST })
  const filled = mayBeEmpty ? list : list.min(1, { error: 'it is empty; leave it out' })
  return (most === undefined ? filled : filled.max(most, { error: moreThan(most) })).nullish().describe(about)
}

/** An object of so many texts at most, if there is one; `example` shows how to write it. */
export const textPairs = (about: string, example: string, most: number) => {
  const error = `it is no object of texts, as in ${example}`
  return z
    .record(z.string(), z.string({ error }), { error })
    .refine((pairs) => Object.keys(pairs).length <= most, { error: moreThan(most) })
    .meta({ maxProperties: most })
    .nullish()
    .describe(about)
}
