import { commandLine, type Program, runProgram, SETTINGS } from './program.ts'
import { type Started, startProcess } from './started.ts'
import type { ShelvedStore } from './store-shelf.ts'

/** A server of ours, and a key for it. */
export interface Server extends Pick<Started, 'pid' | 'secondsUntilHeard' | 'stop'> {
  /** Without a slash at its end. */
  readonly origin: string
  readonly headers: Readonly<Record<string, string>>
}

/** Serves a store on a port that is free, without a line in the log for each request. Settings are variables. */
export const serveStore = async (
  program: Program,
  { folder, file, key }: ShelvedStore,
  settings: Readonly<Record<string, string>> = {}
): Promise<Server> => {
  const args = ['serve', '--port', '0', '--db', `sqlite:${file}`, '--log-level', 'warn']
  const env = { ...SETTINGS, ...settings }
  const command = { ...commandLine(program, args), cwd: folder, env }
  const started = await startProcess(command, /listens on (http:\/\/\S+?);/)
  const { pid, secondsUntilHeard, stop } = started
  return { pid, secondsUntilHeard, stop, origin: started.heard, headers: { 'x-api-key': key } }
}

/** Makes a key that may export; keys of an account share its limits. */
export const makeKey = async (
  program: Program,
  { folder, file }: Pick<ShelvedStore, 'folder' | 'file'>,
  account = 'bench'
): Promise<string> => {
  const args = ['keys', 'create', '--tier', 'pro', '--account', account, '--db', `sqlite:${file}`]
  return (await runProgram(program, folder, args)).output.trim()
}
