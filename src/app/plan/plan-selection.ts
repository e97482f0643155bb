import type { BundleTarget } from '../../bundle/bundle-target.ts'
import { planOf, type Plan } from '../../plan/plan.ts'
import type { PlanCommands } from '../../plan/plan-commands.ts'
import { TARGET_PROFILES } from '../../plan/target-profiles.ts'
import type { Kind } from '../../indicator/kind.ts'
import type { ReadView } from '../../store/indicator-store.ts'
import type { Filters } from '../filters.ts'
import { type GroupLookback, groupSelection, WHOLE_SIGHT } from '../groups/group-selection.ts'
import { gatherFigures } from './gather-figures.ts'

/** What a plan is asked for. */
export interface PlanRequest {
  readonly target: BundleTarget
  /** What is selected; `since` is not looked at. */
  readonly filters: Filters
  /** Types that were named, which the recommended commands name too. */
  readonly namedKinds: readonly Kind[] | undefined
  readonly lookback: GroupLookback | undefined
  /** How its asker gets what is recommended. */
  readonly commands: PlanCommands
}

/** Plans a selection of a store on a target. */
export const planSelection = async (view: ReadView, request: PlanRequest): Promise<Plan> => {
  const { target } = request
  const profile = TARGET_PROFILES.find(({ name }) => name === target.name)
  if (profile === undefined) throw new TypeError(`no profile of the target ${target.name}`)
  const { confidences, industries } = request.filters
  const sight = { ...WHOLE_SIGHT, lookback: request.lookback }
  const figures = await gatherFigures(view, groupSelection(request.filters, 'auto', sight), profile, target)
  const filters = { kinds: request.namedKinds, confidences, industries }
  return planOf(figures, target, profile, filters, request.commands)
}
