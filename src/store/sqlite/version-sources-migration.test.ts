import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { A_DAY } from '../samples.contract.ts'
import { NOON } from '../store-under-test.contract.ts'
import { Database } from './driver.ts'
import { indicatorsAndKeys } from './migrations/0001-indicators-and-keys.ts'
import { lifeOfIndicators } from './migrations/0002-life-of-indicators.ts'
import { openSqliteStore } from './sqlite-store.ts'
import { temporaryFolder } from './temporary-folder.contract.ts'

/** A store as it was before versions kept their sources, with an indicator that had changed once. */
const oldStore = (): string => {
  const path = join(temporaryFolder(), 'store.db')
  const database = new Database(path)
  database.pragma('application_id = 0x7369676d')
  for (const { sql } of [indicatorsAndKeys, lifeOfIndicators]) database.exec(sql)
  database.exec(`
    UPDATE meta SET schema_version = 2, oldest_program = 2, position = ${NOON + 1}, last_stamp = ${NOON + 1};
    INSERT INTO feeds VALUES (1, 'Alpha');
    INSERT INTO feed_sets VALUES (1, x'00', '["Alpha"]');
    INSERT INTO contexts VALUES (1, x'00', '{}');
    INSERT INTO indicators
      (row_id, kind, value, rule_id, confidence, last_seen, added, changed, feed_set, context, reason)
      VALUES (1, 2, 'a.example', 'id', 1, ${A_DAY}, ${NOON}, ${NOON + 1}, 1, 1, 1);
    INSERT INTO sources (row_id, feed_id, confidence, last_seen, context) VALUES (1, 1, 1, ${A_DAY}, 1);
    INSERT INTO versions VALUES (${NOON + 1}, 1, ${NOON}, 0, NULL, ${A_DAY}, NULL, NULL, 1, 1);
  `)
  database.close()
  return path
}

/** What a program writes that knows no newer schema than the one before, in the order in which it does. */
const OLD_STATEMENTS = [
  `INSERT INTO sources (row_id, feed_id, confidence, first_seen, last_seen, valid_until, context)
     VALUES (1, 1, 2, NULL, ${A_DAY}, NULL, 1)
     ON CONFLICT (row_id, feed_id) DO UPDATE SET confidence = excluded.confidence`,
  `INSERT INTO sources (row_id, feed_id, confidence, first_seen, last_seen, valid_until, context)
     VALUES (2, 1, 2, NULL, ${A_DAY}, NULL, 1)`,
  `INSERT INTO versions
     (superseded, row_id, changed, confidence, first_seen, last_seen, no_rule, guarded_by, feed_set, context)
     SELECT changed + 1, row_id, changed, confidence, first_seen, last_seen, no_rule, guarded_by, feed_set, context
     FROM indicators WHERE row_id = 1`,
  'DELETE FROM versions WHERE superseded <= 0'
]

test('in an older store sources are as old as their indicator, and versions reach back to the upgrade', async () => {
  const store = await openSqliteStore(oldStore(), { now: () => NOON, acceptClock: false, create: false })
  onTestFinished(async () => store.close())
  const view = await store.view()
  const [change] = await view.changes(undefined, 0, 10)
  const [said] = await view.everSaid(change === undefined ? [] : [change.indicator])
  expect(said).toMatchObject([{ at: NOON + 1, statements: [{ feed: 'Alpha', since: NOON }] }])
  expect(await view.history()).toEqual({ versionsFrom: NOON + 1, removalsFrom: 0 })
  expect(await view.versions(undefined, 0, 10)).toEqual([])
  await view.close()
})

test('an older program that has the store open writes nothing more that lacks what is kept of sources', async () => {
  const path = oldStore()
  const old = new Database(path)
  onTestFinished(() => void old.close())
  const first = old.prepare(OLD_STATEMENTS[0] ?? '')
  first.run()
  const store = await openSqliteStore(path, { now: () => NOON, acceptClock: false, create: false })
  onTestFinished(async () => store.close())
  expect(() => first.run()).toThrow('sources.since')
  for (const statement of OLD_STATEMENTS) expect(() => old.prepare(statement).run()).toThrow(Database.SqliteError)
})
