import type { Settings, Tier } from '../config/settings.ts'
import { Problem } from '../problem/problem.ts'

/** What a tier can include or lack. */
export type TierFeature = 'sigmaExport'

const TITLES = { sigmaExport: 'the Sigma export' } as const satisfies Record<TierFeature, string>

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
  if (!tier[feature]) throw tierRequired(TITLES[feature], tier, settings, (other) => other[feature])
}
