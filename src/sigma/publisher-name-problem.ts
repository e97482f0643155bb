import { cleanText } from '../indicator/clean-text.ts'

const MOST_CHARACTERS = 24

// Splunk names a saved search by the title and writes that name in brackets.
const BREAKS_A_STANZA = /[[\]"\\]/

/** Words that SigmaHQ's validator `sigmahq_title_case` lets stand in lower case. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an and as at by for from in new of on or over the through to via with without'.split(' ')
)
const LOWER_CASE = /\p{Lowercase}/u
const EXCUSED = /[\p{Uppercase}\p{Lt}./_]|^\p{Nd}/u

/**
 * Why a publisher's name cannot stand in titles such as `<name> IOC - Malicious IP 192.0.2.1`, as a sentence with the
 * remedy; `undefined` when it can.
 */
export const publisherNameProblem = (name: string): string | undefined => {
  const { length } = Array.from(name)
  if (length === 0) return 'The publisher name is empty; give it 1 to 24 characters.'
  if (length > MOST_CHARACTERS) {
    return `The publisher name has ${length} characters; titles have room for at most ${MOST_CHARACTERS}.`
  }
  if (cleanText(name, length) !== name) {
    return 'The publisher name holds an unprintable character, or blanks at an end or in a row; write plain words.'
  }
  if (BREAKS_A_STANZA.test(name)) {
    return 'The publisher name holds one of [ ] " \\, which break the name of a saved search; leave them out.'
  }
  const words = name.split(' ')
  if (words[0] === 'Detect' || words[0] === 'Detects') {
    return `The publisher name begins with "${words[0]}", as no Sigma title may; choose another first word.`
  }
  const small = words.find(isWrongInTitles)
  return small === undefined
    ? undefined
    : `The publisher name has the word "${small}" in lower case; Sigma titles want it capitalised.`
}

const isWrongInTitles = (word: string): boolean =>
  LOWER_CASE.test(word) && !EXCUSED.test(word) && !SMALL_WORDS.has(word)
