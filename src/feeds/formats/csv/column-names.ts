import type { ReadOptions } from '../../feed-format.ts'
import { nameKey } from '../../field-text.ts'
import { isValue } from '../../several-values.ts'
import { plainCells } from '../../table/plain-cells.ts'
import type { SampleTable } from '../../table/sample-table.ts'
import { usualColumn } from './column-role.ts'

/** What the columns of a table are called. */
export interface ColumnNames {
  readonly names: readonly string[]
  /** How many rows they take, with the titles above them; 0 where they stand in a comment or nowhere. */
  readonly rows: number
}

/**
 * Finds the names in the first row that is no title, or in a comment before it; columns without names are called by
 * their numbers, from 1.
 */
export const columnNames = (
  { rows, comments, width, delimiter }: SampleTable,
  asked: ReadOptions['columns']
): ColumnNames => {
  const askedKeys = new Set(Object.keys(asked ?? {}).map(nameKey))
  const isName = (cell: string): boolean => usualColumn(cell) !== undefined || askedKeys.has(nameKey(cell))
  /** A header has a name that we know, and no cell that is a value rather than a name. */
  const isHeader = (cells: readonly string[]): boolean =>
    cells.some(isName) && cells.every((cell) => isName(cell) || !isValue(cell))

  const at = rows.findIndex((cells) => isHeader(cells) || !isTitle(cells))
  const first = rows[at]
  if (first !== undefined && isHeader(first)) return { names: first, rows: at + 1 }
  const hidden = comments.flatMap((comment) => [plainCells(comment, delimiter) ?? []])
  const header = hidden.findLast((cells) => cells.length > 1 && cells.length === width && isHeader(cells))
  return { names: header ?? Array.from({ length: width }, (_, index) => String(index + 1)), rows: 0 }
}

/** One cell of text above the header: `Indicators of May`. */
const isTitle = (cells: readonly string[]): boolean => {
  const [text = '', ...others] = cells.filter((cell) => cell !== '')
  return others.length === 0 && !isValue(text)
}
