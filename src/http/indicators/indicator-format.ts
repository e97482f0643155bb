import type { Envelope } from './indicator-json.ts'
import type { Sourced } from './indicator-object.ts'

/** What a format may need besides the indicators. */
export interface Frame {
  readonly envelope: Envelope
  /** Whether cells that look like formulas are left as they are. */
  readonly raw: boolean
}

/** One form in which indicators are listed. */
export interface IndicatorFormat {
  readonly contentType: string
  readonly write: (pages: AsyncIterable<readonly Sourced[]>, frame: Frame) => AsyncIterable<string>
}
