import type { Indicator } from '../../indicator/indicator.ts'
import { mergeSources } from '../../indicator/merge-sources.ts'
import type { IndicatorWithSources, Statement } from '../../store/indicator-store.ts'
import { isAllowed, type Restriction } from './restriction.ts'

/**
 * An indicator as its allowed sources alone say it; `undefined` where it has none. It counts as added when the first of
 * them began to say it. Its position stays that of the store.
 */
export const seenIndicator = (
  indicator: Indicator,
  statements: readonly Statement[],
  restriction: Restriction
): IndicatorWithSources | undefined => {
  const sources = statements.filter((statement) => isAllowed(statement, restriction))
  if (sources.length === 0) return undefined
  const added = Math.min(...sources.map(({ since }) => since))
  return { indicator: { ...indicator, ...mergeSources(sources), added }, sources }
}
