import type { Indicator } from '../indicator/indicator.ts'
import type { Recipe } from './recipe.ts'

/** SigmaHQ's limit, validator `sigmahq_title_length`. */
const MOST_CHARACTERS = 120
const CUT = '...'

/**
 * `SOC Defenders IOC - Malicious IP 192.0.2.1`: unique among all rules. A title that cannot show the whole value, or
 * would end in a dot, names the rule by eight digits of its id: ` (4DFDF881)`.
 */
export const titleFor = ({ id, value }: Indicator, recipe: Recipe, publisherName: string): string => {
  const begin = `${publisherName} IOC - ${recipe.subject} `
  const title = begin + (recipe.titleCase === 'upper' ? value.toUpperCase() : value)
  if (title.length <= MOST_CHARACTERS && !title.endsWith('.')) return title
  const mark = ` (${id.slice(0, 8).toUpperCase()})`
  if (title.length + mark.length <= MOST_CHARACTERS) return title + mark
  return title.slice(0, MOST_CHARACTERS - CUT.length - mark.length) + CUT + mark
}
