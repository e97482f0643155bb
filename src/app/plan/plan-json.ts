import type { PLAN } from '../../api/schemas/plan.ts'
import type { Written } from '../../api/written.ts'
import { type KindFigures, ruleCount, totalRules, totalWithheld } from '../../plan/figures.ts'
import { MEASURES } from '../../plan/limit.ts'
import type { Plan } from '../../plan/plan.ts'
import { fits, type LimitUse, type Shape } from '../../plan/shape.ts'

type PlanObject = Written<typeof PLAN>

type ShapeObject = PlanObject['shapes'][number]

const useJson = ({ limit, value, isMet, isOverShare }: LimitUse): ShapeObject['limits'][number] => ({
  name: limit.name,
  measure: limit.measure,
  value,
  limit: limit.number,
  is_met: isMet,
  is_over_half: isOverShare,
  effect: limit.effect,
  is_shared: limit.isShared
})

const shapeJson = (shape: Shape): ShapeObject => ({
  shape: shape.name,
  group: shape.size ?? null,
  fits: fits(shape),
  rules: shape.rules,
  per_rule: shape.perRule === undefined ? null : Math.round(shape.perRule * 10) / 10,
  rows: shape.rows,
  searches: shape.searches,
  by_hand: shape.byHand,
  runs_per_hour: shape.runsPerHour ?? null,
  load_requests: shape.requests,
  load_minutes: shape.loadMinutes ?? null,
  limits: shape.uses.map(useJson)
})

const byType = (figures: readonly KindFigures[], count: (figure: KindFigures) => number): PlanObject['by_type'] =>
  Object.fromEntries(figures.map((figure) => [figure.kind, count(figure)]))

/** A plan for programs. */
export const planJson = ({
  target,
  profile,
  assumedSeconds,
  figures,
  shapes,
  partlyCovered,
  recommended
}: Plan): PlanObject => ({
  target: target.name,
  product: target.product,
  indicators: totalRules(figures),
  by_type: byType(figures, ruleCount),
  withheld: totalWithheld(figures),
  recommended,
  shapes: shapes.map(shapeJson),
  partly_covered: partlyCovered.map(({ kind, ...covered }) => ({ type: kind, ...covered })),
  limits: profile.limits.map(({ name, measure, number, effect, isShared, says, source, address, noted }) => ({
    name,
    measure,
    bounds: MEASURES[measure],
    limit: number,
    effect,
    is_shared: isShared,
    says,
    source,
    address,
    noted
  })),
  assumed_seconds_per_search: assumedSeconds,
  convert: `sigma convert ${profile.rules.convert} indicator_rules.yml`
})
