import { longestLookback } from '../app/tier.ts'
import type { Settings, Tier } from '../config/settings.ts'
import { Problem } from '../problem/problem.ts'

interface Feature {
  readonly title: string
  readonly has: (tier: Tier, settings: Settings) => boolean
}

/** What a tier can include or lack. */
const FEATURES = {
  sigmaExport: { title: 'the Sigma export', has: ({ sigmaExport }) => sigmaExport },
  stixExport: { title: 'the STIX export, which comes with the Sigma export', has: ({ sigmaExport }) => sigmaExport },
  taxii: {
    title: 'the TAXII server, which needs the Sigma export and the longest lookback of all tiers',
    has: ({ sigmaExport, lookbackDays }, settings) => sigmaExport && lookbackDays === longestLookback(settings)
  },
  sigmaChanges: {
    title: 'the changes of Sigma rules, which need the Sigma export and the longest lookback of all tiers',
    has: ({ sigmaExport, lookbackDays }, settings) => sigmaExport && lookbackDays === longestLookback(settings)
  }
} as const satisfies Record<string, Feature>

/** One of them. */
export type TierFeature = keyof typeof FEATURES

/** A refusal that names the tiers which would do. */
export const tierRequired = (what: string, tier: Tier, settings: Settings, has: (other: Tier) => boolean): Problem => {
  const required = settings.tiers.filter(has).map((other) => other.name)
  const remedy = required.length === 0 ? 'No tier of this server does.' : `Tiers that do: ${required.join(', ')}.`
  return new Problem('tier_required', `The tier "${tier.name}" does not include ${what}. ${remedy}`, {
    details: { tier: tier.name, required }
  })
}

/** Refuses a key whose tier lacks the feature. */
export const requireFeature = (feature: TierFeature, tier: Tier, settings: Settings): void => {
  const { title, has }: Feature = FEATURES[feature]
  if (!has(tier, settings)) throw tierRequired(title, tier, settings, (other) => has(other, settings))
}
