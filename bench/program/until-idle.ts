import { setTimeout as wait } from 'node:timers/promises'
import { processCost } from './process-cost.ts'

const LOOK_MS = 300
const IDLE_SHARE = 0.1
const MOST_LOOKS = 400

/**
 * Waits until a process has hardly anything to do: a server that has just started looks over its whole store once. Throws
 * when it is still at work after two minutes.
 */
export const untilIdle = async (pid: number): Promise<void> => {
  let before = 0
  for (let look = 0; look < MOST_LOOKS; look++) {
    const { processorSeconds = 0 } = (await processCost(pid)) ?? {}
    if (look > 0 && processorSeconds - before <= (IDLE_SHARE * LOOK_MS) / 1_000) return
    before = processorSeconds
    await wait(LOOK_MS)
  }
  throw new Error(`Process ${pid} was still at work after ${(MOST_LOOKS * LOOK_MS) / 1_000} s.`)
}
