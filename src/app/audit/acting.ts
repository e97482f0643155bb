import type { Clock } from '../../platform/clock.ts'
import type { IndicatorStore } from '../../store/indicator-store.ts'
import type { Actor } from './actor.ts'

/** Somebody at work on a store, whose doings the audit trail tells of. */
export interface Acting {
  readonly store: IndicatorStore
  readonly clock: Clock
  readonly actor: Actor
}
