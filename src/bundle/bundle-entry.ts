import type { Indicator } from '../indicator/indicator.ts'
import type { Seconds } from '../indicator/time.ts'
import type { SigmaRule } from '../sigma/rule.ts'

/** One indicator as a row of a SIEM's own table. */
export interface BundleEntry {
  readonly indicator: Indicator
  /** The rule of the indicator alone: its title, level and tags say what an alert shows. */
  readonly rule: SigmaRule
  readonly validFrom: Seconds
  /** When the row goes out of force by itself; of a removal, the moment since which it no longer counts. */
  readonly validUntil: Seconds
}
