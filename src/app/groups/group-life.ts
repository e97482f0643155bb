import type { RuleGroup } from '../../detect/group/rule-group.ts'
import type { Instant } from '../../indicator/time.ts'

/** Which groups an indicator has belonged to since a position, as far as it was followed. */
export interface GroupLife {
  readonly groups: readonly RuleGroup[]
  /** Whether it belonged to one and the same group all the time. */
  readonly isSteady: boolean
  /** Up to when it was followed. */
  readonly until: Instant
}

/** Everything that is known of an indicator at the position itself. */
export const lifeFrom = (since: Instant): GroupLife => ({ groups: [], isSteady: true, until: since })

/**
 * Follows an indicator further, from one instant to another, for which it belonged to a group or to none. A life begins at
 * the position at the latest; where it begins later, or has a gap, it was not steady.
 */
export const lived = (life: GroupLife, group: RuleGroup | undefined, from: Instant, until: Instant): GroupLife => {
  const isUnbroken = from <= life.until
  const isKnown = group === undefined || life.groups.some(({ key }) => key === group.key)
  const groups = isKnown ? life.groups : [...life.groups, group]
  return { groups, isSteady: life.isSteady && isUnbroken && group !== undefined && groups.length === 1, until }
}
