import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** When the newest file of a folder was written, in milliseconds; 0 where there is none. */
const newest = (folder: string): number => {
  try {
    const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    return Math.max(0, ...names.map((name) => statSync(join(ROOT, folder, name)).mtimeMs))
  } catch {
    return 0
  }
}

/** Builds the program if its sources are newer, so that the tests which start it never try an earlier one. */
export const setup = (): void => {
  if (newest('dist') > newest('src')) return
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
    cwd: ROOT,
    stdio: 'inherit'
  })
}
