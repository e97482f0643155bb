import { nearest } from '../indicator/nearest.ts'
import { Problem } from '../problem/problem.ts'
import type { Tier, Settings } from '../config/settings.ts'
import { invalidParameter } from './invalid-parameter.ts'

/** The tier of that name in the operator's table. */
export const tierNamed = (settings: Settings, name: string): Tier | undefined =>
  settings.tiers.find((tier) => tier.name === name)

/** The longest lookback of any tier, in days: no indicator outlives it. */
export const longestLookback = (settings: Settings): number =>
  Math.max(...settings.tiers.map((tier) => tier.lookbackDays))

/** The tier of that name, or a refusal of the parameter that lists the names there are. */
export const requireTier = (settings: Settings, name: string, parameter = 'tier'): Tier => {
  const tier = tierNamed(settings, name)
  if (tier !== undefined) return tier
  const names = settings.tiers.map((known) => known.name)
  throw invalidParameter(parameter, name, {
    reason: 'the configuration has no such tier',
    allowed: names,
    nearest: nearest(name, names)
  })
}

/** The tier of a new key where none is named: the first that may export rules, which is what keys are for. */
export const defaultKeyTier = (settings: Settings): string => {
  const tier = settings.tiers.find(({ sigmaExport }) => sigmaExport)
  if (tier !== undefined) return tier.name
  throw new Problem('invalid_parameter', 'No tier of the configuration may export rules; name a tier for the key.', {
    details: { parameter: 'tier' }
  })
}
