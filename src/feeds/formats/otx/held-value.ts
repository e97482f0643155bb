import type { Role } from '../../../indicator/context.ts'
import type { Kind } from '../../../indicator/kind.ts'
import type { Position, RawReject } from '../../../indicator/raw-indicator.ts'
import type { Seconds } from '../../../indicator/time.ts'

/** A value with what its indicator says; what the pulse says is still to come. */
interface WaitingValue {
  readonly value: string
  readonly kind: Kind
  readonly position: Position
  readonly firstSeen: Seconds | undefined
  readonly validUntil: Seconds | undefined
  readonly role: Role | undefined
  readonly threatTypes: readonly string[]
}

/** A value that waits, or the reject for one that gives no indicator. */
export type HeldValue = WaitingValue | RawReject
