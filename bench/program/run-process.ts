import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { type ProcessCost, processCost } from './process-cost.ts'

/** So often a process is looked at; what it used after the last look is not seen. */
const LOOK_MS = 20

/** What is run. */
export interface Command {
  readonly file: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  /** A file descriptor, or what is said to the process at once. */
  readonly input?: string
}

/** What a run cost and said. */
export interface Run extends ProcessCost {
  readonly seconds: number
  readonly output: string
}

/** Where nothing is to be read, an empty text. */
const said = (stream: Readable): Promise<string> => text(stream)

/** Runs a process to its end and watches what it uses. Throws when it fails. */
export const runProcess = async ({ file, args, cwd, env, input }: Command): Promise<Run> => {
  const started = performance.now()
  const child = spawn(file, args, { cwd, env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  let cost: ProcessCost = { processorSeconds: 0, peakMB: 0 }
  const watch = setInterval(() => {
    const { pid } = child
    if (pid !== undefined) void processCost(pid).then((seen) => (cost = seen ?? cost))
  }, LOOK_MS)
  try {
    const closed = once(child, 'close') as Promise<[number | null]>
    const [output, errors, [code]] = await Promise.all([said(child.stdout), said(child.stderr), closed])
    const seconds = (performance.now() - started) / 1_000
    if (code !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${code}: ${errors.slice(-2_000)}`)
    return { ...cost, seconds, output }
  } finally {
    clearInterval(watch)
  }
}
