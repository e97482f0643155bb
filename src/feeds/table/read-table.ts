import type { Position, RawReject } from '../../indicator/raw-indicator.ts'
import { readLines } from '../lines.ts'
import { refusal } from '../refusal.ts'
import { createLineJoiner, type TableLine } from './join-lines.ts'
import { parseRecords, parseStrayQuotes } from './parse-records.ts'

/** A row of a table. */
export interface Row {
  readonly position: Position
  /** Trimmed, without the quotes around them. */
  readonly cells: readonly string[]
}

/** The text of a line that begins with `#`, without the `#`: it may hold the names of the columns. */
export interface Comment {
  readonly comment: string
}

/** What stands in a table: rows, comments, and rejects for rows that cannot be read. */
export type TableEntry = Row | Comment | RawReject

export const isRow = (entry: TableEntry): entry is Row => 'cells' in entry
export const isComment = (entry: TableEntry): entry is Comment => 'comment' in entry

/** Reads a table row by row. A row that breaks the rules of quoting, or is too long, becomes a reject. */
export async function* readTable(
  text: AsyncIterable<string>,
  delimiter: string,
  maxLineLength: number
): AsyncGenerator<readonly TableEntry[]> {
  const joiner = createLineJoiner(delimiter, maxLineLength)
  for await (const { first, lines } of readLines(text, maxLineLength)) {
    lines.forEach((line, index) => joiner.push(first + index, line))
    yield entriesOf(joiner.take(), delimiter)
  }
  joiner.end()
  yield entriesOf(joiner.take(), delimiter)
}

/** Parses joined lines, each on its own where one of them breaks the rules of quoting. */
export const entriesOf = (lines: readonly TableLine[], delimiter: string): readonly TableEntry[] => {
  const records = lines.filter(({ kind }) => kind === 'record')
  const parsed = parseRecords(records.map(({ text }) => text).join('\n'), delimiter)
  // One bad row spoils the parse of all, so then each is parsed alone.
  const rows = parsed?.length === records.length ? parsed.values() : undefined
  return lines.map(({ kind, line, text }) => {
    const position = `line ${line}`
    switch (kind) {
      case 'comment':
        return { comment: text }
      case 'too-long':
        return refusal(text, position, 'too_long_line')
      case 'record': {
        const cells = rows === undefined ? parseAlone(text, delimiter) : rows.next().value
        if (cells !== undefined) return { position, cells }
        return refusal(text, position, 'bad_record', 'the quotes do not fit together')
      }
    }
  })
}

const parseAlone = (text: string, delimiter: string): readonly string[] | undefined =>
  parseRecords(text, delimiter)?.[0] ?? parseStrayQuotes(text, delimiter)
