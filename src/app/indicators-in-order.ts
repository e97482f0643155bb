import type { Indicator, NoRuleReason } from '../indicator/indicator.ts'
import type { ReadView } from '../store/indicator-store.ts'
import type { Filters } from './filters.ts'

const PAGE = 1_000

/**
 * Every live indicator that the filters select and that gives a rule, by kind and value, in pages: the order of exports
 * on the command line. `limit` counts rules; `onWithheld` hears of the indicators on the way that give none.
 */
export async function* indicatorsInOrder(
  view: ReadView,
  filters: Filters,
  limit: number,
  onWithheld: (reason: NoRuleReason) => void = () => {}
): AsyncGenerator<readonly Indicator[]> {
  const { since, ...members } = filters
  const filter = { ...members, lastSeenFrom: undefined }
  let from: Indicator | undefined
  let left = limit
  while (left > 0) {
    const page = await view.inNaturalOrder(filter, since, from, PAGE)
    const rules: Indicator[] = []
    for (const indicator of page) {
      if (rules.length === left) break
      if (indicator.noRule === undefined) rules.push(indicator)
      else onWithheld(indicator.noRule)
    }
    left -= rules.length
    if (rules.length > 0) yield rules
    from = page.at(-1)
    if (from === undefined || page.length < PAGE) return
  }
}
