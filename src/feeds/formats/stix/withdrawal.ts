import type { Rejection } from '../../../indicator/rejection.ts'
import type { Seconds } from '../../../indicator/time.ts'
import { expiry } from '../../expiry.ts'
import { flagField, type JsonObject } from '../../json/members.ts'
import { timeField } from './object-facts.ts'

/** Why the values of an object no longer count: it is revoked, deprecated by ATT&CK, or past its time. */
export const withdrawalOf = (object: JsonObject, now: Seconds): Rejection | undefined => {
  if (flagField(object, 'revoked') === true) return { reason: 'revoked' }
  if (flagField(object, 'x_mitre_deprecated') === true) return { reason: 'revoked', detail: 'deprecated by ATT&CK' }
  return expiry(timeField(object, 'valid_until'), now)
}
