import { cleanText } from '../indicator/clean-text.ts'
import type { Context } from '../indicator/context.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { remember } from '../indicator/remember.ts'
import { joinDescription } from '../sigma/rule-parts.ts'
import { listed } from './listed.ts'
import type { Recipe } from './recipe.ts'

/** The limit of Sigma's JSON schema. */
export const MOST_CHARACTERS = 65_535

/** Who says so: `, reported by A, B with high confidence`; empty where nobody does. */
export const reportedBy = ({ feeds, confidence }: Indicator): string =>
  feeds.length === 0 ? '' : `, reported by ${listed(feeds)} with ${confidence} confidence`

/** Since when they say so, where they do: `, first seen 2026-05-17`. */
export const sinceText = (reported: string, firstSeen: string | undefined): string =>
  reported === '' || firstSeen === undefined ? '' : `, first seen ${firstSeen}`

/** The end of the sentence, and what is known of the recipe and about the threat. */
export const remarksOn = ({ caveat }: Recipe, context: Context): string =>
  `.${caveat === undefined ? '' : ` ${caveat}`}${aboutThreat(context)}`

/** A description as far as there is room for it. */
export const limitDescription = (text: string): string =>
  text.length <= MOST_CHARACTERS ? text : cleanText(text, MOST_CHARACTERS)

/**
 * A whole description: one line of plain sentences about what is detected, who says so since when, and what is known about
 * the threat. Nothing in it changes while the meaning of the rule does not. `firstSeen` is `YYYY-MM-DD`.
 */
export const descriptionFor = (indicator: Indicator, recipe: Recipe, firstSeen: string | undefined): string => {
  const reported = reportedBy(indicator)
  return limitDescription(
    joinDescription({
      detected: recipe.detects(indicator.value),
      reported,
      since: sinceText(reported, firstSeen),
      remarks: remarksOn(recipe, indicator.context)
    })
  )
}

const aboutThreat = remember(
  ({ threatTypes, malwareFamilies, actors, ports, industries }: Context): string =>
    sentence('Threat type', 'Threat types', threatTypes.map(readable)) +
    sentence('Malware family', 'Malware families', malwareFamilies) +
    sentence('Actor or campaign', 'Actors or campaigns', actors) +
    sentence('Port', 'Ports', ports) +
    sentence('Industry', 'Industries', industries)
)

const sentence = (one: string, several: string, names: readonly (string | number)[]): string =>
  names.length === 0 ? '' : ` ${names.length === 1 ? one : several}: ${listed(names)}.`

/** Feeds write threat types as codes: `botnet_cc`. */
const readable = (threatType: string): string => threatType.replaceAll('_', ' ')
