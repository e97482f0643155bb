import { KINDS } from '../../indicator/kind.ts'
import type { NaturalKey } from '../indicator-store.ts'

const FIRST = 'A'.charCodeAt(0)

const LETTERS = new Map(KINDS.map((kind, index) => [kind, String.fromCharCode(FIRST + index)]))

/** A natural key as one text, in the order of the keys: a letter for the kind, then the value. */
export const keyOf = ({ kind, value }: NaturalKey): string => `${LETTERS.get(kind)}${value}`

/** The inverse of {@link keyOf}. */
export const readKey = (key: string): NaturalKey => {
  const kind = KINDS[key.charCodeAt(0) - FIRST]
  if (kind === undefined) throw new RangeError(`no kind has the letter of ${key}`)
  return { kind, value: key.slice(1) }
}
