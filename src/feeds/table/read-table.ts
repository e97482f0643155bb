import type { Position, RawReject } from '../../indicator/raw-indicator.ts'
import { readLines } from '../lines.ts'
import { refusal } from '../refusal.ts'
import { createLineJoiner, type TableLine } from './join-lines.ts'
import { plainCells } from './plain-cells.ts'
import { parseStrayQuotes } from './stray-quotes.ts'

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

/** Takes joined lines apart. */
export const entriesOf = (lines: readonly TableLine[], delimiter: string): readonly TableEntry[] =>
  lines.map(({ kind, line, text }) => {
    const position = `line ${line}`
    switch (kind) {
      case 'comment':
        return { comment: text }
      case 'too-long':
        return refusal(text, position, 'too_long_line')
      case 'record': {
        const cells = plainCells(text, delimiter) ?? parseStrayQuotes(text, delimiter)
        return cells === undefined
          ? refusal(text, position, 'bad_record', 'the quotes do not fit together')
          : { position, cells }
      }
    }
  })
