import type { Confidence } from '../indicator/confidence.ts'
import type { Context } from '../indicator/context.ts'
import type { Kind } from '../indicator/kind.ts'
import type { Position, RawIndicator } from '../indicator/raw-indicator.ts'
import type { Seconds } from '../indicator/time.ts'
import { present } from './present.ts'

/** What a record says about all of its values, with what it does not say left `undefined`. */
export interface Facts {
  readonly confidence?: Confidence | undefined
  readonly firstSeen?: Seconds | undefined
  readonly lastSeen?: Seconds | undefined
  readonly validUntil?: Seconds | undefined
  readonly context?: Partial<Context> | undefined
}

/** The item for one value; without a kind, the value speaks for itself. */
export const indicatorItem = (
  kind: Kind | undefined,
  value: string,
  position: Position,
  facts: Facts = {}
): RawIndicator => ({ value, kind, position, ...present(facts) })
