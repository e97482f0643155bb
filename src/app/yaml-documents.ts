import { TextBlocks } from './text-blocks.ts'
import { DOCUMENT_SEPARATOR } from '../sigma/write-rule.ts'

/** The body of an export without rules: sigma-cli reads it, an empty document it would not. */
export const NO_RULES = '# No indicator matches, so there is no rule.\n'

/**
 * Multi-document YAML over pages of what rules are made of, in blocks of bytes: separators between documents, none after
 * the last. What gives no rule has no text.
 */
export async function* yamlDocuments<Item>(
  pages: AsyncIterable<readonly Item[]>,
  textOf: (item: Item) => string | undefined
): AsyncGenerator<Uint8Array> {
  const blocks = new TextBlocks()
  let separator = ''
  for await (const page of pages) {
    for (const item of page) {
      const text = textOf(item)
      if (text === undefined) continue
      const full = blocks.add(separator + text)
      if (full !== undefined) yield full
      separator = DOCUMENT_SEPARATOR
    }
  }
  if (separator === '') blocks.add(NO_RULES)
  yield* blocks.end()
}
