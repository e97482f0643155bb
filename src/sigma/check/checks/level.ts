import { choiceCheck } from '../choice-check.ts'

/** How much a hit of a rule matters. Sigma specification 2.1, Level. */
export const level = choiceCheck('level', ['informational', 'low', 'medium', 'high', 'critical'])
