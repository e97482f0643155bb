import { compareCodePoints } from '../../indicator/code-points.ts'
import type { Indicator } from '../../indicator/indicator.ts'
import type { IdRange, StoreView } from '../../store/indicator-store.ts'
import { confidencesAbove } from './seen-filter.ts'

/** A page by id of what is stored with a confidence or a surer one, in one order. */
export const inIdOrderAbove = async (
  view: StoreView,
  range: IdRange,
  behind: string | undefined,
  limit: number
): Promise<readonly Indicator[]> => {
  const pages: Indicator[] = []
  for (const confidence of confidencesAbove([range.confidence])) {
    pages.push(...(await view.inIdOrder({ ...range, confidence }, behind, limit)))
  }
  return pages.sort((a, b) => compareCodePoints(a.id, b.id)).slice(0, limit)
}
