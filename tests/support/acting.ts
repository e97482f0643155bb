import type { Acting } from '../../src/app/audit/acting.ts'
import { userActor } from '../../src/app/audit/actor.ts'
import { settableClock } from '../../src/platform/clock.ts'
import type { IndicatorStore } from '../../src/store/indicator-store.ts'
import { MOMENT } from './stores.ts'

/** Who does what tests do. */
export const TESTER = userActor('tester')

/** The tester at work on a store. */
export const acting = (store: IndicatorStore, clock: Acting['clock'] = settableClock(MOMENT)): Acting => ({
  store,
  clock,
  actor: TESTER
})
