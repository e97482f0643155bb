import { isJsonObject, type JsonObject, parseJson } from './json-value.ts'
import { textLines } from './text-lines.ts'

/** The objects of a file that has one on a line, with or without a comma behind it; other lines are passed over. */
export async function* lineObjects(pieces: AsyncIterable<string>): AsyncGenerator<JsonObject> {
  for await (const { text } of textLines(pieces)) {
    const object = parseJson(text.endsWith(',') ? text.slice(0, -1) : text)
    if (isJsonObject(object)) yield object
  }
}
