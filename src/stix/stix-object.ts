import type { Indicator } from '../indicator/indicator.ts'
import { attackPatternObject } from './attack-pattern-object.ts'
import { stixIndicator } from './indicator-object.ts'
import type { StixOptions } from './object-base.ts'
import type { StixObject } from './objects.ts'
import { isObservable } from './pattern.ts'
import { vulnerabilityObject } from './vulnerability-object.ts'

/** What an indicator is in STIX: an `indicator`, or what it names where that is no observable. */
export const stixObject = (indicator: Indicator, options: StixOptions): StixObject => {
  if (isObservable(indicator)) return stixIndicator(indicator, options)
  return indicator.kind === 'cve' ? vulnerabilityObject(indicator, options) : attackPatternObject(indicator, options)
}
