import { NO_RULE_REASONS } from '../../indicator/indicator.ts'
import { formatInstant } from '../../indicator/time.ts'
import type { StoredIndicator } from '../../store/indicator-store.ts'

/** Why something stored gives no rule, as a sentence; `undefined` where it gives one. */
export const whyNoRule = ({ indicator, removed, reason }: StoredIndicator): string | undefined => {
  if (removed !== undefined) {
    return `It was removed at ${formatInstant(removed.at)} (${reason}): ${removed.why}.`
  }
  if (indicator.noRule === undefined) return undefined
  const by = indicator.guardedBy === undefined ? '' : `; ${indicator.guardedBy}`
  return `It gives no rule, because ${NO_RULE_REASONS[indicator.noRule]} (${indicator.noRule}${by}).`
}
