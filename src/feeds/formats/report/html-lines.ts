import type { NumberedLine } from './numbered-lines.ts'
import { createHtmlText } from './html-text.ts'

/** The lines of a web page: its text with the marks of Markdown for headings, items, cells and code. */
export async function* htmlLines(
  text: AsyncIterable<string>,
  maxLineLength: number
): AsyncGenerator<readonly NumberedLine[]> {
  const html = createHtmlText(maxLineLength)
  for await (const chunk of text) yield html.push(chunk)
  yield html.end()
}
