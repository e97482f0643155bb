import type { ReadOptions } from '../../feed-format.ts'
import { nameKey } from '../../fields.ts'
import { isValue } from '../../several-values.ts'
import { parseRecords } from '../../table/parse-records.ts'
import type { SampleTable } from '../../table/sample-table.ts'
import { usualColumn } from './column-role.ts'

/** What the columns of a table are called. */
export interface ColumnNames {
  readonly names: readonly string[]
  /** Whether they stand in the first row. */
  readonly isFirstRow: boolean
}

/** Finds the names in the first row or in a comment before it; columns without names are called by their numbers, from 1. */
export const columnNames = (
  { rows, comments, width, delimiter }: SampleTable,
  asked: ReadOptions['columns']
): ColumnNames => {
  const askedKeys = new Set(Object.keys(asked ?? {}).map(nameKey))
  const isName = (cell: string): boolean => usualColumn(cell) !== undefined || askedKeys.has(nameKey(cell))
  /** A header has a name that we know, and no cell that is a value rather than a name. */
  const isHeader = (cells: readonly string[]): boolean =>
    cells.some(isName) && cells.every((cell) => isName(cell) || !isValue(cell))

  const [first] = rows
  if (first !== undefined && isHeader(first)) return { names: first, isFirstRow: true }
  const hidden = comments.flatMap((comment) => parseRecords(comment, delimiter) ?? [])
  const header = hidden.findLast((cells) => cells.length > 1 && cells.length === width && isHeader(cells))
  return { names: header ?? Array.from({ length: width }, (_, index) => String(index + 1)), isFirstRow: false }
}
