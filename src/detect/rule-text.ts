import type { Indicator } from '../indicator/indicator.ts'
import type { RuleStyle } from '../sigma/publisher.ts'
import { writeRule } from '../sigma/write-rule.ts'
import { ruleFor } from './rule-for.ts'

/** The rule of an indicator as one YAML document, for exports: {@link ruleFor}, written. */
export const ruleText = (indicator: Indicator, style: RuleStyle): string => writeRule(ruleFor(indicator, style))
