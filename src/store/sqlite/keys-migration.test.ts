import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { NOON } from '../store-under-test.contract.ts'
import { Database } from './driver.ts'
import { indicatorsAndKeys } from './migrations/0001-indicators-and-keys.ts'
import { lifeOfIndicators } from './migrations/0002-life-of-indicators.ts'
import { fetchedFeeds } from './migrations/0003-fetched-feeds.ts'
import { guard } from './migrations/0004-guard.ts'
import { openSqliteStore } from './sqlite-store.ts'
import { temporaryFolder } from './temporary-folder.contract.ts'

const MARK = 'm'.repeat(64)

/** A store as it was before keys had more than one secret, with a live key and a revoked one. */
const oldStore = (): string => {
  const path = join(temporaryFolder(), 'store.db')
  const database = new Database(path)
  database.pragma('application_id = 0x7369676d')
  for (const { sql } of [indicatorsAndKeys, lifeOfIndicators, fetchedFeeds, guard]) database.exec(sql)
  database.exec(`UPDATE meta SET schema_version = 4, oldest_program = 2, secret_mark = '${MARK}', key_version = 4`)
  const insert = database.prepare(
    `INSERT INTO keys (id, hash, hint, account, name, tier, scopes, created, revoked_at, revoked_why)
     VALUES (?, ?, ?, 'default', 'old', 'pro', '["read:iocs"]', ?, ?, ?)`
  )
  insert.run('live', 'a'.repeat(64), 'zIc8', NOON, null, null)
  insert.run('gone', 'b'.repeat(64), 'Xy12', NOON + 1, NOON + 2, 'leaked')
  database.close()
  return path
}

test('keys of an older store go on to hold as they are, and revoked ones stay revoked', async () => {
  const store = await openSqliteStore(oldStore(), { now: () => NOON, acceptClock: false, create: false })
  onTestFinished(async () => store.close())
  const secret = { hash: 'a'.repeat(64), mark: MARK, hint: 'zIc8', until: undefined }
  const live = {
    id: 'live',
    account: 'default',
    name: 'old',
    tier: 'pro',
    scopes: ['read:iocs'],
    networks: [],
    maxTlp: undefined,
    feeds: [],
    created: NOON,
    expires: undefined,
    revoked: undefined,
    hint: 'zIc8',
    secrets: [secret],
    lastUsed: undefined
  }
  const revoked = { at: NOON + 2, why: 'leaked' }
  const gone = { ...live, id: 'gone', created: NOON + 1, hint: 'Xy12', revoked, secrets: [] }
  expect(await store.keys.list()).toEqual([live, gone])
  expect(await store.keys.findBySecret([secret.hash])).toEqual({ key: live, secret })
  expect(await store.keys.findBySecret(['b'.repeat(64)])).toBeUndefined()
  expect(await store.keys.secretMarks()).toEqual({ current: MARK, former: undefined })
  expect((await store.state()).keyVersion).toBe(4)
})
