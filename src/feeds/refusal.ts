import type { Position, RawReject } from '../indicator/raw-indicator.ts'
import type { RejectReason } from '../indicator/rejection.ts'
import { present } from './present.ts'

const SHOWN = 200

/** The item for a value or record that gives no indicator; `value` is cut to what a report can show. */
export const refusal = (value: string, position: Position, reason: RejectReason, detail?: string): RawReject => ({
  value: value.length > SHOWN ? value.slice(0, SHOWN) : value,
  position,
  rejection: { reason, ...present({ detail }) }
})
