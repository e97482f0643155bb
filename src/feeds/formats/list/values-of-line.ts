import { recognise } from '../../../indicator/recognise.ts'
import { refang } from '../../../indicator/refang.ts'
import { isRejection } from '../../../indicator/rejection.ts'
import { hostsFileNames } from '../../hosts-file.ts'
import { isValue, severalValues, wordsOf } from '../../several-values.ts'
import { bareText } from './bare-text.ts'
import { blockedName } from './blocked-name.ts'

/** What a line of a list holds. */
export interface LineValues {
  readonly values: readonly string[]
  /** Values in the remark behind them, which may be named there for any reason. */
  readonly mentioned: readonly string[]
}

/** A line with nothing around or between: one value, as nearly all lines of lists are. */
const IS_PLAIN = /^[^\s,;|"'`#]+$/

const RANGE = /^[0-9.]+\s*[-–]\s*[0-9.]+$/

/**
 * The values of a trimmed line that is no comment: all words where each is one, the names that a line of a blocker
 * blocks, or the first word where comment or score follow (`198.51.100.7;65`), with what the remark clearly means too.
 * A line without a value is returned as it is, to be refused with a reason.
 */
export const valuesOfLine = (line: string): LineValues => {
  if (IS_PLAIN.test(line) && !line.includes('=/')) return only([line])
  const text = bareText(line)
  const name = blockedName(text)
  if (name !== undefined) return only([name])
  if (RANGE.test(text)) return only([text])
  const words = wordsOf(text)
  const names = hostsFileNames(words)
  if (names !== undefined) return only(names)
  if (isHash(words[0])) return valuesAround(words)
  const several = [severalValues(line), words.filter(isTold)].find((told) => told.length > 1 && told.every(isValue))
  if (several !== undefined) return only(several)
  return isOneValue(text) || !isValue(bareWord(words[0])) ? only([text]) : valuesAround(words)
}

const only = (values: readonly string[]): LineValues => ({ values, mentioned: [] })

/** No arrow or dash between values. */
const isTold = (word: string): boolean => /[\p{L}\p{N}]/u.test(word)

const HASH_LENGTHS = new Set([32, 40, 64])

const isHash = (word = ''): boolean => HASH_LENGTHS.has(word.length) && /^[0-9a-f]+$/i.test(word)

/** Spaces may stand in a defanged value (`example [.] com`), but a URL ends where white space begins. */
const isOneValue = (text: string): boolean => isValue(text) && !/\s/.test(refang(text))

/** The first word, and the values in the remark behind it. Behind a hash stands its file, which may look like a domain. */
const valuesAround = ([first, ...remark]: readonly string[]): LineValues => {
  const found = remark.map(bareWord).filter(isValue)
  return {
    values: [bareWord(first), ...found.filter(isClearlyMeant)],
    mentioned: isHash(first) ? [] : found.filter((word) => !isClearlyMeant(word))
  }
}

const CLEAR_KINDS: ReadonlySet<string> = new Set(['ipv4', 'ipv6', 'md5', 'sha1', 'sha256'])

/** Addresses and hashes are named for what they are, and what is defanged is not to be touched. */
const isClearlyMeant = (word: string): boolean => {
  const read = recognise(word)
  return !isRejection(read) && (CLEAR_KINDS.has(read.kind) || refang(word) !== word)
}

const OPENING = new Set('([{<"\'')
const CLOSING = new Set(')]}>"\'.:!?')

/** A word without the brackets and punctuation of the sentence around it. */
const bareWord = (word = ''): string => {
  if (isValue(word)) return word
  let start = 0
  let end = word.length
  while (OPENING.has(word.charAt(start))) start += 1
  while (end > start && CLOSING.has(word.charAt(end - 1))) end -= 1
  return word.slice(start, end)
}
