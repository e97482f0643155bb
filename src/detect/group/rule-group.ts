import type { Confidence } from '../../indicator/confidence.ts'
import type { Indicator } from '../../indicator/indicator.ts'
import type { Kind } from '../../indicator/kind.ts'
import { remember } from '../../indicator/remember.ts'
import type { Level } from '../../sigma/rule.ts'
import type { Recipe } from '../recipe.ts'
import { recipeFor } from '../recipes.ts'
import { tagsFor } from '../tags.ts'
import { tacticsIn } from '../technique-tags.ts'

/** What the indicators of a grouped rule share. Equal groups have equal keys; they need not be the same object. */
export interface RuleGroup {
  readonly kind: Kind
  readonly confidence: Confidence
  readonly recipe: Recipe
  readonly level: Level
  /** Hyphenated and sorted; those that the rule of each single member would be tagged with. */
  readonly tactics: readonly string[]
  /** `ipv4 high destination-ip critical command-and-control,execution`: the same for ever, since ids rest on it. */
  readonly key: string
}

/** The group of an indicator, whether it gives a rule or not. */
export const groupOf = (indicator: Indicator): RuleGroup => {
  const { kind, confidence } = indicator
  const recipe = recipeFor(indicator)
  const tags = tagsFor(indicator, recipe)
  const groups = groupsOf(tags)
  // The tags that are remembered belong to one recipe and one context, so kind and confidence tell the rest.
  const name = `${kind} ${confidence}`
  const known = groups.get(name)
  if (known !== undefined) return known
  const group = makeGroup(indicator, recipe, tacticsIn(tags))
  groups.set(name, group)
  return group
}

const groupsOf = remember((): Map<string, RuleGroup> => new Map())

const makeGroup = ({ kind, confidence, context }: Indicator, recipe: Recipe, tactics: readonly string[]): RuleGroup => {
  const level = recipe.levels[context.critical ? 'critical' : confidence]
  const key = [kind, confidence, recipe.name, level, tactics.join(',')].join(' ')
  return { kind, confidence, recipe, level, tactics, key }
}
