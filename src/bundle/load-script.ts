import type { BundleFile, BundleFiles } from './bundle-target.ts'
import { onePiece } from './one-piece.ts'
import { wholeText } from './whole-text.ts'

/** Where the script stands that loads a bundle. */
export const SCRIPT = 'load.sh'

/**
 * The text of a script by the files that it loads. `load` is that of a whole bundle, which alone takes away what other
 * loads left; `undefined` in a delta.
 */
export type ScriptText = (load: string | undefined, paths: readonly string[]) => string

const LOAD = /^load=([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/m

/** The line of a script that names its load, for {@link expectedScript} to find. */
export const loadLine = (load: string): string => `load=${load}`

/**
 * A loop of sh: `commands` for each `$file`. The files are named, not looked for, because a folder may hold files of an older
 * bundle.
 */
export const forEachFile = (paths: readonly string[], commands: string): string => `while IFS= read -r file; do
  if [ ! -r "$file" ]; then
    echo "$file is missing: unpack or build the bundle again" >&2
    exit 1
  fi
${commands}
done <<'FILES'
${paths.map((path) => `${path}\n`).join('')}FILES`

/** Passes the files on that hold rows, and behind them the script that loads them. */
export async function* withScript(
  files: AsyncIterable<BundleFile>,
  load: string | undefined,
  script: ScriptText
): AsyncGenerator<BundleFile> {
  const paths: string[] = []
  for await (const file of files) {
    paths.push(file.path)
    yield file
  }
  yield { path: SCRIPT, text: onePiece(script(load, paths.sort())) }
}

/** The load that a bundle's script names: that of a whole bundle. */
export const loadOf = async (files: BundleFiles): Promise<string | undefined> =>
  files.paths.includes(SCRIPT) ? LOAD.exec(await wholeText(files.read(SCRIPT)))?.[1] : undefined
