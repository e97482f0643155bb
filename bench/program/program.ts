import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Run, runProcess } from './run-process.ts'

/** A built sigmill. */
export interface Program {
  /** What reports call it. */
  readonly name: string
  readonly root: string
  /** For the Node that runs it. */
  readonly nodeFlags?: readonly string[]
}

/** The project itself. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What Node is given to run a command of it. */
export const commandLine = ({ root, nodeFlags = [] }: Program, args: readonly string[]) => ({
  file: process.execPath,
  args: [...nodeFlags, join(root, 'bin', 'sigmill.js'), ...args]
})

/** Generated values are such as are kept for documentation, and keys are asked more than their tiers allow. */
export const SETTINGS: Readonly<Record<string, string>> = {
  SIGMILL_GUARD_DOCUMENTATION: 'inform',
  SIGMILL_TIERS_PRO_REQUESTS_PER_MINUTE: '1000000000',
  SIGMILL_TIERS_PRO_REQUESTS_PER_DAY: '1000000000'
}

/** Runs a command of the program in a folder. */
export const runProgram = (program: Program, cwd: string, args: readonly string[]): Promise<Run> =>
  runProcess({ ...commandLine(program, args), cwd, env: SETTINGS })
