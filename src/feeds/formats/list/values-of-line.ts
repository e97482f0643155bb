import { refang } from '../../../indicator/refang.ts'
import { isValue, severalValues, unquote, wordsOf } from '../../several-values.ts'

/** A line with nothing around or between: one value, as nearly all lines of lists are. */
const IS_PLAIN = /^[^\s,;|"'`]+$/

/** Behind white space, `#`, `//` and `;` begin a comment; inside a URL they do not. */
const TRAILING_COMMENT = /\s(?:#|\/\/|;)/

const HASH_LENGTHS = new Set([32, 40, 64])

const BULLET = /^[-*•]\s+/

/** Where hosts files send the names that they block. */
const SINKS = new Set(['0.0.0.0', '127.0.0.1', '::', '::1', '0'])

/**
 * The values of a trimmed line that is no comment: all words where each is one, the names of a line of a
 * hosts file, or the first word where comment or score follow (`198.51.100.7;65`). A line without a value is
 * returned as it is, to be refused with a reason.
 */
export const valuesOfLine = (line: string): readonly string[] => {
  if (IS_PLAIN.test(line)) return [line]
  const text = bareText(line)
  if (IS_PLAIN.test(text)) return [text]
  const words = wordsOf(text)
  const [first = '', ...others] = words
  if (others.length > 0 && SINKS.has(first)) return others
  if (isHash(first) && !words.every(isHash)) return [first]
  const several = severalValues(text)
  if (several.length > 1 || isOneValue(text) || !isValue(first)) return several
  return [first]
}

const bareText = (line: string): string => {
  const comment = line.search(TRAILING_COMMENT)
  const said = (comment < 0 ? line : line.slice(0, comment)).trim().replace(BULLET, '')
  return unquote(said.endsWith(',') || said.endsWith(';') ? said.slice(0, -1).trim() : said)
}

/** Behind a hash stands the name of its file, which may look like a domain. */
const isHash = (word: string): boolean => HASH_LENGTHS.has(word.length) && /^[0-9a-f]+$/i.test(word)

/** Spaces may stand in a defanged value (`example [.] com`), but a URL ends where white space begins. */
const isOneValue = (text: string): boolean => isValue(text) && !/\s/.test(refang(text))
