import type { Kind } from '../indicator/kind.ts'
import type { Position, RawReject } from '../indicator/raw-indicator.ts'
import type { Rejection } from '../indicator/rejection.ts'
import { refusal } from './refusal.ts'

/** The item for a value that its feed takes back, with the kind that it would have given it. */
export const takenBack = (
  kind: Kind | undefined,
  value: string,
  position: Position,
  { reason, detail }: Rejection
): RawReject => ({ ...refusal(value, position, reason, detail), takesBack: { kind, value } })
