import type { Indicator } from '../../indicator/indicator.ts'
import type { ChangeKey, IndicatorWithSources, ReadView } from '../../store/indicator-store.ts'

const ROWS_AT_ONCE = 250

function* partsOf(keys: readonly ChangeKey[]): Generator<readonly ChangeKey[]> {
  for (let start = 0; start < keys.length; start += ROWS_AT_ONCE) yield keys.slice(start, start + ROWS_AT_ONCE)
}

/** The indicators of keys, so many at once. */
export async function* indicatorPages(
  view: ReadView,
  keys: readonly ChangeKey[]
): AsyncGenerator<readonly Indicator[]> {
  for (const part of partsOf(keys)) yield await view.indicators(part)
}

/** The same with their sources. */
export async function* sourcePages(
  view: ReadView,
  keys: readonly ChangeKey[]
): AsyncGenerator<readonly IndicatorWithSources[]> {
  for (const part of partsOf(keys)) yield await view.withSources(part)
}
