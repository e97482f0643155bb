import { dayOfInstant } from '../../indicator/time.ts'
import type { Logger } from '../../platform/log.ts'
import { type AgeingParts, ageIndicators } from '../age-indicators.ts'
import { recheckGuard } from '../recheck-guard.ts'
import type { GuardedBy } from '../verdict.ts'

/** What upkeep works on. */
export interface UpkeepParts extends AgeingParts {
  readonly guard: () => Promise<GuardedBy>
  readonly log: Logger
}

/**
 * Ages what is stored, and judges it anew: entries of the guard end, and a check that was cut off is made up for. What
 * was judged whole is not judged again on the same day by the same guard.
 */
export const createUpkeep = (parts: UpkeepParts): (() => Promise<void>) => {
  const { store, clock, guard, log } = parts
  let judgedBy: string | undefined

  const recheck = async (): Promise<void> => {
    const { guardVersion } = await store.state()
    const judge = `${guardVersion} on day ${dayOfInstant(clock.now())}`
    if (judge === judgedBy) return
    const { guarded, returned } = await recheckGuard(store, guard)
    judgedBy = judge
    if (guarded + returned > 0) log.info('indicators judged anew', { guarded, returned })
  }

  return async () => {
    const aged = await ageIndicators(parts)
    if (aged > 0) log.info('indicators aged', { aged })
    await recheck()
  }
}
