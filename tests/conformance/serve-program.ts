import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { PROGRAM } from './program.ts'

/** A folder in which the program works, with the variables that it sees there. */
export interface WorkPlace {
  readonly folder: string
  readonly env: NodeJS.ProcessEnv
}

/** The program's server while it runs. */
export interface ServedProgram {
  readonly url: string
  stop(): Promise<void>
}

/** What the program prints; throws what it complains of. */
export const runProgram = (
  { folder, env }: WorkPlace,
  words: readonly string[],
  accepted: readonly number[] = [0]
): string => {
  const options = { cwd: folder, env, encoding: 'utf8', maxBuffer: 1_000_000_000 } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...words], options)
  if (status === null || !accepted.includes(status)) throw new Error(`sigmill ${words[0]}: ${stderr}`)
  return stdout.trim()
}

/** Serves the store of a folder on a free port. */
export const serveProgram = async ({ folder, env }: WorkPlace): Promise<ServedProgram> => {
  const child = spawn(process.execPath, [PROGRAM, 'serve', '--port', '0'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 'pipe']
  })
  const said: string[] = []
  for await (const line of createInterface({ input: child.stderr })) {
    said.push(line)
    const url = /listens on (http:\/\/\S+?);/.exec(line)?.[1]
    if (url === undefined) continue
    return {
      url,
      async stop() {
        child.stderr.resume()
        child.kill()
        await once(child, 'close')
      }
    }
  }
  throw new Error(`The server never listened:\n${said.join('\n')}`)
}
