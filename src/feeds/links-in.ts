const TRAILING = new Set([',', '.', ';', '"', "'", '>'])

/** The http and https links that stand in a text, without the punctuation around them. */
export const linksIn = (text: string | undefined): readonly string[] =>
  text === undefined ? [] : text.split(/[\s;]+/).flatMap((word) => linkOf(word) ?? [])

const linkOf = (word: string): string | undefined => {
  const start = word.search(/https?:\/\//i)
  if (start < 0) return undefined
  let end = word.length
  while (TRAILING.has(word.charAt(end - 1)) || isStrayParenthesis(word, start, end)) end--
  return word.slice(start, end)
}

const isStrayParenthesis = (word: string, start: number, end: number): boolean =>
  word.charAt(end - 1) === ')' && !word.slice(start, end).includes('(')
