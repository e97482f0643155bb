import type { FeedItem } from '../../../indicator/raw-indicator.ts'
import type { Seconds } from '../../../indicator/time.ts'
import { saidText } from '../../field-text.ts'
import { indicatorItem } from '../../indicator-item.ts'
import { refusal } from '../../refusal.ts'
import { createRememberContext } from '../../shared-context.ts'
import type { Row } from '../../table/read-table.ts'
import { takenBack } from '../../taken-back.ts'
import { valuesOfCell } from './cell-values.ts'
import type { Plan } from './plan-columns.ts'
import { contextOfRow, factsOfRow, ROLES_OF_CONTEXT } from './row-facts.ts'
import { withdrawalOfRow } from './withdrawal.ts'

/** Gives the items of a row: one per value, or a reject where it holds none. */
export type RowReader = (row: Row) => readonly FeedItem[]

/** Makes the reader of one table; `now` tells what has expired. */
export const createRowReader = ({ columns, isDayFirst }: Plan, now: Seconds): RowReader => {
  const remember = createRememberContext()
  const valueColumns = columns.flatMap((column, index) => (column?.role === 'value' ? [{ column, index }] : []))
  const indexes = new Map<string, number[]>()
  columns.forEach((column, index) => {
    if (column !== undefined) indexes.set(column.role, [...(indexes.get(column.role) ?? []), index])
  })
  const contextIndexes = ROLES_OF_CONTEXT.flatMap((role) => indexes.get(role) ?? [])

  return ({ cells, position }) => {
    const said = (role: string): readonly string[] =>
      indexes.get(role)?.flatMap((index) => saidText(cells[index] ?? '') ?? []) ?? []
    const facts = factsOfRow(said, isDayFirst)
    const withdrawal = withdrawalOfRow(said, facts.validUntil, now)
    const contextText = contextIndexes.map((index) => cells[index]).join('\n')
    const [typeName] = said('type')
    const items = valueColumns.flatMap(({ column, index }): readonly FeedItem[] => {
      const cell = saidText(cells[index] ?? '')
      if (cell === undefined) return []
      return valuesOfCell(cell, column, typeName).map(({ isSupported, kind, value, role, port, fileName }) => {
        if (!isSupported) return refusal(value, position, 'unsupported_type', typeName)
        if (withdrawal !== undefined) return takenBack(kind, value, position, withdrawal)
        const context = remember([role, port, fileName, contextText].join('\n'), () => {
          const row = contextOfRow(said)
          return {
            ...row,
            role: row.role ?? role,
            ports: port === undefined ? row.ports : [port],
            fileNames: fileName === undefined ? row.fileNames : [fileName]
          }
        })
        return indicatorItem(kind, value, position, { ...facts, context })
      })
    })
    return items.length > 0 ? items : [refusal(cells.join(' ').trim(), position, 'empty')]
  }
}
