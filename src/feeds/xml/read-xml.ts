import type { ReadOptions } from '../feed-format.ts'
import { createXmlParser, type XmlListener } from './xml-parser.ts'

/**
 * Reads XML of any length: `listen` makes the listener, which emits what it finds. Throws `input_truncated` or
 * `input_broken`, with the place, after everything before it was given.
 */
export async function* readXml<Item>(
  text: AsyncIterable<string>,
  listen: (emit: (item: Item) => void) => XmlListener,
  { maxLineLength }: Pick<ReadOptions, 'maxLineLength'>
): AsyncGenerator<readonly Item[]> {
  let batch: Item[] = []
  const listener = listen((item) => batch.push(item))
  const parser = createXmlParser(listener, maxLineLength)
  try {
    for await (const piece of text) {
      const damage = parser.write(piece)
      if (batch.length > 0) yield batch
      batch = []
      if (damage !== undefined) throw damage
    }
    const damage = parser.end()
    if (damage !== undefined) throw damage
  } catch (error) {
    listener.breakOff()
    if (batch.length > 0) yield batch
    throw error
  }
}
