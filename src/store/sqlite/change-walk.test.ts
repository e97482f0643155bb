import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { ChangeRange, IndicatorFilter } from '../indicator-store.ts'
import { A_DAY, EVERYTHING, WHOLE_RANGE } from '../samples.contract.ts'
import { NOON } from '../store-under-test.contract.ts'
import { changeWalk } from './change-walk.ts'
import { Connection } from './connection.ts'
import { migrate } from './migrations.ts'
import { temporaryFolder } from './temporary-folder.contract.ts'

/** How SQLite goes about a walk: https://www.sqlite.org/eqp.html */
const planOf = async (range: ChangeRange): Promise<readonly string[]> => {
  const path = join(temporaryFolder(), 'store.db')
  const connection = new Connection(path, { create: true, lockMilliseconds: 0, cacheMebibytes: 1 })
  onTestFinished(() => connection.close())
  await migrate(connection, true)
  const walk = changeWalk(range, 100, undefined)
  if (walk === undefined) throw new Error('the walk selects nothing')
  return connection
    .all<[number, number, number, string]>(`EXPLAIN QUERY PLAN ${walk.sql}`, ...walk.parameters)
    .map((row) => row[3])
    .filter((step) => !/^(?:MERGE|LEFT|RIGHT)/.test(step))
}

const walkOf = async (filter: Partial<IndicatorFilter>): Promise<readonly string[]> =>
  planOf({
    ...WHOLE_RANGE,
    filter: { ...EVERYTHING, lastSeenFrom: A_DAY, ...filter },
    after: NOON,
    order: 'newest-first'
  })

const BY_KIND = 'SEARCH i USING COVERING INDEX indicators_by_kind (kind=? AND confidence=? AND changed>?)'

test('a walk without a filter reads one index and nothing else', async () => {
  expect(await walkOf({})).toEqual(['SEARCH i USING COVERING INDEX indicators_by_change (changed>?)'])
})

test('a walk of kinds and confidences merges one stretch of an index for each pair', async () => {
  expect(await walkOf({ kinds: ['ipv4', 'url'], confidences: ['high'] })).toEqual([BY_KIND, BY_KIND])
  expect(await walkOf({ kinds: ['ipv4'] })).toEqual([BY_KIND, BY_KIND, BY_KIND])
  expect(await walkOf({ confidences: ['high'] })).toEqual(Array.from({ length: 10 }, () => BY_KIND))
})

test('a walk of industries reads only what is listed under them', async () => {
  const plan = await walkOf({ industries: ['energy', 'energy'] })
  expect(plan).toEqual([
    'SEARCH s USING PRIMARY KEY (sector=? AND changed>?)',
    'SEARCH i USING INTEGER PRIMARY KEY (rowid=?)'
  ])
})

test('a walk of several industries merges their lists in order, and sorts nothing', async () => {
  const plan = await walkOf({ industries: ['energy', 'dams', 'chemical'] })
  expect(plan.filter((step) => step === 'SEARCH s USING PRIMARY KEY (sector=? AND changed>?)')).toHaveLength(3)
  expect(plan.filter((step) => step.includes('TEMP B-TREE'))).toEqual([])
})

test('a walk through nothing is none', () => {
  for (const nothing of [{ kinds: [] }, { confidences: [] }, { industries: [] }]) {
    expect(changeWalk({ ...WHOLE_RANGE, filter: { ...EVERYTHING, ...nothing } }, 10, undefined)).toBeUndefined()
  }
})
