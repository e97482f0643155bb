import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import type { JobName } from './store-jobs.contract.ts'
import type { StorePlace } from './store-under-test.contract.ts'

const failOnExit = async (exited: Promise<unknown[]>): Promise<never> => {
  throw new Error(`the process ended with ${String((await exited)[0])} before it said what it should`)
}

/** A process that does a job. */
export interface OtherProcess {
  /** The lines that it has said. */
  readonly lines: readonly string[]
  kill(): Promise<void>
  /** When it has said so many lines. */
  said(count: number): Promise<void>
  /** Its exit code, when it has ended by itself. */
  ended(): Promise<unknown>
}

/** Starts a job on a place in another process, which is killed when the test has finished. */
export const startJob = (place: StorePlace, job: JobName, ...parameters: readonly string[]): OtherProcess => {
  const child = place.start(job, ...parameters)
  const exited = once(child, 'exit')
  const lines: string[] = []
  const reader = createInterface(child.stdout)
  const read = once(reader, 'close')
  reader.on('line', (line) => lines.push(line))
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await exited
    await read
  }
  onTestFinished(kill)
  return {
    lines,
    kill,
    said: async (count) => {
      while (lines.length < count) await Promise.race([once(reader, 'line'), failOnExit(exited)])
    },
    ended: async () => {
      const [code] = (await exited) as unknown[]
      await read
      return code
    }
  }
}
