import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'

/** What a run of a command cost. */
export interface Cost {
  readonly seconds: number
  /** Greatest resident set in MiB, as Linux counts it (`VmHWM`). */
  readonly peakMiB: number
}

const peakOf = async (pid: number): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1_024
}

/** Runs a command of the built program and watches its memory. Throws when it fails. */
export const runMeasured = async (args: readonly string[]): Promise<Cost> => {
  const started = process.hrtime.bigint()
  const child = spawn(process.execPath, ['bin/sigmill.js', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    // Generated values are those that are kept for documentation.
    env: { ...process.env, SIGMILL_GUARD_DOCUMENTATION: 'inform' }
  })
  let peakMiB = 0
  const watch = setInterval(() => {
    if (child.pid !== undefined) void peakOf(child.pid).then((peak) => (peakMiB = Math.max(peakMiB, peak)))
  }, 50)
  const [code] = (await once(child, 'exit')) as [number | null]
  clearInterval(watch)
  if (code !== 0) throw new Error(`sigmill ${args.join(' ')} ended with ${code}`)
  return { seconds: Number(process.hrtime.bigint() - started) / 1e9, peakMiB }
}
