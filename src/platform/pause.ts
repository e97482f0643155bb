import { setTimeout } from 'node:timers/promises'

/** Lets so many milliseconds pass. Resolves early when the signal is aborted; never rejects. */
export type Pause = (milliseconds: number, signal: AbortSignal) => Promise<void>

/** Waits by the machine's timers. */
export const pause: Pause = async (milliseconds, signal) => {
  try {
    await setTimeout(milliseconds, undefined, { signal })
  } catch (error) {
    if (!signal.aborted) throw error
  }
}
