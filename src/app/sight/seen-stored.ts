import { CHANGE_REASONS } from '../../indicator/change-reason.ts'
import type { StoredIndicator, StoreView } from '../../store/indicator-store.ts'
import type { Restriction } from './restriction.ts'
import { seenIndicator } from './seen-indicator.ts'
import { seenReason } from './seen-reason.ts'

/**
 * What is seen of something stored. Of what was removed, how it stood until then; why it was is told in words of our own, because
 * those of the store name feeds.
 */
export const seenStored = async (
  view: StoreView,
  stored: StoredIndicator | undefined,
  restriction: Restriction
): Promise<StoredIndicator | undefined> => {
  if (stored === undefined) return undefined
  const [ever = []] = await view.everSaid([stored.indicator])
  const seen = seenIndicator(stored.indicator, ever.at(-1)?.statements ?? [], restriction)
  if (seen === undefined) return undefined
  if (stored.removed === undefined)
    return { ...stored, ...seen, reason: seenReason(stored.reason, seen.indicator, ever, restriction) }
  const removed = { at: stored.removed.at, why: CHANGE_REASONS[stored.reason] }
  return { ...stored, indicator: seen.indicator, sources: [], removed }
}
