import type { Rejection } from '../indicator/rejection.ts'
import { formatSeconds, type Seconds } from '../indicator/time.ts'

/** The refusal of a value whose feed says that it ends before now; `undefined` for one that still counts. */
export const expiry = (validUntil: Seconds | undefined, now: Seconds): Rejection | undefined =>
  validUntil === undefined || validUntil > now
    ? undefined
    : { reason: 'expired', detail: `valid until ${formatSeconds(validUntil)}` }
