import { executableOf, type Program, runProgram, SETTINGS } from './program.ts'
import { type Started, startProcess } from './started.ts'
import type { ShelvedStore } from './store-shelf.ts'

/** A server of ours, and a key for it. */
export interface Server extends Pick<Started, 'pid' | 'secondsUntilHeard' | 'stop'> {
  /** Without a slash at its end. */
  readonly origin: string
  readonly headers: Readonly<Record<string, string>>
}

/** Serves a store on a port that is free, without a line in the log for each request. */
export const serveStore = async (program: Program, { folder, file, key }: ShelvedStore): Promise<Server> => {
  const args = ['serve', '--port', '0', '--db', `sqlite:${file}`, '--log-level', 'warn']
  const command = { file: process.execPath, args: [executableOf(program), ...args], cwd: folder, env: SETTINGS }
  const started = await startProcess(command, /listens on (http:\/\/\S+?);/)
  const { pid, secondsUntilHeard, stop } = started
  return { pid, secondsUntilHeard, stop, origin: started.heard, headers: { 'x-api-key': key } }
}

/** Makes a key that may export. */
export const makeKey = async (program: Program, folder: string, file: string): Promise<string> =>
  (await runProgram(program, folder, ['keys', 'create', '--tier', 'pro', '--db', `sqlite:${file}`])).output.trim()
