import { bareValue } from './bare-value.ts'
import { hitsOfText, type Surroundings } from './hits-of-text.ts'
import { wordsOf } from './words-of.ts'

/** Behind a value, a remark stands apart: behind a tab, a wide gap, a bracket or a dash. */
const VALUE_ALONE = /^\S+(?:$|\t| {2}| ?[-–—(#;,|])/

const ANYTHING: Surroundings = { bare: 'lead', otherDigests: false, techniques: false }

/** Whether a line of text begins with a value and is no sentence about it. */
export const isLineOfValues = (text: string): boolean => {
  const words = wordsOf(text)
  const hits = hitsOfText(text, ANYTHING)
  if (hits.length > 0 && hits.length === words.length) return true
  return hits[0] !== undefined && hits[0].value === words[0]?.text && VALUE_ALONE.test(text)
}

const MOST_WORDS = 8
const MOST_WORDS_BEFORE_COLON = 16

/** What a line ends with that goes on in the next. */
const GOES_ON = new Set(
  'a about an and are as at available by for from here in into is it of on or our see that the this to via with'.split(
    ' '
  )
)

/** Whether a line is no sentence but names what follows: `Domains:`, `Fake donation sites`. */
export const isCaption = (text: string): boolean => {
  const words = wordsOf(text)
  const last = words.at(-1)
  if (last === undefined || words.some((word) => bareValue(word.text) !== undefined)) return false
  if (text.includes('://') || hitsOfText(text, ANYTHING).length > 0) return false
  if (last.isLabel) return words.length <= MOST_WORDS_BEFORE_COLON
  return words.length <= MOST_WORDS && !/[.,;!?]$/.test(text) && !GOES_ON.has(last.text.toLowerCase())
}
