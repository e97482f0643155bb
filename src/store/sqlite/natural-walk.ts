import { KINDS } from '../../indicator/kind.ts'
import type { Instant } from '../../indicator/time.ts'
import type { IndicatorFilter, NaturalKey } from '../indicator-store.ts'
import { kindCodes } from './codes.ts'
import { allOf, compared, ofConfidences, ofIndustries, seenLately } from './condition.ts'
import type { Connection } from './connection.ts'
import { INDICATOR_COLUMNS, type IndicatorRow } from './rows.ts'

/** Rows in natural order, kind after kind. SQLite compares text as UTF-8 bytes, which is the order of code points. */
export const naturalWalk = (
  connection: Connection,
  filter: IndicatorFilter,
  since: Instant | undefined,
  from: NaturalKey | undefined,
  limit: number
): readonly IndicatorRow[] => {
  const selected = [
    ...(since === undefined ? [] : [compared('i.changed >', since)]),
    ...seenLately(filter),
    ...ofConfidences(filter),
    ...ofIndustries(filter)
  ]
  const first = from === undefined ? 0 : KINDS.indexOf(from.kind)
  let rows: readonly IndicatorRow[] = []
  for (const kind of KINDS.slice(first)) {
    if (filter.kinds?.includes(kind) === false) continue
    if (rows.length >= limit) break
    const { sql, parameters } = allOf([
      compared('i.kind =', kindCodes.codeOf(kind)),
      compared('i.value >', kind === from?.kind ? from.value : ''),
      ...selected
    ])
    const page = connection.page<IndicatorRow>(
      `SELECT ${INDICATOR_COLUMNS} FROM indicators AS i INDEXED BY indicators_by_value
       WHERE i.removed_at IS NULL AND ${sql} ORDER BY i.value LIMIT ?`,
      ...parameters,
      limit - rows.length
    )
    rows = rows.length === 0 ? page : [...rows, ...page]
  }
  return rows
}
