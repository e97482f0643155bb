import { type Feature, FEATURES } from '../../api/security.ts'
import { longestLookback } from '../../app/tier.ts'
import type { Settings, Tier } from '../../config/settings.ts'
import { Problem } from '../../problem/problem.ts'

/** Whether a tier includes something. */
type Includes = (tier: Tier, settings: Settings) => boolean

const comesWithAll: Includes = ({ sigmaExport, lookbackDays }, settings) =>
  sigmaExport && lookbackDays === longestLookback(settings)

const INCLUDES: Readonly<Record<Feature, Includes>> = {
  sigmaExport: ({ sigmaExport }) => sigmaExport,
  stixExport: ({ sigmaExport }) => sigmaExport,
  taxii: comesWithAll,
  sigmaChanges: comesWithAll
}

/** A refusal that names the tiers which would do. */
export const tierRequired = (what: string, tier: Tier, settings: Settings, has: (other: Tier) => boolean): Problem => {
  const required = settings.tiers.filter(has).map((other) => other.name)
  const remedy = required.length === 0 ? 'No tier of this server does.' : `Tiers that do: ${required.join(', ')}.`
  return new Problem('tier_required', `The tier "${tier.name}" does not include ${what}. ${remedy}`, {
    details: { tier: tier.name, required }
  })
}

/** Refuses a key whose tier lacks the feature. */
export const requireFeature = (feature: Feature, tier: Tier, settings: Settings): void => {
  const includes = INCLUDES[feature]
  if (!includes(tier, settings))
    throw tierRequired(FEATURES[feature], tier, settings, (other) => includes(other, settings))
}
