import type { Kind } from '../../../indicator/kind.ts'
import type { Role } from '../../../indicator/context.ts'
import { type FeedType, feedTypeNamed } from '../../feed-type.ts'
import { severalValues } from '../../several-values.ts'
import { splitTypedValue } from '../../typed-value.ts'
import type { ValueColumn } from './column-role.ts'

/** A value in a cell, with what its column and its type say. */
export interface CellValue {
  /** Whether the type of the value is one of ours; otherwise there is nothing but its text. */
  readonly isSupported: boolean
  readonly value: string
  readonly kind: Kind | undefined
  readonly role: Role | undefined
  readonly port: number | undefined
  readonly fileName: string | undefined
}

const NOTHING_SAID = { kind: undefined, role: undefined, port: undefined, fileName: undefined }

/** The values in a cell. `typeName` is what the type column of the row says; a column with a type of its own is not asked. */
export const valuesOfCell = (cell: string, column: ValueColumn, typeName: string | undefined): readonly CellValue[] => {
  const type = column.type ?? (typeName === undefined ? undefined : feedTypeNamed(typeName))
  if (type === undefined && typeName !== undefined) return [{ ...NOTHING_SAID, isSupported: false, value: cell }]
  const role = column.side ?? type?.role
  return textsOfCell(cell, type).flatMap((text): readonly CellValue[] => {
    if (type === undefined) return [{ ...NOTHING_SAID, isSupported: true, value: text, role }]
    const values = splitTypedValue(type, text)
    if (values.length === 0) return [{ ...NOTHING_SAID, isSupported: false, value: text }]
    return values.map((value) => ({ ...value, isSupported: true, role }))
  })
}

/** Nothing that can stand between values. */
const IS_ONE = /^[^\s,;|]*$/

/** Several values stand on lines of their own, or with separators between; in a composite the bar is no separator. */
const textsOfCell = (cell: string, type: FeedType | undefined): readonly string[] => {
  if (IS_ONE.test(cell)) return [cell]
  const lines = cell.split('\n').flatMap((line) => line.trim() || [])
  return type !== undefined && type.parts.length > 1 ? lines : lines.flatMap(severalValues)
}
