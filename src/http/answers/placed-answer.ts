import type { Answer } from '../answer.ts'

/** An answer that counts as an export of its key and its account. */
export interface PlacedAnswer extends Answer {
  /** How many rules or indicators are in it; left out where it hands out none, or notes them itself as they are sent. */
  readonly handsOut?: number
}
