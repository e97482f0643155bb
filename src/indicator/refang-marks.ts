/** What a bracketed mark stands for, by its content in lower case. */
const MARKS: ReadonlyMap<string, string> = new Map([
  ['.', '.'],
  ['dot', '.'],
  [':', ':'],
  ['://', '://'],
  ['/', '/'],
  ['//', '//'],
  ['@', '@'],
  ['at', '@']
])
const LONGEST_MARK = 3
const MARK_CHARACTER = /^[.:/@adot]$/i
const OPENERS: ReadonlyMap<string, string> = new Map([
  [']', '['],
  [')', '('],
  ['}', '{']
])

const isBlank = (char: string | undefined): boolean => char === ' ' || char === '\u00a0'

const skipBlanksBack = (text: readonly string[], end: number): number => {
  let at = end
  while (isBlank(text[at - 1])) at -= 1
  return at
}

interface Mark {
  /** Where the mark begins, blanks before it included. */
  readonly start: number
  readonly plain: string
}

/** The mark that a closing bracket would complete at the end of `text`. */
const markAtEnd = (text: readonly string[], opener: string): Mark | undefined => {
  const end = skipBlanksBack(text, text.length)
  let start = end
  while (end - start < LONGEST_MARK && MARK_CHARACTER.test(text[start - 1] ?? '')) start -= 1
  const plain = MARKS.get(text.slice(start, end).join('').toLowerCase())
  const bracket = skipBlanksBack(text, start) - 1
  if (plain === undefined || text[bracket] !== opener) return undefined
  return { start: skipBlanksBack(text, bracket), plain }
}

/**
 * Replaces `[.]`, `(dot)`, `{at}`, `[://]` and their like, with the blanks around and inside them. A mark that only
 * appears once an inner one is replaced (`[[.]]`) is replaced too, so that a second pass finds nothing.
 */
export const replaceMarks = (text: string): string => {
  // An escaped dot (`example\.com`) is plain text in a path, and nowhere else.
  const dropsEscapes = !text.includes('/')
  const out: string[] = []
  const append = (char: string): void => {
    if (dropsEscapes && char === '.') {
      while (out.at(-1) === '\\') out.pop()
    }
    out.push(char)
  }
  let afterMark = false
  for (const char of text) {
    if (afterMark && isBlank(char)) continue
    const opener = OPENERS.get(char)
    const mark = opener === undefined ? undefined : markAtEnd(out, opener)
    afterMark = mark !== undefined
    if (mark === undefined) {
      append(char)
    } else {
      out.length = mark.start
      for (const plain of mark.plain) append(plain)
    }
  }
  return out.join('')
}
