import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { KINDS, type Kind } from '../../indicator/kind.ts'
import { NOON } from '../store-under-test.contract.ts'
import { changesAfter } from './changes.ts'
import { Connection } from './connection.ts'
import { migrate } from './migrations.ts'
import { temporaryFolder } from './temporary-folder.contract.ts'

/** How SQLite goes about the statement: https://www.sqlite.org/eqp.html */
const planOf = async (kinds: readonly Kind[] | undefined): Promise<readonly string[]> => {
  const path = join(temporaryFolder(), 'store.db')
  const connection = new Connection(path, { create: true, lockMilliseconds: 0, cacheMebibytes: 1 })
  onTestFinished(() => connection.close())
  await migrate(connection, true)
  const statement = changesAfter(kinds, NOON, 100)
  if (statement === undefined) throw new Error('the statement selects nothing')
  return connection
    .all<[number, number, number, string]>(`EXPLAIN QUERY PLAN ${statement.sql}`, ...statement.parameters)
    .map((row) => row[3])
    .filter((step) => !/^(?:MERGE|LEFT|RIGHT)/.test(step))
}

const LIVE = 'SEARCH i USING INDEX indicators_by_kind (kind=? AND confidence=? AND changed>?)'
const REMOVED = 'SEARCH i USING INDEX indicators_by_removed_kind (kind=? AND changed>?)'
const OF_KIND = [LIVE, LIVE, LIVE, REMOVED]

test('changes of all kinds merge live and removed indicators, each from an index in order', async () => {
  expect(await planOf(undefined)).toEqual([
    'SEARCH i USING INDEX indicators_by_change (changed>?)',
    'SEARCH i USING INDEX indicators_by_removal (changed>?)'
  ])
})

test('changes of some kinds visit no row of another kind', async () => {
  expect(await planOf(['cve'])).toEqual(OF_KIND)
  expect(await planOf(['cve', 'ipv4', 'cve'])).toEqual([...OF_KIND, ...OF_KIND])
  expect(await planOf(KINDS)).toEqual(KINDS.flatMap(() => OF_KIND))
})

test('changes of no kind are none', () => {
  expect(changesAfter([], NOON, 100)).toBeUndefined()
})
