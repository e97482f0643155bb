import type { Indicator } from '../indicator/indicator.ts'
import type { RuleStyle } from '../sigma/publisher.ts'
import { isPlain } from '../sigma/quote.ts'
import { joinDescription, type RuleParts } from '../sigma/rule-parts.ts'
import { datesOf } from './dates.ts'
import { limitDescription, MOST_CHARACTERS, sinceText } from './description.ts'
import { recipeFor } from './recipes.ts'
import { templateFor } from './rule-template.ts'
import { tagsFor } from './tags.ts'
import { titleEnd } from './title.ts'

/** The rule of an indicator that gives one, in parts: the template that it shares with others, and what it fills it with. */
export const rulePartsFor = (indicator: Indicator, style: RuleStyle): RuleParts => {
  const recipe = recipeFor(indicator)
  const template = templateFor(indicator, recipe, style)
  const { date, modified, firstSeen } = datesOf(indicator)
  return withinLimit({
    template,
    filling: {
      isPlain: isPlain(indicator.value),
      titleEnd: titleEnd(indicator, recipe, template.titleStart),
      id: indicator.id,
      detected: recipe.detects(indicator.value),
      since: sinceText(template.reported, firstSeen),
      date,
      modified,
      tags: recipe.tagsOf === undefined ? undefined : tagsFor(indicator, recipe),
      selection: recipe.select(indicator.value)
    }
  })
}

/** Where the description is too long, the filling alone says as much of it as there is room for. */
const withinLimit = (parts: RuleParts): RuleParts => {
  const { template, filling } = parts
  const { reported, remarks } = template
  const { detected, since } = filling
  if (detected.length + reported.length + since.length + remarks.length <= MOST_CHARACTERS) return parts
  const whole = limitDescription(joinDescription({ ...template, ...filling }))
  return {
    template: { ...template, reported: '', remarks: '' },
    filling: { ...filling, isPlain: false, detected: whole, since: '' }
  }
}
