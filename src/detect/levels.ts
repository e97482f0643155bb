import type { Confidence } from '../indicator/confidence.ts'
import type { Level } from '../sigma/rule.ts'

/** The level of a rule: by what its sources are sure of, or by `critical` when one of them calls the threat that. */
export type Levels = Readonly<Record<Confidence | 'critical', Level>>

/** How most kinds give levels. */
export const LEVELS: Levels = { critical: 'critical', high: 'high', medium: 'medium', low: 'low' }

/** How what is a matter of policy gives levels: a match is to be known, and no incident. */
export const POLICY_LEVELS: Levels = { critical: 'low', high: 'low', medium: 'low', low: 'informational' }
