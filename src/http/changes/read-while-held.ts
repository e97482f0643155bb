import { Problem } from '../../problem/problem.ts'
import type { KeyedRequest, Services } from '../operation.ts'
import type { ReadChanges } from './change-answer.ts'

/**
 * Reads again only for a key that still holds: it may have been revoked, or have expired, while its holder waited. Throws
 * what a request with that key would be refused with.
 */
export const readWhileHeld = (
  read: ReadChanges,
  { caller }: Pick<KeyedRequest, 'caller'>,
  { keys }: Pick<Services, 'keys'>
): ReadChanges => {
  let isFirst = true
  return async (cursor) => {
    const verdict = isFirst ? caller : await keys.verifyAgain(caller)
    isFirst = false
    if (verdict.valid) return read(cursor)
    throw new Problem(verdict.code, verdict.message)
  }
}
