import type { Pause } from '../../platform/pause.ts'
import type { Counting } from './counting.ts'

/** Milliseconds between two flushes: what a process that is killed can lose. */
export const FLUSH_MILLISECONDS = 1_000

/** Flushes every second; gives what ends it, after a last flush. */
export const keepCounting = (counting: Counting, pause: Pause): (() => Promise<void>) => {
  const stopping = new AbortController()
  const keep = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await pause(FLUSH_MILLISECONDS, stopping.signal)
      await counting.flush()
    }
    await counting.flush()
  }
  const ended = keep()
  return async () => {
    stopping.abort()
    await ended
  }
}
