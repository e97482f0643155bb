import type { Confidence } from '../indicator/confidence.ts'
import type { Context } from '../indicator/context.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Kind } from '../indicator/kind.ts'
import type { RuleStyle } from '../sigma/publisher.ts'
import { remember } from '../indicator/remember.ts'
import type { RuleTemplate } from '../sigma/rule-parts.ts'
import { remarksOn, reportedBy } from './description.ts'
import type { Recipe } from './recipe.ts'
import { referencesFor } from './references.ts'
import { tagsFor } from './tags.ts'
import { titleStart } from './title.ts'

/**
 * What the rule of an indicator says alike with others: one template for all indicators that share kind, confidence, context
 * and feeds.
 */
export const templateFor = (indicator: Indicator, recipe: Recipe, style: RuleStyle): RuleTemplate => {
  const { context, feeds, kind, confidence } = indicator
  const ofKinds = madeOf(style)(context)(feeds)
  const known = ofKinds.get(kind)?.get(confidence)
  if (known !== undefined) return known
  const template = makeTemplate(indicator, recipe, style)
  ofKinds.set(kind, new Map(ofKinds.get(kind)).set(confidence, template))
  return template
}

const madeOf = remember((_style: RuleStyle) =>
  remember((_context: Context) =>
    remember((_feeds: readonly string[]): Map<Kind, ReadonlyMap<Confidence, RuleTemplate>> => new Map())
  )
)

const NONE: readonly string[] = []

const makeTemplate = (indicator: Indicator, recipe: Recipe, { publisher, fields }: RuleStyle): RuleTemplate => {
  const { context, confidence } = indicator
  return {
    titleStart: titleStart(recipe, publisher.name),
    reported: reportedBy(indicator),
    remarks: remarksOn(recipe, context),
    references: referencesFor(publisher, context.links),
    author: publisher.name,
    tags: recipe.tagsOf === undefined ? tagsFor(indicator, recipe) : NONE,
    logsource: recipe.logsource,
    fields: fields ? recipe.fields : NONE,
    falsepositives: recipe.falsePositives,
    level: recipe.levels[context.critical ? 'critical' : confidence]
  }
}
