import type { Indicator } from '../../indicator/indicator.ts'
import type { ChangeKey } from '../indicator-store.ts'
import type { Connection } from './connection.ts'
import { INDICATOR_COLUMNS, indicatorsOf, VERSION_COLUMNS, type IndicatorRow } from './rows.ts'
import type { SharedObjects } from './shared-objects.ts'

const CURRENT = `SELECT ${INDICATOR_COLUMNS} FROM json_each(?) AS wanted
  CROSS JOIN indicators AS i ON i.row_id = wanted.value`

const VERSIONS = `SELECT ${VERSION_COLUMNS}
  FROM json_each(?) AS wanted
  CROSS JOIN past_versions AS v ON v.superseded = wanted.value ->> 0 AND v.row_id = wanted.value ->> 1
  CROSS JOIN indicators AS i ON i.row_id = v.row_id`

/** SQLite steps on to a row that lies behind the last one, and searches the whole tree for one before it. */
const currentRows = (connection: Connection, rows: readonly number[]): readonly IndicatorRow[] => {
  const read = (wanted: readonly number[]): IndicatorRow[] => connection.page(CURRENT, JSON.stringify(wanted))
  const [first = 0] = rows
  return first > (rows.at(-1) ?? 0) ? read(rows.toReversed()).reverse() : read(rows)
}

/** The indicators of keys, in the order of the keys: as they are, or as the versions that the keys name. */
export const indicatorsOfKeys = (
  connection: Connection,
  shared: SharedObjects,
  keys: readonly ChangeKey[]
): readonly Indicator[] => {
  const current = keys.filter(({ superseded }) => superseded === undefined).map(({ row }) => row)
  const rows = currentRows(connection, current)
  if (current.length === keys.length) return indicatorsOf(connection, shared, rows)
  const old = keys.filter(({ superseded }) => superseded !== undefined)
  const versions = connection.all<IndicatorRow>(
    VERSIONS,
    JSON.stringify(old.map(({ superseded, row }) => [superseded, row]))
  )
  const [ofCurrent, ofOld] = [rows.values(), versions.values()]
  const inOrder: IndicatorRow[] = []
  for (const { superseded } of keys) {
    const next = (superseded === undefined ? ofCurrent : ofOld).next()
    if (next.done !== true) inOrder.push(next.value)
  }
  return indicatorsOf(connection, shared, inOrder)
}
