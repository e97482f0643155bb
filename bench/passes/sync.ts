import { join } from 'node:path'
import { commandLine, SETTINGS } from '../program/program.ts'
import { runProcess } from '../program/run-process.ts'
import type { Pass } from './pass.ts'
import { whileServed } from './while-served.ts'

const KEY = 'BENCH_KEY'

/** Brings an empty folder in step with a server; what counts is the client's memory. */
export const sync = (name: string, upTo: number, flags: readonly string[]): Pass => ({
  name,
  mostMB: 300,
  upTo,
  async peakMB(place) {
    const { program, folder } = place
    let peakMB = Number.NaN
    await whileServed(place, async ({ origin, headers }) => {
      const out = join(folder, 'rules')
      const args = ['sync', '--from', origin, '--key-env', KEY, '--out', out, ...flags]
      const env = { ...SETTINGS, [KEY]: headers['x-api-key'] ?? '' }
      peakMB = (await runProcess({ ...commandLine(program, args), cwd: folder, env })).peakMB
    })
    return peakMB
  }
})
