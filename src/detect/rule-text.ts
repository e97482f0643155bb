import type { Indicator } from '../indicator/indicator.ts'
import type { RuleStyle } from '../sigma/publisher.ts'
import { writeParts } from '../sigma/write-rule.ts'
import { rulePartsFor } from './rule-parts-for.ts'

/** The rule of an indicator as one YAML document, for exports: {@link ruleFor}, written. */
export const ruleText = (indicator: Indicator, style: RuleStyle): string => writeParts(rulePartsFor(indicator, style))
