import { choiceCheck } from '../choice-check.ts'

/** How far a rule is. Sigma specification 2.1, Status. */
export const status = choiceCheck('status', ['stable', 'test', 'experimental', 'deprecated', 'unsupported'])
