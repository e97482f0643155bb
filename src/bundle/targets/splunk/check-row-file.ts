import { BUILD_AGAIN } from '../../build-again.ts'
import type { BundleFinding } from '../../bundle-target.ts'
import { isJsonObject, type JsonObject, parseJson } from '../../json-value.ts'
import { textLines } from '../../text-lines.ts'
import { MOST_DOCUMENTS } from './row-files.ts'

/** What a check of rows remembers between files. */
export type SeenKeys = Set<string>

/**
 * Checks the body of one `batch_save`: brackets on lines of their own, one document on each line between. `problemOf` says why
 * a document is not what its folder promises.
 */
export async function* checkRowFile(
  path: string,
  text: AsyncIterable<string>,
  problemOf: (row: JsonObject) => string | undefined,
  seen: SeenKeys
): AsyncGenerator<BundleFinding> {
  const finding = (line: number | undefined, problem: string): BundleFinding => ({
    path,
    line,
    problem: `${problem}. ${BUILD_AGAIN}`
  })
  let documents = 0
  let last = ''
  for await (const { number, text: line } of textLines(text)) {
    last = line
    if ((number === 1 && line === '[') || line === ']') continue
    documents++
    const row = parseJson(line.endsWith(',') ? line.slice(0, -1) : line)
    if (!isJsonObject(row)) {
      yield finding(number, 'The line is no JSON object')
      continue
    }
    const problem = problemOf(row)
    if (problem !== undefined) yield finding(number, `Of the row, ${problem}`)
    const key = String(row['_key'])
    if (seen.has(key)) yield finding(number, `The key ${JSON.stringify(key)} stands twice`)
    seen.add(key)
  }
  if (last !== ']') yield finding(undefined, 'The file breaks off')
  if (documents > MOST_DOCUMENTS) {
    yield finding(undefined, `It has ${documents} documents, and batch_save takes ${MOST_DOCUMENTS}`)
  }
}
