import type { ChangeReason } from '../../indicator/change-reason.ts'
import type { Indicator } from '../../indicator/indicator.ts'
import type { Instant } from '../../indicator/time.ts'
import type { Change } from '../../store/indicator-store.ts'
import type { Filters } from '../filters.ts'

/** Why a line of the changes feed came: what happened to the indicator, or that it no longer matches the filters. */
export type LineReason = ChangeReason | 'left_filter'

/** What a client does: keep the rule as it is, or no longer have it. */
export interface ChangeLine {
  readonly op: 'put' | 'remove'
  readonly indicator: Indicator
  readonly at: Instant
  readonly reason: LineReason
}

const matches = ({ confidences, industries }: Filters, indicator: Indicator): boolean =>
  (confidences === undefined || confidences.includes(indicator.confidence)) &&
  (industries === undefined || industries.some((sector) => indicator.context.industries.includes(sector)))

/** The line of an indicator that lives and matches. */
export const putLine = (indicator: Indicator, reason: LineReason): ChangeLine => ({
  op: 'put',
  indicator,
  at: indicator.changed,
  reason
})

/**
 * The line of a change for a client with these filters, whose kinds the change has; `undefined` where the value can
 * give no rule at all. What no longer matches is a removal, even for a client that never had it.
 */
export const lineOf = ({ indicator, reason, isRemoved }: Change, filters: Filters): ChangeLine | undefined => {
  const remove = (why: LineReason): ChangeLine => ({ op: 'remove', indicator, at: indicator.changed, reason: why })
  if (indicator.noRule === 'too_broad') return undefined
  if (isRemoved) return remove(reason)
  if (indicator.noRule === 'guarded') return remove('guarded')
  return matches(filters, indicator) ? putLine(indicator, reason) : remove('left_filter')
}
