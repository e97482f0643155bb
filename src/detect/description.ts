import { cleanText } from '../indicator/clean-text.ts'
import type { Context } from '../indicator/context.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { remember } from '../sigma/remember.ts'
import { listed } from './listed.ts'
import type { Recipe } from './recipe.ts'

/** The limit of Sigma's JSON schema. */
const MOST_CHARACTERS = 65_535

/**
 * One line of plain sentences: what the rule detects and who says so, then what is known about the threat. Nothing in
 * it changes while the meaning of the rule does not. `firstSeen` is `YYYY-MM-DD`.
 */
export const descriptionFor = (indicator: Indicator, recipe: Recipe, firstSeen: string | undefined): string => {
  const { value, context } = indicator
  const text =
    `${recipe.detects(value)}${reportedBy(indicator, firstSeen)}.` +
    (recipe.caveat === undefined ? '' : ` ${recipe.caveat}`) +
    aboutThreat(context)
  return text.length <= MOST_CHARACTERS ? text : cleanText(text, MOST_CHARACTERS)
}

const aboutThreat = remember(
  ({ threatTypes, malwareFamilies, actors, ports, industries }: Context): string =>
    sentence('Threat type', 'Threat types', threatTypes.map(readable)) +
    sentence('Malware family', 'Malware families', malwareFamilies) +
    sentence('Actor or campaign', 'Actors or campaigns', actors) +
    sentence('Port', 'Ports', ports) +
    sentence('Industry', 'Industries', industries)
)

const reportedBy = ({ feeds, confidence }: Indicator, firstSeen: string | undefined): string => {
  if (feeds.length === 0) return ''
  const since = firstSeen === undefined ? '' : `, first seen ${firstSeen}`
  return `, reported by ${listed(feeds)} with ${confidence} confidence${since}`
}

const sentence = (one: string, several: string, names: readonly (string | number)[]): string =>
  names.length === 0 ? '' : ` ${names.length === 1 ? one : several}: ${listed(names)}.`

/** Feeds write threat types as codes: `botnet_cc`. */
const readable = (threatType: string): string => threatType.replaceAll('_', ' ')
