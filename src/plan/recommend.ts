import type { BundleTarget } from '../bundle/bundle-target.ts'
import { type KindFigures, ruleCount } from './figures.ts'
import { nearestShape } from './nearest-shape.ts'
import type { PlanCommands, PlanFilters } from './plan-commands.ts'
import { ruleShapes } from './rule-shapes.ts'
import { fits, type RuleShape } from './shape.ts'
import type { TargetProfile } from './target-profile.ts'

/** A command to run, and why this one. */
export interface Recommendation {
  readonly command: string
  /** Sentences. */
  readonly why: string
}

/** What is chosen from: the shapes of a selection, and which of its kinds the bundle leaves out. */
export interface Choice {
  readonly target: BundleTarget
  readonly profile: TargetProfile
  readonly filters: PlanFilters
  readonly commands: PlanCommands
  readonly rules: readonly RuleShape[]
  readonly carried: readonly KindFigures[]
  readonly leftOut: readonly KindFigures[]
}

const SUBJECT = { single: 'Single rules', grouped: 'Grouped rules' } as const

const only = (filters: PlanFilters, figures: readonly KindFigures[]): PlanFilters => ({
  ...filters,
  kinds: figures.map(({ kind }) => kind)
})

/** Kinds that fit as rules, together and in one shape. */
interface Fitting {
  readonly kinds: readonly KindFigures[]
  readonly shape: RuleShape | undefined
}

/** As many of the kinds as fit beside each other, the smallest first. */
const fittingOf = (figures: readonly KindFigures[], profile: TargetProfile): Fitting =>
  [...figures]
    .sort((a, b) => ruleCount(a) - ruleCount(b))
    .reduce<Fitting>(
      (fitting, kind) => {
        const kinds = figures.filter((figure) => figure === kind || fitting.kinds.includes(figure))
        const shape = ruleShapes(kinds, profile).find(fits)
        return shape === undefined ? fitting : { kinds, shape }
      },
      { kinds: [], shape: undefined }
    )

/** Rules of the kinds that the bundle leaves out: of those that fit, and of the others to search with. */
const forLeftOut = ({ leftOut, profile, filters, commands }: Choice): readonly Recommendation[] => {
  const { kinds, shape } = fittingOf(leftOut, profile)
  const others = leftOut.filter((kind) => !kinds.includes(kind))
  const asRules =
    shape === undefined
      ? []
      : [
          {
            command: commands.rules(shape.size, only(filters, kinds), 'other_rules'),
            why: 'The table cannot hold these types; as rules they fit.'
          }
        ]
  if (others.length === 0) return asRules
  const nearest = nearestShape(ruleShapes(leftOut, profile))
  const why = `The table cannot hold these types, and with them rules fit at no size: ${nearest}. Run their queries as searches.`
  return [...asRules, { command: commands.rules('auto', only(filters, others), 'hunting_rules'), why }]
}

const forTable = ({ target, filters, commands, carried, rules }: Choice): readonly Recommendation[] => {
  if (carried.length === 0) return []
  const { product, name } = target
  return [
    {
      command: commands.bundle(name, filters.kinds === undefined ? filters : only(filters, carried)),
      why: `Rules do not fit into ${product}: ${nearestShape(rules)}. Its own table takes everything with a handful of searches.`
    }
  ]
}

/**
 * What to run: the first that fits of single rules, grouped rules of the default sizes, grouped rules of the smallest
 * other size, and the bundle, beside which what it leaves out goes as rules, type by type.
 */
export const recommend = (choice: Choice): readonly Recommendation[] => {
  const { rules, filters, commands } = choice
  const shape = rules.find(fits)
  if (shape === undefined) return [...forTable(choice), ...forLeftOut(choice)]
  const why = `${SUBJECT[shape.name]} fit: they break no limit, and leave half of those that other rules share.`
  return [{ command: commands.rules(shape.size, filters, 'indicator_rules'), why }]
}
