import { isValue, unquote } from '../../several-values.ts'
import { isValueName } from './value-name.ts'

/** Behind white space, `#`, `//` and `;` begin a comment; inside a URL they do not. */
const TRAILING_COMMENT = /\s(?:#|\/\/|;)/

const BULLET = /^(?:[-*•]|[0-9]{1,4}[.)])\s+/

/** What a line of a list says, without the comment behind, the bullet, label and quotes around it. */
export const bareText = (line: string): string => {
  const comment = line.search(TRAILING_COMMENT)
  const text = withoutScores(comment < 0 ? line : line.slice(0, comment)).trim()
  const said = withoutLabel(text.replace(BULLET, ''))
  return unquote(said.endsWith(',') || said.endsWith(';') ? said.slice(0, -1).trim() : said)
}

/** AlienVault writes `198.51.100.7#4#2#Malicious Host`; behind a host with a path, `#` begins a fragment. */
const withoutScores = (text: string): string => {
  const hash = text.indexOf('#')
  const before = text.slice(0, Math.max(hash, 0))
  return /^[0-9]/.test(text.slice(hash + 1)) && !before.includes('/') && isValue(before) ? before : text
}

/** `SHA256: …`, `C2 = …`: what stands behind a label that names values. */
const withoutLabel = (text: string): string => {
  const end = text.search(/[:=]\s/)
  return end > 0 && isValueName(text.slice(0, end)) ? text.slice(end + 1).trim() : text
}
