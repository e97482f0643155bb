import { tmpdir } from 'node:os'
import type * as Run from '../../src/cli/run.ts'
import type * as Main from '../../src/main.ts'
import type { Ended } from './program.ts'
import type { Line } from './resident.ts'

// The program as it was built.
const built = (file: string): string => new URL(`../../dist/${file}`, import.meta.url).href

/** Lets the process see what a process that was started for the line would see. */
const moveTo = ({ cwd, env }: Line): void => {
  for (const name of Object.keys(process.env)) delete process.env[name]
  Object.assign(process.env, env)
  process.chdir(cwd)
}

const runLine = async (line: Line): Promise<Ended> => {
  const { run } = (await import(built('cli/run.js'))) as typeof Run
  const { createWorld } = (await import(built('main.js'))) as typeof Main
  moveTo(line)
  const out: Uint8Array[] = []
  let said = ''
  const world: ReturnType<typeof createWorld> = {
    ...createWorld(),
    writeOut: async (chunks) => {
      for await (const chunk of chunks) out.push(Buffer.from(chunk))
    },
    say: (text) => {
      said += `${text}\n`
    }
  }
  const code = await run(line.args, world)
  process.chdir(tmpdir())
  return { code, signal: null, stdout: Buffer.concat(out).toString('utf8'), stderr: said }
}

process.on('message', (line) => {
  void runLine(line as Line).then((ended) => process.send?.(ended))
})

process.once('disconnect', () => process.exit())
