import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Kind } from '../../indicator/kind.ts'
import { NOON } from '../store-under-test.contract.ts'
import { Connection } from './connection.ts'
import { migrate } from './migrations.ts'
import { temporaryFolder } from './temporary-folder.contract.ts'
import { versionsAfter } from './versions.ts'

/** How SQLite goes about the statement: https://www.sqlite.org/eqp.html */
const planOf = async (kinds: readonly Kind[] | undefined): Promise<readonly string[]> => {
  const path = join(temporaryFolder(), 'store.db')
  const connection = new Connection(path, { create: true, lockMilliseconds: 0, cacheMebibytes: 1 })
  onTestFinished(() => connection.close())
  await migrate(connection, true)
  const { sql, parameters } = versionsAfter(kinds, NOON, 100)
  return connection
    .all<[number, number, number, string]>(`EXPLAIN QUERY PLAN ${sql}`, ...parameters)
    .map((row) => row[3])
}

const IN_ORDER = ['SEARCH v USING PRIMARY KEY (superseded>?)', 'SEARCH i USING INTEGER PRIMARY KEY (rowid=?)']

test('versions are read in the order in which they are stored, without sorting', async () => {
  expect(await planOf(undefined)).toEqual(IN_ORDER)
  expect((await planOf(['cve'])).slice(0, 2)).toEqual(IN_ORDER)
  expect((await planOf(['cve'])).join()).not.toContain('TEMP B-TREE FOR ORDER')
})
