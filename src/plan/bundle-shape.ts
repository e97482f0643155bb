import type { KindFigures } from './figures.ts'
import { placesTaken } from './rule-shapes.ts'
import { limitUses, type Shape } from './shape.ts'
import type { TargetProfile } from './target-profile.ts'

/** How many rows each table has. */
const tableRows = (figures: readonly KindFigures[]): readonly number[] => {
  const tables = new Map<string, number>()
  for (const { rows } of figures) {
    for (const [table, count] of rows) tables.set(table, (tables.get(table) ?? 0) + count)
  }
  return [...tables.values()]
}

/** The table of the target with its searches, of figures of kinds that it carries. */
export const bundleShape = (figures: readonly KindFigures[], profile: TargetProfile): Shape => {
  const { bundle, limits, schedule, isMadeByHand } = profile
  const tables = tableRows(figures)
  const rows = tables.reduce((sum, table) => sum + table, 0)
  const largest = Math.max(...tables)
  const requests = Math.ceil(rows / bundle.load.rowsPerRequest)
  const { requestsPerMinute } = bundle.load
  const { searches, everyMinutes, bytesPerRow } = bundle
  return {
    name: 'bundle',
    size: undefined,
    rules: 0,
    perRule: undefined,
    rows,
    searches,
    byHand: isMadeByHand ? searches : 0,
    runsPerHour: schedule === undefined ? undefined : (searches * 60) / everyMinutes,
    requests,
    loadMinutes: requestsPerMinute === undefined ? undefined : Math.ceil(requests / requestsPerMinute),
    uses: limitUses(limits, {
      enabled_rules: searches,
      rules_by_interface: 0,
      rules_per_import: searches,
      table_rows: largest,
      ...(bytesPerRow === undefined ? {} : { table_bytes: largest * bytesPerRow }),
      ...(schedule === undefined ? {} : { searches_at_once: placesTaken(searches, everyMinutes) })
    })
  }
}
