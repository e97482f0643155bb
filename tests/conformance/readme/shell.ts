import { spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { environmentOf, type Generation } from '../referees/generation.ts'

/** What shell lines printed, or why they failed. */
export type Printed = { readonly output: string } | { readonly failure: string }

/** A shell in a work folder, with `sigmill` and the Sigma tools of a generation at hand. */
export type Shell = (generation: Generation, lines: string) => Printed

/** In the work folder, values that are kept for documentation stand for the reader's own feeds. */
const STAND_INS = { SIGMILL_GUARD_DOCUMENTATION: 'inform' }

/** Opens a shell that stops at the first line that fails. */
export const openShell =
  (folder: string, environment: Readonly<Record<string, string>> = {}): Shell =>
  (generation, lines) => {
    const path = [join(folder, 'bin'), join(environmentOf(generation), 'bin'), process.env['PATH']].join(delimiter)
    const { status, stderr, stdout } = spawnSync('bash', ['-euo', 'pipefail', '-c', lines], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, ...STAND_INS, ...environment, PATH: path }
    })
    return status === 0 ? { output: stdout } : { failure: stderr.trim() }
  }
