import type { BundleFiles, BundleFinding } from '../../bundle-target.ts'
import { checkTexts } from '../../check-texts.ts'
import { loadOf, SCRIPT } from '../../load-script.ts'
import { APP, APP_FILES } from './app-files.ts'
import { checkRowFile, type SeenKeys } from './check-row-file.ts'
import { removalProblem, rowProblem } from './check-rows.ts'
import { loadScript } from './load-script.ts'
import { type Table, TABLES } from './table.ts'

const ROWS = /^(rows|removals)\/([^/]+)\/\d{4,}\.json$/

interface RowFile {
  readonly path: string
  readonly folder: string | undefined
  readonly table: Table
}

/** The files that hold rows, in the order of their paths. */
const rowFilesAmong = (paths: readonly string[]): readonly RowFile[] =>
  paths.flatMap((path) => {
    const [, folder, name] = ROWS.exec(path) ?? []
    const table = TABLES.find((known) => known.name === name)
    return table === undefined ? [] : [{ path, folder, table }]
  })

/** What is wrong with the files of a bundle for Splunk. */
export async function* checkSplunk(files: BundleFiles): AsyncGenerator<BundleFinding> {
  const rowFiles = rowFilesAmong(files.paths)
  const rowPaths = rowFiles.map(({ path }) => path)
  const load = await loadOf(files)
  const hasApp = load !== undefined || files.paths.some((path) => path.startsWith(`${APP}/`))
  const expected = new Map([
    ...(hasApp ? APP_FILES : []),
    [SCRIPT, loadScript(load, rowPaths)] as const,
    ['README.md', undefined] as const
  ])
  yield* checkTexts(files, expected, (path) => rowPaths.includes(path))
  const seen: SeenKeys = new Set()
  for (const { path, folder, table } of rowFiles) {
    const problemOf = folder === 'rows' ? rowProblem : removalProblem
    yield* checkRowFile(path, files.read(path), (row) => problemOf(row, table), seen)
  }
}
