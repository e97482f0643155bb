import { z } from 'zod'
import { figure } from '../indicator/figure.ts'
import { type IpNetwork, readIpNetwork } from '../indicator/ip-network.ts'
import { setting } from './description.ts'

// Flags and variables are texts, a file has numbers, truths and lists of its own: every schema reads both.

const numeral = (value: unknown): unknown =>
  typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value

const truth = (value: unknown): unknown => (value === 'true' || value === 'false' ? value === 'true' : value)

const words = (value: unknown): unknown =>
  typeof value === 'string' ? value.split(',').map((word) => word.trim()) : value

const withDefault = <Value>(schema: z.ZodType<Value>, initial: Value | undefined): z.ZodType<Value> =>
  initial === undefined ? schema : schema.prefault(initial)

/** The bounds of a number, both allowed. */
export interface Bounds {
  readonly from: number
  readonly to: number
}

/** A whole number. Without `initial` it has to be given. */
export const wholeNumber = (about: string, { from, to }: Bounds, initial?: number): z.ZodType<number> =>
  setting(withDefault(z.preprocess(numeral, z.int().min(from).max(to)), initial), {
    about,
    must: `a whole number from ${figure(from)} to ${figure(to)}`
  })

/** A whole number that is not set unless it is given. */
export const wholeNumberOrNone = (about: string, { from, to }: Bounds): z.ZodType<number | undefined> =>
  setting(z.preprocess(numeral, z.int().min(from).max(to)).optional(), {
    about,
    must: `a whole number from ${figure(from)} to ${figure(to)}`,
    initially: 'none'
  })

/** `true` or `false`. Without `initial` it has to be given. */
export const yesOrNo = (about: string, initial?: boolean): z.ZodType<boolean> =>
  setting(withDefault(z.preprocess(truth, z.boolean()), initial), {
    about,
    must: 'true or false',
    choices: ['true', 'false']
  })

/** One of several words. */
export const oneOf = <const Word extends string>(
  about: string,
  choices: readonly Word[],
  initial: Word
): z.ZodType<Word> =>
  setting(withDefault<Word>(z.enum(choices), initial), { about, must: `one of ${choices.join(', ')}`, choices })

/** Texts, separated by commas; none unless they are given. */
export const textList = (about: string, must: string): z.ZodType<readonly string[]> =>
  setting(withDefault<readonly string[]>(z.preprocess(words, z.array(z.string().min(1))), []), {
    about,
    must,
    initially: 'none'
  })

const network = z.string().transform((text, context): IpNetwork => {
  const read = readIpNetwork(text)
  if (read !== undefined) return read
  context.addIssue({ code: 'invalid_value', values: [], input: text })
  return z.NEVER
})

/** Addresses and networks, separated by commas; none unless they are given. */
export const networkList = (about: string): z.ZodType<readonly IpNetwork[]> =>
  setting(
    z
      .preprocess(words, z.array(network))
      .prefault([])
      .transform((networks): readonly IpNetwork[] => networks),
    { about, must: 'a list of addresses and networks in CIDR form', initially: 'none' }
  )

/** Paths of folders, separated by commas; none unless they are given. */
export const folderList = (about: string): z.ZodType<readonly string[]> => textList(about, 'a list of folders')

/** At least one of several words, separated by commas; they come out once each, in the order of `choices`. */
export const someOf = <const Word extends string>(
  about: string,
  choices: readonly Word[],
  initial?: readonly Word[]
): z.ZodType<readonly Word[]> => {
  const chosen = z.array(z.enum(choices)).min(1)
  const inOrder = chosen.transform((given): readonly Word[] => choices.filter((word) => given.includes(word)))
  return setting(withDefault<readonly Word[]>(z.preprocess(words, inOrder), initial), {
    about,
    must: `a list of ${choices.join(', ')}`,
    choices
  })
}
