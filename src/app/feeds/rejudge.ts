import { dayOfInstant } from '../../indicator/time.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Logger } from '../../platform/log.ts'
import type { IndicatorStore } from '../../store/indicator-store.ts'
import { recheckGuard } from '../guard/recheck-guard.ts'
import type { GuardedBy } from '../verdict.ts'

/** What holds indicators against the guard. */
export interface RejudgeParts {
  readonly store: IndicatorStore
  readonly clock: Clock
  readonly guard: () => Promise<GuardedBy>
  readonly log: Logger
  /** Ends the work between two pages. */
  readonly signal: AbortSignal
}

/**
 * Holds all indicators against the guard when it is another one than the last time: the first time, after an edit of
 * whatever process, and on another day, because entries end. What was cut off begins anew; what was judged already is
 * only read then.
 */
export const createRejudge = ({ store, clock, guard, log, signal }: RejudgeParts): (() => Promise<void>) => {
  let judgedBy: string | undefined

  return async () => {
    const { guardVersion } = await store.state()
    const judge = `${guardVersion} on day ${dayOfInstant(clock.now())}`
    if (judge === judgedBy) return
    const { guarded, returned } = await recheckGuard(store, guard, signal)
    judgedBy = judge
    if (guarded + returned > 0) log.info('indicators judged anew', { guarded, returned })
  }
}
