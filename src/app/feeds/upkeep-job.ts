import { INSTANTS_PER_SECOND, type Instant } from '../../indicator/time.ts'
import type { Clock } from '../../platform/clock.ts'

/** Work that comes up again and again. */
export interface UpkeepJobParts {
  readonly clock: Clock
  /** From the start of the work to the next one; 0 is as soon as somebody looks. */
  readonly every: Instant
  readonly work: () => Promise<void>
  /** Is told of a failure; the next try comes a minute later, or as `every` says if that is later. */
  readonly onError: (error: unknown) => void
}

/** Work that is done when it is due, one at a time, beside everything else. */
export interface UpkeepJob {
  startIfDue(): void
  /** Resolves when nothing of it is under way. */
  ended(): Promise<void>
}

const AFTER_FAILURE: Instant = 60 * INSTANTS_PER_SECOND

/** A job that was never done, and is due. */
export const createUpkeepJob = ({ clock, every, work, onError }: UpkeepJobParts): UpkeepJob => {
  let startedAt: Instant | undefined
  let pauseFor = every
  let current: Promise<void> | undefined

  const run = async (): Promise<void> => {
    try {
      await work()
      pauseFor = every
    } catch (error) {
      pauseFor = Math.max(every, AFTER_FAILURE)
      onError(error)
    }
    current = undefined
  }

  return {
    startIfDue() {
      const now = clock.now()
      // A clock that was set back puts nothing off for longer.
      startedAt = startedAt === undefined ? undefined : Math.min(startedAt, now)
      if (current !== undefined || (startedAt !== undefined && now - startedAt < pauseFor)) return
      startedAt = now
      current = run()
    },
    ended: async () => current
  }
}
