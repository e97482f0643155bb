import { recognise } from '../../../indicator/recognise.ts'
import { isRejection } from '../../../indicator/rejection.ts'
import { parseTime } from '../../../indicator/parse-time.ts'
import type { ReadOptions } from '../../feed-format.ts'
import { nameKey, saidText } from '../../field-text.ts'
import { isValue, severalValues } from '../../several-values.ts'
import type { SampleTable } from '../../table/sample-table.ts'
import { unknownWord } from '../../unknown-word.ts'
import { columnNames } from './column-names.ts'
import { anyValue, type Column, columnOfRole, usualColumn } from './column-role.ts'
import { isDayFirst } from './day-first.ts'
import { usualName } from './usual-names.ts'

/** What the columns of a table hold. */
export interface Plan {
  /** By index; `undefined` where nothing is known. */
  readonly columns: readonly (Column | undefined)[]
  /** How many of the first rows hold no values but the names of the columns, and titles above them. */
  readonly rowsOfNames: number
  /** Whether dates with slashes have the day before the month. */
  readonly isDayFirst: boolean
}

/** Decides what the columns hold: as the caller says, else by their names, else by what stands in the first rows. */
export const planColumns = (table: SampleTable, asked: ReadOptions['columns']): Plan => {
  const { names, rows: rowsOfNames } = columnNames(table, asked)
  const rows = table.rows.slice(rowsOfNames)
  const given = askedColumns(names, asked)
  const named = names.map((name, index) => given.get(index) ?? usualColumn(name))
  const sure = withoutIdleValues(mostTelling(named, names, given), given, rows)
  const columns = hasValues(sure) ? sure : byContent(sure, rows, rowsOfNames > 0)
  const times = columns.flatMap((column, index) => (isTime(column) ? cellsOf(rows, index) : []))
  return { columns, rowsOfNames, isDayFirst: isDayFirst(times) }
}

/** Whether any column holds values. */
export const hasValues = (columns: Plan['columns']): boolean => columns.some((column) => column?.role === 'value')

const TIMES: ReadonlySet<string> = new Set(['first-seen', 'last-seen', 'expires'] satisfies Column['role'][])

const isTime = (column: Column | undefined): boolean => column !== undefined && TIMES.has(column.role)

const askedColumns = (names: readonly string[], asked: ReadOptions['columns'] = {}): ReadonlyMap<number, Column> => {
  const keys = names.map(nameKey)
  return new Map(
    Object.entries(asked).map(([name, role]) => {
      const index = keys.indexOf(nameKey(name))
      // Of several files of a run, only those without the column are at fault.
      if (index < 0) throw unknownWord('columns', `the table has no column "${name}"`, name, names, 'input_unknown')
      return [index, columnOfRole(role, name)]
    })
  )
}

/**
 * Of several type columns, and of several columns for values of any kind, the one with the most telling name counts;
 * columns that the caller named all count.
 */
const mostTelling = (
  columns: Plan['columns'],
  names: readonly string[],
  given: ReadonlyMap<number, Column>
): Plan['columns'] => {
  const ranks = names.map((name, index) => (given.has(index) ? -1 : (usualName(name)?.rank ?? -1)))
  const lowest = (isLike: (column: Column | undefined) => boolean): number =>
    Math.min(...ranks.filter((_, index) => isLike(columns[index])))
  const lowestType = lowest((column) => column?.role === 'type')
  const lowestValue = lowest((column) => column === anyValue)
  return columns.map((column, index) => {
    if (column?.role === 'type') return ranks[index] === lowestType ? column : undefined
    return column === anyValue && ranks[index] !== lowestValue ? undefined : column
  })
}

/**
 * A column for values of any kind counts only if a first row holds one, or a type column vouches for it: feeds call
 * a remark `ioc` too, as C2IntelFeeds does.
 */
const withoutIdleValues = (
  columns: Plan['columns'],
  given: ReadonlyMap<number, Column>,
  rows: SampleTable['rows']
): Plan['columns'] => {
  const hasTypes = columns.some((column) => column?.role === 'type')
  return columns.map((column, index) => {
    if (column !== anyValue || hasTypes || given.has(index)) return column
    return cellsOf(rows, index).some(isCellOfValues) ? column : undefined
  })
}

const MOST_CELLS = 100
const LEAST_SHARE = 0.5

/** Finds values, and in a table without names also the time, by what stands in the first rows. */
const byContent = (columns: Plan['columns'], rows: SampleTable['rows'], hasHeader: boolean): Plan['columns'] => {
  let hasTime = hasHeader
  let hasValue = false
  return columns.map((column, index) => {
    if (column !== undefined) return column
    const cells = cellsOf(rows, index)
    if (isMostly(cells, isCellOfValues)) {
      const isReport = hasValue && isOfOneHost(cells)
      hasValue = true
      return isReport ? { role: 'link' } : anyValue
    }
    if (hasTime || !isMostly(cells, (cell) => parseTime(cell) !== undefined)) return undefined
    hasTime = true
    return { role: 'first-seen' }
  })
}

const isCellOfValues = (cell: string): boolean => severalValues(cell).some(isValue)

/** URLs on one host beside other values are reports about them, as in Bambenek's tables. */
const isOfOneHost = (cells: readonly string[]): boolean => {
  const hosts = new Set(cells.map(hostOf))
  return cells.length > 1 && hosts.size === 1 && !hosts.has(undefined)
}

const hostOf = (cell: string): string | undefined => {
  const read = recognise(cell)
  return isRejection(read) || read.kind !== 'url' ? undefined : read.value.slice(0, read.value.indexOf('/'))
}

const isMostly = (cells: readonly string[], test: (cell: string) => boolean): boolean =>
  cells.length > 0 && cells.filter(test).length >= cells.length * LEAST_SHARE

const cellsOf = (rows: SampleTable['rows'], index: number): readonly string[] =>
  rows.slice(0, MOST_CELLS).flatMap((cells) => saidText(cells[index] ?? '') ?? [])
