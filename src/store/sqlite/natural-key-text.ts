import type { NaturalKey } from '../indicator-store.ts'
import { kindCodes } from './codes.ts'

const FIRST = 'A'.charCodeAt(0)

/** A natural key as one text, in the order of the keys: a letter for the kind, then the value. */
export const naturalKeyText = ({ kind, value }: NaturalKey): string =>
  String.fromCharCode(FIRST + kindCodes.codeOf(kind)) + value

/** The inverse of {@link naturalKeyText}. */
export const readNaturalKey = (text: string): NaturalKey => ({
  kind: kindCodes.nameOf(text.charCodeAt(0) - FIRST),
  value: text.slice(1)
})
