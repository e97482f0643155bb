import { recipeFor } from '../detect/recipes.ts'
import { tagsFor } from '../detect/tags.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { formatInstant, formatSeconds, INSTANTS_PER_SECOND } from '../indicator/time.ts'
import { indicatorTypesOf } from './indicator-types.ts'
import { killChainPhasesOf } from './kill-chain-phases.ts'
import { objectBase, type StixOptions } from './object-base.ts'
import type { StixIndicator } from './objects.ts'
import { type Observable, patternOf } from './pattern.ts'

/**
 * The STIX `indicator` of whatever can be observed ({@link isObservable}). It has the id of the rule. The same indicator
 * and options always give the same object, its members in the same order.
 */
export const stixIndicator = (indicator: Observable, options: StixOptions): StixIndicator => {
  const { validUntil } = options
  return {
    type: 'indicator',
    spec_version: '2.1',
    id: `indicator--${indicator.id}`,
    ...objectBase(indicator, options),
    indicator_types: indicatorTypesOf(indicator.context),
    pattern: patternOf(indicator),
    pattern_type: 'stix',
    pattern_version: '2.1',
    valid_from: validFrom(indicator),
    ...(validUntil === undefined ? {} : { valid_until: formatInstant(validUntil) }),
    kill_chain_phases: killChainPhasesOf(tagsFor(indicator, recipeFor(indicator)))
  }
}

/** The first sight, if a source gives one that can be right, else the acceptance: always before any removal. */
const validFrom = ({ firstSeen, added }: Indicator): string =>
  firstSeen !== undefined && firstSeen * INSTANTS_PER_SECOND < added ? formatSeconds(firstSeen) : formatInstant(added)
