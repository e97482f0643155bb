import type { BundleFiles, BundleFinding } from '../../bundle-target.ts'
import { BUILD_AGAIN } from '../../build-again.ts'
import { checkTexts } from '../../check-texts.ts'
import { textLines } from '../../text-lines.ts'
import { checkEntries } from './check-entries.ts'
import { RATED_DETECTIONS } from './detection.ts'
import { LOAD_SCRIPT } from './load-script.ts'
import { REFERENCE_SETS } from './reference-set.ts'
import { searchPath, searchText } from './search-text.ts'
import { SETS_FILE } from './sets-file.ts'

const RULES = 'rules.md'

const ENTRIES = /^entries\/\d{4,}\.json$/

/** The rules name who publishes them, so their text is not known beforehand. */
const EXPECTED: ReadonlyMap<string, string | undefined> = new Map([
  ['sets.json', SETS_FILE],
  ['load.sh', LOAD_SCRIPT],
  ...RATED_DETECTIONS.map((detection) => [searchPath(detection), searchText(detection)] as const),
  [RULES, undefined],
  ['README.md', undefined]
])

const SETS = new Set(REFERENCE_SETS.map(({ name }) => name))

const SET_IN_AQL = /REFERENCESETCONTAINS\('([^']*)'/g

async function* checkRules(path: string, pieces: AsyncIterable<string>): AsyncGenerator<BundleFinding> {
  for await (const { number, text } of textLines(pieces)) {
    for (const [, set = ''] of text.matchAll(SET_IN_AQL)) {
      if (SETS.has(set)) continue
      const problem = `The reference set ${JSON.stringify(set)} is not one of sets.json. ${BUILD_AGAIN}`
      yield { path, line: number, problem }
    }
  }
}

/** What is wrong with the files of a bundle for QRadar. */
export async function* checkQradar(files: BundleFiles): AsyncGenerator<BundleFinding> {
  yield* checkTexts(files, EXPECTED, (path) => ENTRIES.test(path))
  for (const path of files.paths) {
    if (path === RULES) yield* checkRules(path, files.read(path))
    if (ENTRIES.test(path)) yield* checkEntries(path, files.read(path))
  }
}
