import { BUILD_AGAIN } from '../../build-again.ts'
import type { BundleFiles, BundleFinding } from '../../bundle-target.ts'
import { checkTexts, type ExpectedTexts } from '../../check-texts.ts'
import { isJsonObject, parseJson } from '../../json-value.ts'
import { SCRIPT } from '../../load-script.ts'
import { wholeText } from '../../whole-text.ts'
import { ANALYTICS_RULES, detectionRulesText } from './detection-rules.ts'
import { objectProblem } from './check-object.ts'
import { watchlistProblems } from './check-watchlist.ts'
import { MOST_OBJECTS, SOURCE_SYSTEM } from './indicator-files.ts'
import { loadScript } from './load-script.ts'
import { WATCHLIST } from './watchlist.ts'

const isRequest = (path: string): boolean => /^indicators\/\d{4,}\.json$/.test(path)

/** What stands beside the indicators; a watchlist and the rules over it come together or not at all. */
const expectedTexts = (paths: readonly string[]): ExpectedTexts =>
  new Map([
    [ANALYTICS_RULES, detectionRulesText('threat-intelligence')],
    [SCRIPT, loadScript(undefined, paths.filter(isRequest))],
    ['README.md', undefined],
    ...(paths.some((path) => path.startsWith('watchlist/'))
      ? ([
          [WATCHLIST.rules, detectionRulesText('watchlist')],
          [WATCHLIST.list, undefined]
        ] as const)
      : [])
  ])

/** What is wrong with the body of a request; ids of all requests are remembered, because each must be unique. */
function* checkRequest(path: string, text: string, seen: Set<unknown>): Generator<BundleFinding> {
  const body = parseJson(text)
  const objects: unknown =
    isJsonObject(body) && body['sourcesystem'] === SOURCE_SYSTEM ? body['stixobjects'] : undefined
  if (!Array.isArray(objects) || objects.length === 0 || objects.length > MOST_OBJECTS) {
    const problem = `It is no request with 1 to ${MOST_OBJECTS} objects from ${SOURCE_SYSTEM}. ${BUILD_AGAIN}`
    yield { path, line: undefined, problem }
    return
  }
  for (const [index, object] of objects.entries()) {
    const value: unknown = object
    // One object per line, behind the line that opens the list.
    const finding = (reason: string) => ({ path, line: index + 2, problem: `${reason}. ${BUILD_AGAIN}` })
    if (!isJsonObject(value)) {
      yield finding('It is no object')
      continue
    }
    const problem = seen.has(value['id']) ? 'An object before has the same id' : objectProblem(value)
    seen.add(value['id'])
    if (problem !== undefined) yield finding(problem)
  }
}

/** Holds a bundle against what the upload API, the analytics rules and watchlists take. */
export async function* checkSentinel(files: BundleFiles): AsyncGenerator<BundleFinding> {
  yield* checkTexts(files, expectedTexts(files.paths), isRequest)
  const seen = new Set<unknown>()
  for (const path of files.paths.filter(isRequest)) yield* checkRequest(path, await wholeText(files.read(path)), seen)
  yield* watchlistProblems(files)
}
