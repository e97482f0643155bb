import type { Rejection } from '../../../indicator/rejection.ts'
import type { Seconds } from '../../../indicator/time.ts'
import { expiry } from '../../expiry.ts'
import type { Said } from './row-facts.ts'

const YES: ReadonlySet<string> = new Set(['1', 'true', 'yes'])

/** MISP's `to_ids`, and what endpoint products do with a value: `Allow`. */
const NOT_TO_DETECT: ReadonlySet<string> = new Set(['0', 'false', 'no', 'allow', 'allowed', 'allowlist', 'whitelist'])

/** Why the values of a row do not count: revoked, not meant for detection, or past their time. */
export const withdrawalOfRow = (said: Said, validUntil: Seconds | undefined, now: Seconds): Rejection | undefined => {
  if (said('revoked').some((text) => YES.has(text.toLowerCase()))) return { reason: 'revoked' }
  const use = said('for-detection').find((text) => NOT_TO_DETECT.has(text.toLowerCase()))
  if (use !== undefined) return { reason: 'not_for_detection', detail: use }
  return expiry(validUntil, now)
}
