import type { Indicator } from '../indicator/indicator.ts'
import type { RuleStyle } from '../sigma/publisher.ts'
import type { SigmaRule } from '../sigma/rule.ts'
import { datesOf } from './dates.ts'
import { descriptionFor } from './description.ts'
import { recipeFor } from './recipes.ts'
import { referencesFor } from './references.ts'
import { tagsFor } from './tags.ts'
import { titleFor } from './title.ts'

const NO_FIELDS: readonly string[] = []

/**
 * The Sigma rule of an indicator that gives one (`noRule` is `undefined`). The same indicator and style always give
 * the same rule.
 */
export const ruleFor = (indicator: Indicator, { publisher, fields }: RuleStyle): SigmaRule => {
  const { id, value, confidence, context } = indicator
  const recipe = recipeFor(indicator)
  const { date, modified, firstSeen } = datesOf(indicator)
  return {
    title: titleFor(indicator, recipe, publisher.name),
    id,
    description: descriptionFor(indicator, recipe, firstSeen),
    references: referencesFor(publisher, context.links),
    author: publisher.name,
    date,
    modified,
    tags: tagsFor(indicator, recipe),
    logsource: recipe.logsource,
    selection: recipe.select(value),
    fields: fields ? recipe.fields : NO_FIELDS,
    falsepositives: recipe.falsePositives,
    level: recipe.levels[context.critical ? 'critical' : confidence]
  }
}
