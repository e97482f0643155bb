import type { Indicator } from '../../indicator/indicator.ts'
import { letOthersRun } from '../../platform/let-others-run.ts'
import type { ChangeKey, IndicatorWithSources, ReadView } from '../../store/indicator-store.ts'

const ROWS_AT_ONCE = 250

/** So many keys at once, with time for others in between: a long answer holds up short ones for one part of it only. */
async function* partsOf(keys: readonly ChangeKey[]): AsyncGenerator<readonly ChangeKey[]> {
  for (let start = 0; start < keys.length; start += ROWS_AT_ONCE) {
    if (start > 0) await letOthersRun()
    yield keys.slice(start, start + ROWS_AT_ONCE)
  }
}

/** The indicators of keys, so many at once. */
export async function* indicatorPages(
  view: ReadView,
  keys: readonly ChangeKey[]
): AsyncGenerator<readonly Indicator[]> {
  for await (const part of partsOf(keys)) yield await view.indicators(part)
}

/** The same with their sources. */
export async function* sourcePages(
  view: ReadView,
  keys: readonly ChangeKey[]
): AsyncGenerator<readonly IndicatorWithSources[]> {
  for await (const part of partsOf(keys)) yield await view.withSources(part)
}
