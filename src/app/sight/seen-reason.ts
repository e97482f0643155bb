import type { Indicator } from '../../indicator/indicator.ts'
import type { Change } from '../../store/indicator-store.ts'

/** To whoever sees none of the sources that were there before, what changed is new. */
export const seenReason = <Reason extends Change['reason']>(
  { reason }: { readonly reason: Reason },
  { added, changed }: Indicator
): Reason | 'new' => (reason === 'changed' && added === changed ? 'new' : reason)
