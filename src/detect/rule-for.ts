import type { Indicator } from '../indicator/indicator.ts'
import type { RuleStyle } from '../sigma/publisher.ts'
import type { SigmaRule } from '../sigma/rule.ts'
import { joinParts } from '../sigma/rule-parts.ts'
import { rulePartsFor } from './rule-parts-for.ts'

/**
 * The Sigma rule of an indicator that gives one (`noRule` is `undefined`). The same indicator and style always give
 * the same rule.
 */
export const ruleFor = (indicator: Indicator, style: RuleStyle): SigmaRule => joinParts(rulePartsFor(indicator, style))
