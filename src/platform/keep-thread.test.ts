import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { keepThread } from './keep-thread.ts'

const OUT_OF_MEMORY = 'const held = []; for (;;) held.push(new Array(10_000).fill(held.length))'
const FAILING = 'throw new Error("the thread failed")'
const ENDING = ''
const OBEDIENT = 'require("node:worker_threads").parentPort.once("message", () => {})'

/** Keeps a thread whose first run does one thing, and whose second waits to be stopped; gives what it failed with. */
const keepAfter = async (first: string): Promise<readonly unknown[]> => {
  const errors: unknown[] = []
  const runs = [first, OBEDIENT].values()
  let stop = async (): Promise<void> => {}
  await new Promise<void>((resolve) => {
    stop = keepThread({
      start: () => {
        const code = runs.next().value ?? ''
        const worker = new Worker(code, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } })
        if (code === OBEDIENT) worker.once('online', resolve)
        return worker
      },
      onError: (error) => errors.push(error),
      pause: () => Promise.resolve(),
      restartMilliseconds: 1
    })
  })
  await stop()
  expect(runs.next().done).toBe(true)
  return errors
}

test('a thread that runs out of memory is started again', async () => {
  expect(await keepAfter(OUT_OF_MEMORY)).toMatchObject([{ code: 'ERR_WORKER_OUT_OF_MEMORY' }])
})

test('a thread that throws is started again, and one that ends', async () => {
  expect(await keepAfter(FAILING)).toMatchObject([{ message: 'the thread failed' }])
  expect(await keepAfter(ENDING)).toEqual([])
})
