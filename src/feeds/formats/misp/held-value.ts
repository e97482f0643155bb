import type { Role } from '../../../indicator/context.ts'
import type { Kind } from '../../../indicator/kind.ts'
import type { Position, RawReject } from '../../../indicator/raw-indicator.ts'
import type { Seconds } from '../../../indicator/time.ts'

/** A value of an attribute, with what the attribute and its object say; what the event says is still to come. */
interface WaitingValue {
  readonly value: string
  readonly kind: Kind
  readonly position: Position
  readonly firstSeen: Seconds | undefined
  readonly lastSeen: Seconds | undefined
  readonly role: Role | undefined
  readonly ports: readonly number[]
  readonly fileNames: readonly string[]
  readonly tagNames: readonly string[]
}

/** A value that waits, or the reject for one that gives no indicator. */
export type HeldValue = WaitingValue | RawReject
