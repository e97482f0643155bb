import { expect, test } from 'vitest'
import { openEventTable, type TableShape } from './event-table.ts'

const shape: TableShape = { table: 'logs', columns: [], caseSensitive: false, functions: {} }

const find = (query: string, changes: Partial<TableShape> = {}) => {
  const table = openEventTable([{ name: 'Evil' }, { name: 'evil' }, { other: 'evil' }], { ...shape, ...changes })
  const found = table.find({ query })
  table.close()
  return found
}

const EQUAL = "SELECT * FROM logs WHERE name='evil'"
const LIKE = "SELECT * FROM logs WHERE name LIKE 'e%'"

test('equality and LIKE ignore letter case, as Sigma does', () => {
  expect(find(EQUAL).events).toEqual(new Set([0, 1]))
  expect(find(LIKE).events).toEqual(new Set([0, 1]))
})

test('equality and LIKE tell letter case apart where the target does', () => {
  expect(find(EQUAL, { caseSensitive: true }).events).toEqual(new Set([1]))
  expect(find(LIKE, { caseSensitive: true }).events).toEqual(new Set([1]))
})

test('a field that no event has is missing unless the target knows it', () => {
  const query = 'SELECT * FROM logs WHERE hidden IS NULL'
  expect(find(query).failure).toContain('no such column: hidden')
  expect(find(query, { columns: ['hidden'] }).events.size).toBe(3)
})

test('a rule that was not converted finds nothing and says why', () => {
  const table = openEventTable([{ name: 'evil' }], shape)
  expect(table.find({ failure: 'not supported' })).toEqual({ events: new Set(), failure: 'not supported' })
  table.close()
})
