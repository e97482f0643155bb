import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { IdRange } from '../indicator-store.ts'
import { A_DAY } from '../samples.contract.ts'
import { Connection } from './connection.ts'
import { idWalk } from './id-walk.ts'
import { migrate } from './migrations.ts'
import { temporaryFolder } from './temporary-folder.contract.ts'

/** How SQLite goes about a walk: https://www.sqlite.org/eqp.html */
const planOf = async (range: Partial<IdRange>, behind?: string): Promise<readonly string[]> => {
  const path = join(temporaryFolder(), 'store.db')
  const connection = new Connection(path, { create: true, lockMilliseconds: 0, cacheMebibytes: 1 })
  onTestFinished(() => connection.close())
  await migrate(connection, true)
  const whole: IdRange = { kind: 'url', confidence: 'low', industries: undefined, lastSeenFrom: A_DAY, prefix: '' }
  const { sql, parameters } = idWalk({ ...whole, ...range }, behind, 100)
  return connection
    .all<[number, number, number, string]>(`EXPLAIN QUERY PLAN ${sql}`, ...parameters)
    .map((row) => row[3])
}

const SEEK = 'SEARCH i USING INDEX indicators_by_id (kind=? AND confidence=? AND <expr>>?'
/** Of the few ids that share their first digits. */
const SORT = 'USE TEMP B-TREE FOR LAST TERM OF ORDER BY'

test('a walk by id reads one stretch of an index, and sorts only ids that begin alike', async () => {
  expect(await planOf({})).toEqual([`${SEEK})`, SORT])
  expect(await planOf({}, '3f2a91c0-0000-5000-8000-000000000001')).toEqual([`${SEEK})`, SORT])
  expect(await planOf({ prefix: '3f' })).toEqual([`${SEEK} AND <expr><?)`, SORT])
})
