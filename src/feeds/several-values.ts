import { recognise } from '../indicator/recognise.ts'
import { isRejection } from '../indicator/rejection.ts'

const SEPARATORS = /[\s,;|]+/
const HAS_SEPARATOR = /[\s,;|]/
const QUOTES = new Set(['"', "'", '`'])

/** Whether a text is a value of one of our kinds, or clearly meant as one. */
export const looksLikeValue = (text: string): boolean => {
  const outcome = recognise(text)
  return !isRejection(outcome) || outcome.reason !== 'unknown_kind'
}

/** Whether a text is a value of one of our kinds. */
export const isValue = (text: string): boolean => !isRejection(recognise(text))

/** The parts of a text between white space, commas, semicolons, bars and lone colons, without the quotes around them. */
export const wordsOf = (text: string): readonly string[] =>
  text.split(SEPARATORS).flatMap((word) => {
    const bare = unquote(word)
    return bare === '' || bare === ':' ? [] : [bare]
  })

/** A cell of hashes is one also if a digit of one is lost; a URL with a blank in its path is none of several values. */
const isValueOrBrokenHash = (word: string): boolean => {
  const outcome = recognise(word)
  return !isRejection(outcome) || outcome.reason === 'bad_hash'
}

/** The values in a text: its words where every one is a value, else the text as it is. */
export const severalValues = (text: string): readonly string[] => {
  if (!HAS_SEPARATOR.test(text)) return [text]
  const words = wordsOf(text)
  return words.length > 1 && words.every(isValueOrBrokenHash) ? words : [text]
}

/** The text without the quotes around it. */
export const unquote = (text: string): string => {
  const quote = text.charAt(0)
  const isQuoted = text.length >= 2 && QUOTES.has(quote) && text.indexOf(quote, 1) === text.length - 1
  return isQuoted ? text.slice(1, -1).trim() : text
}
