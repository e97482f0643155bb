import type { Confidence } from '../../../indicator/confidence.ts'
import type { Kind } from '../../../indicator/kind.ts'
import type { Position, RawReject } from '../../../indicator/raw-indicator.ts'
import type { Seconds } from '../../../indicator/time.ts'
import type { SaidContext } from '../../shared-context.ts'

/** What an object says about its values itself; what others say about the object is still to come. */
export interface ObjectFacts {
  readonly id: string
  readonly markingRefs: readonly string[]
  readonly confidence: Confidence | undefined
  readonly firstSeen: Seconds | undefined
  readonly validUntil: Seconds | undefined
  readonly context: SaidContext
}

/** A value of an object. */
interface WaitingValue {
  readonly value: string
  readonly kind: Kind | undefined
  readonly position: Position
  readonly facts: ObjectFacts
}

/** A value that waits, or the reject for one that gives no indicator. */
export type HeldValue = WaitingValue | RawReject
