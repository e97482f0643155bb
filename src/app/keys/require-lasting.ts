import { Problem } from '../../problem/problem.ts'
import type { Granter } from './granter.ts'

/**
 * Refuses to let a secret that was rotated away make, rotate or revoke keys while it still holds: what it made would
 * outlive it, and what it ended could be the secret that took its place. Throws `not_grantable`.
 */
export const requireLasting = (by: Granter): void => {
  if (by.kind === 'operator' || by.ends === undefined) return
  const reason = 'its secret was rotated and ends soon; use the newer one'
  throw new Problem('not_grantable', `The API key cannot change keys: ${reason}.`, { details: { reason } })
}
