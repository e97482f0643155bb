import { BUILD_AGAIN } from '../../build-again.ts'
import type { BundleFinding } from '../../bundle-target.ts'
import { isJsonObject, parseJson } from '../../json-value.ts'
import { textLines } from '../../text-lines.ts'
import { MOST_ENTRIES } from './entry-files.ts'
import { elementProblem } from './element-problem.ts'
import { REFERENCE_SETS } from './reference-set.ts'

const SETS = new Map(REFERENCE_SETS.map((set) => [set.name, set]))

/** What is wrong with one line of a bulk update. */
const lineProblem = (text: string): string | undefined => {
  const entry = parseJson(text.endsWith(',') ? text.slice(0, -1) : text)
  if (!isJsonObject(entry)) return 'The line is no JSON object.'
  const { set, value, delete_entry: deletes, source, notes, ...rest } = entry
  const unknown = Object.keys(rest)[0]
  if (unknown !== undefined) return `QRadar knows no member ${JSON.stringify(unknown)} of an entry.`
  const known = typeof set === 'string' ? SETS.get(set) : undefined
  if (known === undefined) return `The reference set ${JSON.stringify(set)} is not one of sets.json.`
  if (typeof value !== 'string') return 'The value is no text.'
  if (deletes !== undefined && deletes !== true) return 'delete_entry is neither left out nor true.'
  if (deletes === undefined && (typeof source !== 'string' || typeof notes !== 'string')) {
    return 'An entry that is added has no text as source or as notes.'
  }
  return elementProblem(known, value)
}

/** What is wrong with a file of bulk updates: a JSON array with one entry a line. */
export async function* checkEntries(path: string, pieces: AsyncIterable<string>): AsyncGenerator<BundleFinding> {
  let last = ''
  let entries = 0
  for await (const { number, text } of textLines(pieces)) {
    last = text
    if (number === 1 && text !== '[') {
      yield { path, line: 1, problem: `The file does not begin with a line "[". ${BUILD_AGAIN}` }
    }
    if (number === 1 || text === ']') continue
    entries += 1
    const problem = lineProblem(text)
    if (problem !== undefined) yield { path, line: number, problem: `${problem} ${BUILD_AGAIN}` }
  }
  if (last !== ']') yield { path, line: undefined, problem: `The file does not end with a line "]". ${BUILD_AGAIN}` }
  if (entries > MOST_ENTRIES) {
    yield {
      path,
      line: undefined,
      problem: `The file has ${entries} entries, more than ${MOST_ENTRIES}. ${BUILD_AGAIN}`
    }
  }
}
