import { type Line, readLines } from '../../lines.ts'

/** A line of text and the number of the line of the input that it comes from. */
export interface NumberedLine {
  readonly number: number
  readonly line: Line
}

/** The lines of plain text, Markdown or AsciiDoc. */
export async function* textLines(
  text: AsyncIterable<string>,
  maxLineLength: number
): AsyncGenerator<readonly NumberedLine[]> {
  for await (const { first, lines } of readLines(text, maxLineLength)) {
    yield lines.map((line, index) => ({ number: first + index, line }))
  }
}
