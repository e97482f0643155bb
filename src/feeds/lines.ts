/** What is kept of a line that is longer than the limit. */
interface LongLine {
  /** Its first characters, for the report. */
  readonly start: string
}

/** A line without its end. */
export type Line = string | LongLine

/** Lines that follow one another. */
export interface LineBatch {
  /** The number of the first of them, counted from 1. */
  readonly first: number
  readonly lines: readonly Line[]
}

const LINES_PER_BATCH = 1_000
const SHOWN_OF_LONG_LINE = 80

/**
 * Splits text to lines at LF, CRLF and CR. A line longer than `maxLineLength` characters is reported, but never held:
 * memory stays at one line of the limit and one chunk.
 */
export async function* readLines(text: AsyncIterable<string>, maxLineLength: number): AsyncGenerator<LineBatch> {
  const splitter = createSplitter(maxLineLength)
  let first = 1
  for await (const chunk of text) {
    const lines = splitter.push(chunk)
    for (let at = 0; at < lines.length; at += LINES_PER_BATCH) {
      yield { first: first + at, lines: lines.slice(at, at + LINES_PER_BATCH) }
    }
    first += lines.length
  }
  const lines = splitter.end()
  if (lines.length > 0) yield { first, lines }
}

interface Splitter {
  readonly push: (chunk: string) => readonly Line[]
  readonly end: () => readonly Line[]
}

const createSplitter = (maxLineLength: number): Splitter => {
  /** The beginning of a line whose end has not come yet. */
  let held = ''
  /** Set while the rest of a long line passes by. */
  let passing: LongLine | undefined
  let afterReturn = false

  const reported = (line: string): LongLine => ({ start: line.slice(0, Math.min(SHOWN_OF_LONG_LINE, maxLineLength)) })

  const lineOf = (end: string): Line => {
    if (passing !== undefined) return passing
    const line = held === '' ? end : held + end
    return line.length > maxLineLength ? reported(line) : line
  }

  const hold = (beginning: string): void => {
    if (passing !== undefined) return
    held += beginning
    if (held.length <= maxLineLength) return
    passing = reported(held)
    held = ''
  }

  return {
    push: (chunk) => {
      const unified = withLineFeeds(chunk, afterReturn)
      if (chunk !== '') afterReturn = chunk.endsWith('\r')
      const lines: Line[] = []
      let from = 0
      for (let end = unified.indexOf('\n'); end >= 0; end = unified.indexOf('\n', from)) {
        lines.push(lineOf(unified.slice(from, end)))
        held = ''
        passing = undefined
        from = end + 1
      }
      hold(unified.slice(from))
      return lines
    },
    end: () => (held === '' && passing === undefined ? [] : [lineOf('')])
  }
}

const withLineFeeds = (chunk: string, afterReturn: boolean): string => {
  const rest = afterReturn && chunk.startsWith('\n') ? chunk.slice(1) : chunk
  return rest.includes('\r') ? rest.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : rest
}
