import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Command } from './run-process.ts'

/** A process that runs until it is stopped. */
export interface Started {
  readonly pid: number
  /** The first group of the pattern that was waited for. */
  readonly heard: string
  readonly secondsUntilHeard: number
  /** Says something to it. */
  tell(text: string): void
  /** All that it said on standard output, once it is over. Throws when it failed. */
  output(): Promise<string>
  readonly stop: () => Promise<void>
}

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close')
}

/** Starts a process and waits until it has said something like this, on whatever stream. */
export const startProcess = async ({ file, args, cwd, env }: Command, until: RegExp): Promise<Started> => {
  const began = performance.now()
  const child = spawn(file, args, { cwd, env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.on('error', () => {})
  let output = ''
  let errors = ''
  const heard = new Promise<string>((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer): void => {
      said = (said + chunk.toString()).slice(-10_000)
      const found = until.exec(said)
      if (found !== null) resolve(found[1] ?? '')
    }
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString())).on('data', hear)
    child.stderr.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-2_000))).on('data', hear)
    child.once('error', reject)
    child.once('close', () => reject(new Error(`${file} ${args.join(' ')} ended and said: ${said}`)))
  })
  const word = await heard
  return {
    pid: child.pid ?? 0,
    heard: word,
    secondsUntilHeard: (performance.now() - began) / 1_000,
    tell: (text) => void child.stdin.write(text),
    async output() {
      await ended(child)
      if (child.exitCode !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${child.exitCode}: ${errors}`)
      return output
    },
    async stop() {
      child.kill('SIGTERM')
      await ended(child)
    }
  }
}
