import type { Worker } from 'node:worker_threads'
import { letOthersRun } from './let-others-run.ts'
import type { Pause } from './pause.ts'

/** A thread that is to run for as long as its process. */
export interface KeptThread {
  readonly start: () => Worker
  /** Told of every failure that ends a thread. */
  readonly onError: (error: unknown) => void
  readonly pause: Pause
  /** How long a thread that has ended stays away. */
  readonly restartMilliseconds: number
}

/** Resolves when the thread has ended, however it did. */
const runOnce = async ({ start, onError }: KeptThread, signal: AbortSignal): Promise<void> => {
  const worker = start()
  // A thread that runs out of memory fails and exits in the same turn, so that both are listened to from the start.
  const exited = new Promise<void>((resolve) => {
    worker.once('exit', () => resolve())
  })
  worker.on('error', onError)
  const stop = (): void => worker.postMessage('stop', [])
  signal.addEventListener('abort', stop, { once: true })
  await exited
  signal.removeEventListener('abort', stop)
}

/**
 * Keeps a thread running: one that ends, or fails, is started again. The first one starts once its caller, and whatever else waits
 * for the event loop, had its turn. Gives what ends it for good: the thread gets the message `stop`, and is waited for.
 */
export const keepThread = (thread: KeptThread): (() => Promise<void>) => {
  const stopping = new AbortController()
  const keepRunning = async (): Promise<void> => {
    await letOthersRun()
    while (!stopping.signal.aborted) {
      await runOnce(thread, stopping.signal)
      await thread.pause(thread.restartMilliseconds, stopping.signal)
    }
  }
  const ended = keepRunning()
  return async () => {
    stopping.abort()
    await ended
  }
}
