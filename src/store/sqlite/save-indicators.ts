import type { IndicatorWrite } from '../indicator-store.ts'
import { insertIndicators } from './insert-indicators.ts'
import { updateIndicator } from './update-indicator.ts'
import type { WriteParts } from './write-parts.ts'

/** Inserts or replaces indicators with the given ones of their sources. Gives their rows, in the order of the writes. */
export const saveIndicators = (parts: WriteParts, writes: readonly IndicatorWrite[]): readonly number[] => {
  const inserted = insertIndicators(
    parts,
    writes.filter(({ row }) => row === undefined)
  ).values()
  return writes.map((write) => {
    const row = write.row ?? inserted.next().value ?? 0
    if (write.row !== undefined) updateIndicator(parts, row, write)
    return row
  })
}
