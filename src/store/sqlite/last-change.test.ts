import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { NOON } from '../store-under-test.contract.ts'
import { Connection } from './connection.ts'
import { LAST_CHANGES } from './last-change.ts'
import { migrate } from './migrations.ts'
import { temporaryFolder } from './temporary-folder.contract.ts'

test('the last change before a position is looked up from the end of an index, without sorting or walking', async () => {
  const path = join(temporaryFolder(), 'store.db')
  const connection = new Connection(path, { create: true, lockMilliseconds: 0, cacheMebibytes: 1 })
  onTestFinished(() => connection.close())
  await migrate(connection, true)
  // https://www.sqlite.org/eqp.html
  const plans = LAST_CHANGES.map((sql) =>
    connection.all<[number, number, number, string]>(`EXPLAIN QUERY PLAN ${sql}`, NOON).map((row) => row[3])
  )
  expect(plans).toEqual([
    ['SEARCH indicators USING COVERING INDEX indicators_by_change (changed<?)'],
    ['SEARCH indicators USING INDEX indicators_by_removal (changed<?)'],
    ['SEARCH past_versions USING COVERING INDEX versions_by_change (changed<?)'],
    ['SEARCH returns USING INTEGER PRIMARY KEY (rowid<?)'],
    ['SCAN meta'],
    ['SCAN meta']
  ])
})
