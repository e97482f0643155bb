import * as fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { Connection } from './connection.ts'

const connect = (): Connection => {
  const connection = new Connection(':memory:', { create: true, lockMilliseconds: 0, cacheMebibytes: 1 })
  onTestFinished(() => connection.close())
  return connection
}

const numbered = (count: number): Connection => {
  const connection = connect()
  connection.run('CREATE TABLE numbers (number INTEGER PRIMARY KEY, half REAL, name TEXT)')
  connection.run(
    `WITH RECURSIVE up (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up WHERE n < ?)
     INSERT INTO numbers SELECT n, n / 2.0, iif(n % 3 = 0, NULL, 'name ' || (n * 7919 % 1000)) FROM up`,
    count
  )
  return connection
}

test.each([
  ['an index', 'SELECT number, half, name FROM numbers ORDER BY number DESC LIMIT ?'],
  ['nothing that is indexed', 'SELECT number, half, name FROM numbers ORDER BY name, number LIMIT ?'],
  [
    'streams that are merged',
    `SELECT number, half, name FROM numbers WHERE number % 2 = 0
     UNION ALL SELECT number, half, name FROM numbers WHERE number % 2 = 1 ORDER BY name DESC, number LIMIT ?`
  ]
])('a page in the order of %s has the rows that the driver gives', (_what, sql) => {
  const connection = numbered(2_000)
  const rows = connection.page(sql, 1_500)
  expect(rows).toHaveLength(1_500)
  expect(rows).toEqual(connection.all(sql, 1_500))
})

test('a page has the rows of keys in the order of the keys', () => {
  const connection = numbered(200)
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 200 })), (keys) => {
      const sql = `SELECT n.number, n.name FROM json_each(?) AS wanted CROSS JOIN numbers AS n ON n.number = wanted.value`
      const rows = connection.page<[number, string | null]>(sql, JSON.stringify(keys))
      expect(rows.map(([number]) => number)).toEqual(keys)
    })
  )
})

test('numbers, texts and nothing come as they are stored', () => {
  const connection = connect()
  const values = [2 ** 53 - 1, -1.5, "it's 😀\u0000é", null]
  expect(connection.page('SELECT ?, ?, ?, ?', ...values)).toEqual([values])
})

test('a page that fails tells why, and the next one has its own rows alone', () => {
  const connection = numbered(10)
  const failing = `SELECT iif(number < 5, number, json_extract('{', '$')) FROM numbers ORDER BY number LIMIT 10`
  expect(() => connection.page(failing)).toThrow(/JSON/)
  expect(connection.page('SELECT number FROM numbers ORDER BY number LIMIT 2')).toEqual([[1], [2]])
})
