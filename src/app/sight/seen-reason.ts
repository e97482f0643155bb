import type { Indicator } from '../../indicator/indicator.ts'
import type { Change, StatementsAt } from '../../store/indicator-store.ts'
import { isAllowed, type Restriction } from './restriction.ts'

/**
 * Why something that lives changed last, to whoever sees some of what was ever said of it. It is new where it was not seen
 * before, and returned where it was, but not just before: what others said meanwhile makes no difference. Where no earlier
 * version is kept, what a source that stands has said for longer counts as seen.
 */
export const seenReason = <Reason extends Change['reason']>(
  reason: Reason,
  { added, changed }: Indicator,
  ever: readonly StatementsAt[],
  restriction: Restriction
): Reason | 'new' | 'returned' => {
  const before = ever
    .filter(({ at }) => at < changed)
    .map(({ statements }) => statements.some((statement) => isAllowed(statement, restriction)))
  if (before.length === 0) return added < changed ? reason : 'new'
  if (before.at(-1) === true) return reason
  return before.includes(true) ? 'returned' : 'new'
}
