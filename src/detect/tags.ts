import type { Context } from '../indicator/context.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Tlp } from '../indicator/tlp.ts'
import { remember } from '../indicator/remember.ts'
import type { Recipe } from './recipe.ts'
import { tacticTags, techniqueTags } from './technique-tags.ts'

/**
 * The tags of a rule, sorted and unique: what value and sources say, else the default tactic of the recipe; no
 * technique is ever guessed.
 */
export const tagsFor = ({ value, context }: Indicator, recipe: Recipe): readonly string[] =>
  recipe.tagsOf === undefined ? tagsOfContext(recipe)(context) : tagsWith(recipe.tagsOf(value), recipe, context)

const tagsOfContext = remember((recipe: Recipe) => remember((context: Context) => tagsWith([], recipe, context)))

const tagsWith = (own: readonly string[], recipe: Recipe, context: Context): readonly string[] => {
  const named = [...own, ...techniqueTags(context.techniques)]
  const isTagged = named.some((tag) => tag.startsWith('attack.'))
  const attack = isTagged ? named : [...named, ...tacticTags(recipe.defaultTactics(context))]
  return [...new Set([...attack, ...tlpTags(context.tlp)])].sort()
}

/** Clear needs no tag: what anyone may read carries no mark. */
export const tlpTags = (tlp: Tlp | undefined): readonly string[] =>
  tlp === undefined || tlp === 'clear' ? [] : [`tlp.${tlp}`]
