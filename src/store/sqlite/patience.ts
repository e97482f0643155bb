import { setTimeout } from 'node:timers/promises'
import { isBusy } from './problems.ts'

const MOST_MILLISECONDS = 30_000
const LONGEST_PAUSE = 10

/**
 * Tries until the locks of others are gone, half a minute in all, and lets other work of this process go on in
 * between: the lock may be held by a transaction of this very thread.
 */
export const patiently = async <T>(attempt: () => T, mostMilliseconds = MOST_MILLISECONDS): Promise<T> => {
  let waited = 0
  for (let pause = 1; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
    try {
      return attempt()
    } catch (error) {
      if (!isBusy(error) || waited >= mostMilliseconds) throw error
    }
    await setTimeout(pause)
    waited += pause
  }
}
