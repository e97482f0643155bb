import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { scratchFolder } from '../../../tests/support/scratch.ts'
import { MOMENT } from '../../../tests/support/stores.ts'
import { settableClock } from '../../platform/clock.ts'
import { chainHash } from '../../store/audit-chain.ts'
import type { AuditHead } from '../../store/audit-store.ts'
import { Database } from '../../store/sqlite/driver.ts'
import { openSqliteStore } from '../../store/sqlite/sqlite-store.ts'
import { userActor } from './actor.ts'
import { auditRecord } from './audit-record.ts'
import { verifyAudit } from './verify-audit.ts'

const CLOCK = settableClock(MOMENT)

const record = (feed: string) => auditRecord(CLOCK, userActor('tester'), 'feed_added', { feed })

/** Room for a store, and what somebody does to its database who has it to himself. */
const newPlace = async () => {
  const path = join(await scratchFolder(), 'sigmill.db')
  const open = async () => {
    const store = await openSqliteStore(path, { now: () => MOMENT, acceptClock: false, create: true })
    onTestFinished(async () => store.close())
    return store
  }
  const tamper = (sql: string): void => {
    const database = new Database(path)
    for (const trigger of ['audit_is_not_changed', 'audit_is_not_removed']) database.exec(`DROP TRIGGER ${trigger}`)
    database.exec(sql)
    database.close()
  }
  return { path, open, tamper }
}

const filled = async () => {
  const place = await newPlace()
  const { audit } = await place.open()
  await audit.append(['A', 'B', 'C', 'D'].map(record))
  const verify = async (expected?: AuditHead): Promise<AuditHead> => verifyAudit((await place.open()).audit, expected)
  return { ...place, audit, verify }
}

describe('a trail that nobody touched', () => {
  test('gives its head, also when it is empty', async () => {
    const { audit, verify } = await filled()
    expect(await verify()).toEqual(await audit.head())
    const empty = await (await newPlace()).open()
    expect(await verifyAudit(empty.audit)).toEqual({ count: 0, hash: '0'.repeat(64) })
  })

  test('goes on from every head that was noted earlier', async () => {
    const { audit, verify } = await filled()
    const noted = await audit.head()
    await audit.append([record('E')])
    expect(await verify(noted)).toMatchObject({ count: 5 })
  })

  test('lets nobody change or remove an entry through its database', async () => {
    const { path } = await filled()
    const database = new Database(path)
    onTestFinished(() => void database.close())
    expect(() => database.exec("UPDATE audit SET actor = 'user:other'")).toThrow('never changed')
    expect(() => database.exec('DELETE FROM audit')).toThrow('never removed')
  })
})

describe('a trail that somebody touched', () => {
  test.each([
    ['an actor', "UPDATE audit SET actor = 'user:other' WHERE number = 3", 3],
    ['a time', 'UPDATE audit SET at = at + 1 WHERE number = 2', 2],
    ['an event', "UPDATE audit SET event = 'feed_removed' WHERE number = 1", 1],
    ['a detail', `UPDATE audit SET details = '{"feed":"Z"}' WHERE number = 4`, 4],
    ['details that are no JSON any more', "UPDATE audit SET details = '{' WHERE number = 2", 2],
    ['a hash', "UPDATE audit SET hash = 'x' WHERE number = 2", 2],
    ['an entry in the middle', 'DELETE FROM audit WHERE number = 2', 2],
    ['the first entry', 'DELETE FROM audit WHERE number = 1', 1],
    ['the last entry', 'DELETE FROM audit WHERE number = 4', 4],
    ['all entries', 'DELETE FROM audit', 1],
    ['the head', "UPDATE audit_head SET hash = 'x'", 4],
    [
      'the order of two',
      'UPDATE audit SET number = -number WHERE number IN (2, 3); UPDATE audit SET number = 5 + number WHERE number < 0',
      2
    ]
  ])('is broken where %s was changed', async (_what, sql, entry) => {
    const { tamper, verify } = await filled()
    tamper(sql)
    await expect(verify()).rejects.toMatchObject({ code: 'audit_broken', details: { entry } })
  })

  test('is broken where an entry was added behind the head, though its hash goes on from it', async () => {
    const { audit, tamper, verify } = await filled()
    const [last] = await audit.last({}, 1)
    const text = JSON.stringify([5, MOMENT, 'user:other', 'feed_added', '{"feed":"Z"}'])
    const hash = chainHash(last?.hash ?? '', text)
    tamper(`INSERT INTO audit (number, at, actor, event, details, hash)
      VALUES (5, ${MOMENT}, 'user:other', 'feed_added', '{"feed":"Z"}', '${hash}')`)
    const verified = verify()
    await expect(verified).rejects.toMatchObject({ code: 'audit_broken', details: { entry: 5 } })
    await expect(verified).rejects.toThrow('the head of the trail knows nothing of it')
  })

  test('and made anew from end to end is told by a head that was noted elsewhere', async () => {
    const { audit, verify } = await filled()
    const noted = await audit.head()
    const other = await (await newPlace()).open()
    await other.audit.append(['A', 'X', 'C', 'D', 'E'].map(record))
    await expect(verifyAudit(other.audit, noted)).rejects.toMatchObject({ details: { entry: 4 } })
    const short = await (await newPlace()).open()
    await short.audit.append([record('A')])
    await expect(verifyAudit(short.audit, noted)).rejects.toMatchObject({ details: { entry: 2 } })
    expect(await verify(noted)).toEqual(noted)
  })
})
