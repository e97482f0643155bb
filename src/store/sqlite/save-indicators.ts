import type { IndicatorWrite } from '../indicator-store.ts'
import { insertIndicators } from './insert-indicators.ts'
import { updateIndicator } from './update-indicator.ts'
import type { WriteParts } from './write-parts.ts'

/** Inserts or replaces indicators with the given ones of their sources. Gives their rows, in the order of the writes. */
export const saveIndicators = (parts: WriteParts, writes: readonly IndicatorWrite[]): readonly number[] => {
  const fresh = writes.filter(({ row }) => row === undefined)
  let next = fresh.length === 0 ? 0 : insertIndicators(parts, fresh)
  return writes.map((write) => {
    if (write.row === undefined) return next++
    updateIndicator(parts, write.row, write)
    return write.row
  })
}
