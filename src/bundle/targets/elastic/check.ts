import { BUILD_AGAIN } from '../../build-again.ts'
import type { BundleFiles, BundleFinding } from '../../bundle-target.ts'
import { checkTexts } from '../../check-texts.ts'
import { isJsonObject, parseJson } from '../../json-value.ts'
import { loadOf, SCRIPT } from '../../load-script.ts'
import { textLines } from '../../text-lines.ts'
import { objectProblem } from './check-object.ts'
import { DETECTION_RULES, detectionRulesText } from './detection-rules.ts'
import { INDEX, INDEX_TEMPLATE, indexTemplateText } from './index-template.ts'
import { loadScript } from './load-script.ts'

const isRequest = (path: string): boolean => /^indicators\/\d{4,}\.ndjson$/.test(path)

/** https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-bulk: 5 to 15 MB are advised. */
const MOST_BYTES = 10_000_000

/** What a line of a bulk request wants done. */
interface Action {
  readonly name: 'index' | 'delete'
  readonly id: unknown
}

const actionOf = (line: string): Action | undefined => {
  const object = parseJson(line)
  if (!isJsonObject(object) || Object.keys(object).length !== 1) return undefined
  const name = 'index' in object ? 'index' : 'delete'
  const target = object[name]
  return isJsonObject(target) && target['_index'] === INDEX ? { name, id: target['_id'] } : undefined
}

const documentProblem = ({ id }: Action, line: string): string | undefined => {
  const object = parseJson(line)
  return isJsonObject(object) ? objectProblem(id, object) : 'It is no object'
}

/** What is wrong with a bulk request; ids of all requests are remembered, because each must be unique. */
async function* checkRequest(
  path: string,
  text: AsyncIterable<string>,
  seen: Set<unknown>
): AsyncGenerator<BundleFinding> {
  const finding = (line: number, reason: string) => ({ path, line, problem: `${reason}. ${BUILD_AGAIN}` })
  const encoder = new TextEncoder()
  let bytes = 0
  let open: Action | undefined
  for await (const line of textLines(text)) {
    bytes += encoder.encode(line.text).length + 1
    if (open !== undefined) {
      const problem = documentProblem(open, line.text)
      if (problem !== undefined) yield finding(line.number, problem)
      open = undefined
      continue
    }
    const action = actionOf(line.text)
    if (action === undefined) yield finding(line.number, `It is no action on ${INDEX}`)
    else if (seen.has(action.id)) yield finding(line.number, 'An action before has the same _id')
    seen.add(action?.id)
    if (action?.name === 'index') open = action
  }
  if (open !== undefined) yield { path, line: undefined, problem: `The last action has no document. ${BUILD_AGAIN}` }
  if (bytes > MOST_BYTES)
    yield { path, line: undefined, problem: `It is larger than ${MOST_BYTES} bytes. ${BUILD_AGAIN}` }
}

/** Holds a bundle against ECS, the bulk API, and what else the program writes. */
export async function* checkElastic(files: BundleFiles): AsyncGenerator<BundleFinding> {
  const requests = files.paths.filter(isRequest)
  const expected = new Map([
    [INDEX_TEMPLATE, indexTemplateText()],
    [DETECTION_RULES, detectionRulesText()],
    [SCRIPT, loadScript(await loadOf(files), requests)],
    ['README.md', undefined]
  ])
  yield* checkTexts(files, expected, isRequest)
  const seen = new Set<unknown>()
  for (const path of requests) yield* checkRequest(path, files.read(path), seen)
}
