import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Ended } from './program.ts'

/** One command line, with the whole environment that it sees. */
export interface Line {
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
}

const FILE = fileURLToPath(new URL('resident-program.ts', import.meta.url))

let resident: { readonly child: ChildProcess; readonly gone: Promise<never> } | undefined
let last: Promise<unknown> = Promise.resolve()

const startResident = (env: Line['env']): NonNullable<typeof resident> => {
  // A process reads its time zone once.
  const child = fork(FILE, { env, execArgv: ['--import', 'tsx'] })
  const gone = once(child, 'exit').then(() => {
    resident = undefined
    throw new Error('the program broke down')
  })
  // Between command lines nobody waits for it.
  gone.catch(() => {})
  return { child, gone }
}

const runNext = async (line: Line): Promise<Ended> => {
  resident ??= startResident(line.env)
  const { child, gone } = resident
  const answered = once(child, 'message') as Promise<[Ended]>
  child.send(line)
  const [ended] = await Promise.race([answered, gone])
  return ended
}

/** Runs a command line in a process that has loaded the program already; it ends with the process of the tests. */
export const runResident = async (line: Line): Promise<Ended> => {
  const ended = last.then(async () => runNext(line))
  last = ended.catch(() => {})
  return ended
}
