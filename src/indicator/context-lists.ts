import { cleanText } from './clean-text.ts'
import { compareCodePoints } from './code-points.ts'
import { readTechniqueId } from './technique-id.ts'

/** Most entries that a list of a context keeps; those first in order stay. */
export const LONGEST_LIST = 50
/** Most code points of a name, tag or licence. */
const LONGEST_NAME = 128
/** Most code points of a file name. */
const LONGEST_FILE_NAME = 255
/** Most characters of a link; a longer one is dropped, because a cut one leads nowhere. */
const LONGEST_LINK = 2048

/** What feeds write where they have nothing to say, in lower case. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  '',
  '-',
  '--',
  '?',
  'n/a',
  'nan',
  'nil',
  'none',
  'null',
  'undefined',
  'unknown'
])
const LINK = /^https?:\/\/[^\s/?#][^\s]*$/i

const sortedUnique = <T>(values: readonly T[], compare: (a: T, b: T) => number): readonly T[] =>
  [...new Set(values)].sort(compare).slice(0, LONGEST_LIST)

/** Texts sorted by code point, unique, and at most {@link LONGEST_LIST} of them. */
export const textList = <T extends string>(texts: readonly T[]): readonly T[] => sortedUnique(texts, compareCodePoints)

/** Numbers in ascending order, unique, and at most {@link LONGEST_LIST} of them. */
export const numberList = (numbers: readonly number[]): readonly number[] => sortedUnique(numbers, (a, b) => a - b)

const cleanList = (texts: readonly string[], longest: number): readonly string[] =>
  textList(texts.map((text) => cleanText(text, longest)).filter((text) => !PLACEHOLDERS.has(text.toLowerCase())))

/** Clean names without placeholders. */
export const nameList = (texts: readonly string[]): readonly string[] => cleanList(texts, LONGEST_NAME)

/** Clean file names without placeholders. */
export const fileNameList = (texts: readonly string[]): readonly string[] => cleanList(texts, LONGEST_FILE_NAME)

/** Technique ids, upper case; what has not their form is dropped. */
export const techniqueList = (texts: readonly string[]): readonly string[] =>
  textList(texts.flatMap((text) => readTechniqueId(text.trim()) ?? []))

/** http(s) links without forbidden characters; what is none is dropped. */
export const linkList = (texts: readonly string[]): readonly string[] =>
  textList(
    texts
      .map((text) => cleanText(text, LONGEST_LINK + 1))
      .filter((text) => text.length <= LONGEST_LINK && LINK.test(text))
  )
