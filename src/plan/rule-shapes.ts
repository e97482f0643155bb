import { type KindFigures, PLAN_SIZES, totalRules } from './figures.ts'
import { largerQuery, NO_QUERY, type QuerySize } from './query-length.ts'
import { limitUses, type RuleShape } from './shape.ts'
import type { TargetProfile } from './target-profile.ts'

/** How long a scheduled search is taken to run; nobody documents it, and yours may differ. */
export const ASSUMED_SECONDS = 5

/** The places that so many searches take on average, each of which runs once in so many minutes. */
export const placesTaken = (searches: number, everyMinutes: number): number =>
  Math.ceil((searches * ASSUMED_SECONDS) / (everyMinutes * 60))

const runsPerHour = (searches: number, schedule: TargetProfile['schedule']): number | undefined =>
  schedule === undefined ? undefined : (searches * 60) / schedule.everyMinutes

/** A kind in one of the shapes: how many rules, and the longest of their queries. */
interface KindRules {
  readonly count: number
  readonly query: QuerySize
}

const ruleShape = (
  form: Pick<RuleShape, 'name' | 'size'>,
  indicators: number,
  kinds: readonly KindRules[],
  { limits, schedule, isMadeByHand }: TargetProfile
): RuleShape => {
  const rules = kinds.reduce((sum, { count }) => sum + count, 0)
  const { characters, clauses } = kinds.map(({ query }) => query).reduce(largerQuery, NO_QUERY)
  return {
    ...form,
    rules,
    perRule: indicators / rules,
    rows: 0,
    searches: rules,
    byHand: isMadeByHand ? rules : 0,
    runsPerHour: runsPerHour(rules, schedule),
    requests: 0,
    loadMinutes: undefined,
    uses: limitUses(limits, {
      query_characters: characters,
      query_clauses: clauses,
      enabled_rules: rules,
      near_real_time_rules: rules,
      rules_by_interface: rules,
      rules_per_import: rules,
      ...(schedule === undefined ? {} : { searches_at_once: placesTaken(rules, schedule.everyMinutes) })
    })
  }
}

/** Single rules, and grouped ones of every size, of figures with at least one indicator each. */
export const ruleShapes = (figures: readonly KindFigures[], profile: TargetProfile): readonly RuleShape[] => {
  const indicators = totalRules(figures)
  const single = figures.map((kind) => ({ count: totalRules([kind]), query: kind.query }))
  return [
    ruleShape({ name: 'single', size: undefined }, indicators, single, profile),
    ...PLAN_SIZES.map((size) => {
      const grouped = figures.map(({ chunks }) => ({ count: chunks[size].chunks, query: chunks[size].query }))
      return ruleShape({ name: 'grouped', size }, indicators, grouped, profile)
    })
  ]
}
