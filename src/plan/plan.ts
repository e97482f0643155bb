import type { BundleTarget } from '../bundle/bundle-target.ts'
import { bundleShape } from './bundle-shape.ts'
import { type KindFigures, ruleCount } from './figures.ts'
import { type PartlyCovered, partlyCovered } from './partly-covered.ts'
import type { PlanCommands, PlanFilters } from './plan-commands.ts'
import { type Recommendation, recommend } from './recommend.ts'
import { ASSUMED_SECONDS, ruleShapes } from './rule-shapes.ts'
import type { Shape } from './shape.ts'
import type { TargetProfile } from './target-profile.ts'

/** What each shape of a selection comes to on a target, and which to take. */
export interface Plan {
  readonly target: BundleTarget
  readonly profile: TargetProfile
  /** How long a search is taken to run; nobody documents it. */
  readonly assumedSeconds: number
  /** Of the selected kinds, those that hold anything. */
  readonly figures: readonly KindFigures[]
  /** None where nothing gives a rule. */
  readonly shapes: readonly Shape[]
  readonly partlyCovered: readonly PartlyCovered[]
  /** None where nothing gives a rule. */
  readonly recommended: readonly Recommendation[]
}

/** Plans a selection on a target. */
export const planOf = (
  selected: readonly KindFigures[],
  target: BundleTarget,
  profile: TargetProfile,
  filters: PlanFilters,
  commands: PlanCommands
): Plan => {
  const figures = selected.filter((kind) => ruleCount(kind) + kind.withheld > 0)
  const giving = figures.filter((kind) => ruleCount(kind) > 0)
  const of = { target, profile, assumedSeconds: ASSUMED_SECONDS, figures }
  if (giving.length === 0) return { ...of, shapes: [], partlyCovered: [], recommended: [] }
  const carried = giving.filter(({ kind }) => target.leavesOut[kind] === undefined)
  const leftOut = giving.filter(({ kind }) => target.leavesOut[kind] !== undefined)
  const rules = ruleShapes(giving, profile)
  return {
    ...of,
    shapes: carried.length === 0 ? rules : [...rules, bundleShape(carried, profile)],
    partlyCovered: partlyCovered(giving, target, profile),
    recommended: recommend({ target, profile, filters, commands, rules, carried, leftOut })
  }
}
