const SEPARATOR = '://'
const LONGEST_SCHEME = 16
const BRACKETS_AND_BLANKS = /[[\](){}\s]/g

/** Spellings that keep a link from being followed, without the `s` of https. */
const SPELLINGS = ['http', 'hxxp', 'hxtp', 'htxp', 'hxp', 'htp', 'h**p', 'meow']
const SCHEMES: ReadonlyMap<string, string> = new Map(
  SPELLINGS.flatMap((spelling) => [
    [spelling, 'http'],
    [`${spelling}s`, 'https']
  ])
)

/** Turns the scheme of `hXXp://`, `hxxp[s]://`, `[http]://`, `meow://` and their like into `http` or `https`. */
export const replaceScheme = (text: string): string => {
  const end = text.indexOf(SEPARATOR)
  if (end < 1 || end > LONGEST_SCHEME) return text
  const scheme = SCHEMES.get(text.slice(0, end).replace(BRACKETS_AND_BLANKS, '').toLowerCase())
  return scheme === undefined ? text : scheme + SEPARATOR + text.slice(end + SEPARATOR.length).trimStart()
}
