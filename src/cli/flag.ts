import { invalidParameter } from '../app/invalid-parameter.ts'
import { nearest } from '../indicator/nearest.ts'

/** What a shell offers behind a flag: fixed words, paths, or nothing. */
export type Offer = readonly string[] | 'path' | undefined

/** A flag of a command. Its long name is the key it stands under, written with hyphens: `firstSeen` is `--first-seen`. */
export interface Flag<Value> {
  readonly short: string | undefined
  /** The name of its value in the help; `undefined` for a switch. */
  readonly placeholder: string | undefined
  readonly summary: string
  readonly offer: Offer
  /** Whether it may be given several times; its value is then a list, which is joined. */
  readonly repeats: boolean
  /** Reads the value; throws `invalid_parameter`. A switch is never asked. */
  readonly parse: (text: string, name: string) => Value
}

/** The flags of a command, by name. */
export type Flags = Readonly<Record<string, Flag<unknown>>>

/** The values of flags, by name; a flag that was not given has none. */
export type FlagValues<F extends Flags> = {
  readonly [Name in keyof F]: (F[Name] extends Flag<infer Value> ? Value : never) | undefined
}

interface FlagHelp {
  readonly summary: string
  readonly short?: string
  readonly offer?: Offer
}

/** `--first-seen` for `firstSeen`. */
export const longName = (name: string): string =>
  `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

/** A flag without a value. */
export const switchFlag = (summary: string): Flag<true> => ({
  short: undefined,
  placeholder: undefined,
  summary,
  offer: undefined,
  repeats: false,
  parse: () => true
})

/** A flag whose value `parse` reads. */
export const valueFlag = <Value>(
  placeholder: string,
  { summary, short, offer }: FlagHelp,
  parse: (text: string, name: string) => Value
): Flag<Value> => ({ short, placeholder, summary, offer, repeats: false, parse })

/** A flag with any text that is not empty. */
export const textFlag = (placeholder: string, help: FlagHelp): Flag<string> =>
  valueFlag(placeholder, help, (text, name) => {
    if (text === '') throw invalidParameter(name, text, { reason: 'it is empty' })
    return text
  })

/** A flag whose value is a whole number between two bounds, both allowed. */
export const wholeFlag = (
  placeholder: string,
  help: FlagHelp,
  { from, to }: { readonly from: number; readonly to: number }
): Flag<number> =>
  valueFlag(placeholder, help, (text, name) => {
    const number = /^[0-9]{1,15}$/.test(text) ? Number(text) : Number.NaN
    if (number >= from && number <= to) return number
    throw invalidParameter(name, text, { reason: `it is no whole number from ${from} to ${to}` })
  })

/** A flag whose value is one word of a set, which the help lists. */
export const choiceFlag = <Choice extends string>(
  placeholder: string,
  summary: string,
  choices: readonly Choice[]
): Flag<Choice> =>
  valueFlag(placeholder, { summary: `${summary}: ${choices.join(', ')}`, offer: choices }, (text, name) => {
    const choice = choices.find((known) => known === text)
    if (choice !== undefined) return choice
    throw invalidParameter(name, text, {
      reason: 'it is none of them',
      allowed: choices,
      nearest: nearest(text, choices)
    })
  })

/** A flag that may be given several times, each time with a text that is not empty. */
export const repeatedFlag = (placeholder: string, help: FlagHelp): Flag<readonly string[]> => {
  const { parse, ...flag } = textFlag(placeholder, help)
  return { ...flag, repeats: true, parse: (text, name) => [parse(text, name)] }
}
