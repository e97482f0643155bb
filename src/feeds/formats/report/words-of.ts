/** A word of a report. */
export interface Word {
  /** Without the quotes, brackets, markup and punctuation around it. */
  readonly text: string
  /** Whether a colon ends it, as in `Domain:`. */
  readonly isLabel: boolean
}

const BREAKS = /[\s"`<>|“”„«»]+/
const LISTS = /[,;]/

/** Words between white space, quotes, angle brackets and bars; without a path in them, also between commas. */
export const wordsOf = (text: string): readonly Word[] =>
  text
    .split(BREAKS)
    .flatMap((word) => (word.includes("'h") ? word.split("'") : [word]))
    .flatMap((word) => (word.includes('/') ? [word] : word.split(LISTS)))
    .flatMap((word) => {
      const bare = bareWord(word)
      return bare === '' ? [] : [{ text: bare, isLabel: word.endsWith(':') }]
    })

const OPENING = new Set("([{'‘*+~")
const CLOSING = new Set(')]}')
const BRACKETS: ReadonlyMap<string, number> = new Map([
  ['(', -1],
  ['[', -1],
  ['{', -1],
  [')', 1],
  [']', 1],
  ['}', 1]
])
const PUNCTUATION = new Set(".,;:!?…'’*")

/** Closing brackets go from the end as long as there are more of them than opening ones: a path may hold both. */
const bareWord = (word: string): string => {
  let start = 0
  while (OPENING.has(word.charAt(start))) start += 1
  const text = word.slice(start)
  let excess = 0
  for (const char of text) excess += BRACKETS.get(char) ?? 0
  let end = text.length
  for (; end > 0; end -= 1) {
    const last = text.charAt(end - 1)
    if (CLOSING.has(last) && excess > 0) excess -= 1
    else if (!PUNCTUATION.has(last) && (start === 0 || last !== word.charAt(0))) break
  }
  return text.slice(0, end)
}
