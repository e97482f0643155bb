import type { Change, StoreView } from '../../store/indicator-store.ts'
import { firstShown } from './first-shown.ts'
import type { Restriction } from './restriction.ts'
import { seenIndicator } from './seen-indicator.ts'
import { seenReason } from './seen-reason.ts'

/** What is seen of these changes: what lives. What was removed is among the departures. */
export const arrivals = async (
  view: StoreView,
  changes: readonly Change[],
  restriction: Restriction
): Promise<readonly Change[]> => {
  const living = changes.filter(({ isRemoved }) => !isRemoved)
  const ever = await view.everSaid(living.map(({ indicator }) => indicator))
  return living.flatMap((change, index) => {
    const said = ever[index] ?? []
    const indicator = seenIndicator(change.indicator, said.at(-1)?.statements ?? [], restriction)?.indicator
    if (indicator === undefined) return []
    const reason = seenReason(change.reason, indicator, said, restriction)
    return [{ ...change, indicator, reason, shownSince: firstShown(said, restriction) }]
  })
}
