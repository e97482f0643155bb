import type { Indicator } from '../indicator/indicator.ts'
import type { Recipe } from './recipe.ts'

/** SigmaHQ's limit, validator `sigmahq_title_length`. */
const MOST_CHARACTERS = 120
const CUT = '...'

/** How the titles of a recipe begin: `SOC Defenders IOC - Malicious IP `. */
export const titleStart = ({ subject }: Recipe, publisherName: string): string => `${publisherName} IOC - ${subject} `

/**
 * What stands behind the start of a title, `192.0.2.1`, so that no two rules have the same. A title that cannot show the
 * whole value, or would end in a dot, names the rule by eight digits of its id: ` (4DFDF881)`.
 */
export const titleEnd = ({ id, value }: Indicator, { titleCase }: Recipe, start: string): string => {
  const shown = titleCase === 'upper' ? value.toUpperCase() : value
  const room = MOST_CHARACTERS - start.length
  if (shown.length <= room && !shown.endsWith('.')) return shown
  const mark = ` (${id.slice(0, 8).toUpperCase()})`
  if (shown.length + mark.length <= room) return shown + mark
  return shown.slice(0, room - CUT.length - mark.length) + CUT + mark
}
