import type { Sample } from '../../feed-format.ts'
import { sampleLines } from '../../sample-lines.ts'

const ASCIIDOC_HEADING = /^={1,6} \S/
const MARKDOWN_HEADING = /^#{1,6} \S/

/**
 * Whether a text is a document with headings: AsciiDoc, or Markdown with headings of two depths that stand apart, as
 * comments of lists do not.
 */
export const looksLikeReport = (sample: Sample): boolean => {
  const lines = sampleLines(sample)
  if (lines.some((line) => ASCIIDOC_HEADING.test(line))) return true
  const headings = lines.filter((line, at) => MARKDOWN_HEADING.test(line) && isApart(lines, at))
  return new Set(headings.map((heading) => heading.indexOf(' '))).size > 1
}

const isApart = (lines: readonly string[], at: number): boolean => isBlank(lines[at - 1]) && isBlank(lines[at + 1])

const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === ''
