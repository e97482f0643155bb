import type { NaturalKey, StoredIndicator } from '../indicator-store.ts'
import { kindCodes } from './codes.ts'
import type { Connection } from './connection.ts'
import { INDICATOR_COLUMNS, indicatorsOf, sourcesOf, type IndicatorRow } from './rows.ts'
import type { SharedObjects } from './shared-objects.ts'

type FoundRow = readonly [...row: IndicatorRow, removedAt: number | null, removedWhy: string | null, place: number]

/** What is stored under keys, in their order, removed indicators included. */
export const findStored = (
  connection: Connection,
  shared: SharedObjects,
  keys: readonly NaturalKey[]
): readonly (StoredIndicator | undefined)[] => {
  const rows = connection.all<FoundRow>(
    `SELECT ${INDICATOR_COLUMNS}, i.removed_at, i.removed_why, wanted.key FROM json_each(?) AS wanted
     CROSS JOIN indicators AS i ON i.kind = wanted.value ->> 0 AND i.value = wanted.value ->> 1`,
    JSON.stringify(keys.map(({ kind, value }) => [kindCodes.codeOf(kind), value]))
  )
  const found = keys.map((): StoredIndicator | undefined => undefined)
  if (rows.length === 0) return found
  const indicators = indicatorsOf(connection, shared, rows)
  const sources = sourcesOf(
    connection,
    shared,
    rows.map(([row]) => row)
  )
  for (const [index, indicator] of indicators.entries()) {
    const stored = rows[index]
    if (stored === undefined) continue
    const [row] = stored
    const [removedAt, removedWhy, place] = stored.slice(-3) as [number | null, string | null, number]
    const removed = removedAt === null ? undefined : { why: removedWhy ?? '', at: removedAt }
    found[place] = { row, indicator, sources: sources.get(row) ?? [], removed }
  }
  return found
}
