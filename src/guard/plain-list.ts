import { KINDS } from '../indicator/kind.ts'
import { printable } from '../problem/printable.ts'
import { Problem } from '../problem/problem.ts'
import { collectEntries } from './collect-entries.ts'
import type { GuardFile } from './guard-file.ts'
import { readEntry } from './read-entry.ts'

const COMMENTS = ['#', ';', '//'] as const
/** A comment behind a value begins with a blank, so that fragments of URLs stay. */
const COMMENT_BEHIND = /[ \t][#;]/

const valueOf = (line: string): string => {
  const text = line.trim()
  if (COMMENTS.some((mark) => text.startsWith(mark))) return ''
  const comment = text.search(COMMENT_BEHIND)
  return comment < 0 ? text : text.slice(0, comment).trim()
}

/**
 * A list of one value per line, with comments behind `#`, `;` or `//`. Lists of well-known sites hold mail providers,
 * where anybody may have an address, so that their domains do not cover mail addresses. Throws `input_unknown`.
 */
export const readPlainList = (file: string, text: string): GuardFile => {
  const values = text.split('\n').map(valueOf)
  const found = collectEntries(
    values.filter((value) => value !== ''),
    readEntry
  )
  if (found.entries.length === 0) {
    throw new Problem(
      'input_unknown',
      `No line of ${printable(file)} is an entry: an address, network, domain, URL, mail address, hash, CVE or technique.`
    )
  }
  return { name: undefined, why: undefined, kinds: KINDS, coversMail: false, ...found }
}
