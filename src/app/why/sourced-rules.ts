import type { Instant } from '../../indicator/time.ts'
import type { ChangeRange, IndicatorWithSources, ReadView } from '../../store/indicator-store.ts'
import type { Filters } from '../filters.ts'

const PAGE = 500

/** Every live indicator that the filters select and that gives a rule, with its sources, oldest change first. */
export async function* sourcedRules(
  view: ReadView,
  { since, ...members }: Filters,
  limit: number
): AsyncGenerator<readonly IndicatorWithSources[]> {
  const range: ChangeRange = {
    filter: { ...members, lastSeenFrom: undefined },
    order: 'oldest-first',
    after: since,
    orLastSeenAfter: undefined,
    asOf: undefined
  }
  let behind: Instant | undefined
  let left = limit
  while (left > 0) {
    const page = await view.changeKeys(range, PAGE, behind)
    const keys = page.filter(({ withheld }) => !withheld).slice(0, left)
    left -= keys.length
    if (keys.length > 0) yield await view.withSources(keys)
    behind = page.at(-1)?.changed
    if (page.length < PAGE) return
  }
}
