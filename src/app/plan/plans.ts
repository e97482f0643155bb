import type { Settings, Tier } from '../../config/settings.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Clock } from '../../platform/clock.ts'
import type { IndicatorStore } from '../../store/indicator-store.ts'
import { inView } from '../in-view.ts'
import type { Places } from '../places.ts'
import type { Restriction } from '../sight/restriction.ts'
import { sightOf } from '../sight/sight-of.ts'
import { longestLookback } from '../tier.ts'
import { lookbackFrom } from '../walk-changes.ts'
import { serverCommands } from './server-commands.ts'
import { type PlanRequest, planSelection } from './plan-selection.ts'

/** A plan for the holder of a key: of what he may see. */
export interface KeyedPlanRequest extends Omit<PlanRequest, 'lookback' | 'commands'> {
  readonly tier: Tier
  readonly restriction: Restriction | undefined
}

/** The use case of `GET /api/v1/plan`. */
export interface Plans {
  /** Throws `too_many_exports`. */
  plan(request: KeyedPlanRequest): Promise<Plan>
}

/** What {@link createPlans} stands on. */
export interface PlanParts {
  readonly store: IndicatorStore
  readonly settings: Settings
  readonly clock: Clock
  /** Bounds what goes over the store at once. */
  readonly places: Places
}

/** Plans over a store. */
export const createPlans = ({ store, settings, clock, places }: PlanParts): Plans => ({
  async plan({ tier, restriction, ...request }) {
    const isShorter = tier.lookbackDays < longestLookback(settings)
    const lookback = isShorter ? { days: tier.lookbackDays, from: lookbackFrom(clock.now(), tier) } : undefined
    const commands = serverCommands(settings.publicUrl)
    const leave = places.take()
    try {
      return await inView(sightOf(store, restriction), (view) =>
        planSelection(view, { ...request, lookback, commands })
      )
    } finally {
      leave()
    }
  }
})
