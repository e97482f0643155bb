import type { Instant } from '../../indicator/time.ts'
import { letOthersRun } from '../../platform/let-others-run.ts'
import type { ChangeRange, ReadView } from '../../store/indicator-store.ts'
import type { GroupSelection } from './group-selection.ts'

const PAGE = 2_000

/** How many of the selected indicators that changed since a position give no rule. */
export const countWithheldSince = async (view: ReadView, filter: GroupSelection, since: Instant): Promise<number> => {
  const range: ChangeRange = {
    filter,
    order: 'oldest-first',
    after: since,
    orLastSeenAfter: undefined,
    asOf: undefined
  }
  let count = 0
  let behind: Instant | undefined
  for (;;) {
    const page = await view.changeKeys(range, PAGE, behind)
    count += page.filter(({ withheld }) => withheld).length
    if (page.length < PAGE) return count
    behind = page.at(-1)?.changed
    await letOthersRun()
  }
}
