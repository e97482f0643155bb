import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Connection } from './connection.ts'
import { migrate } from './migrations.ts'
import { STATEMENTS_EVER, STATEMENTS_THEN } from './statements.ts'
import { temporaryFolder } from './temporary-folder.contract.ts'

/** How SQLite finds the rows of a statement: https://www.sqlite.org/eqp.html */
const searchesOf = async (sql: string): Promise<readonly string[]> => {
  const path = join(temporaryFolder(), 'store.db')
  const connection = new Connection(path, { create: true, lockMilliseconds: 0, cacheMebibytes: 1 })
  onTestFinished(() => connection.close())
  await migrate(connection, true)
  return connection
    .all<[number, number, number, string]>(`EXPLAIN QUERY PLAN ${sql}`, '[]', '[]')
    .map((row) => row[3])
    .filter((step) => step.startsWith('SEARCH') || step.startsWith('SCAN'))
}

const INDICATOR = 'SEARCH i USING INDEX indicators_by_value (kind=? AND value=?)'
const FEED = 'SEARCH f USING INTEGER PRIMARY KEY (rowid=?)'
const WANTED = 'SCAN wanted VIRTUAL TABLE INDEX 1:'

test('what was said with one change is looked up by key alone', async () => {
  expect(await searchesOf(STATEMENTS_THEN)).toEqual([
    WANTED,
    INDICATOR,
    'SEARCH s USING PRIMARY KEY (row_id=?)',
    FEED,
    WANTED,
    INDICATOR,
    'SEARCH s USING PRIMARY KEY (row_id=? AND changed=?)',
    FEED
  ])
})

test('what was ever said is looked up by key alone', async () => {
  const [ofStored, ofVersions] = [INDICATOR, INDICATOR.replace('USING', 'USING COVERING')].map((indicator) => [
    WANTED,
    indicator,
    'SEARCH s USING PRIMARY KEY (row_id=?)',
    FEED
  ])
  expect(await searchesOf(STATEMENTS_EVER)).toEqual([...(ofStored ?? []), ...(ofVersions ?? [])])
})
