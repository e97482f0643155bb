import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts'
import { scratchFolder } from '../../tests/support/scratch.ts'
import { createTurnLooks } from './turn-looks.ts'

test('requests of one turn share a look, and those of the next have their own', async () => {
  const path = `${await scratchFolder()}/sigmill.db`
  const store = await openSqliteStore(path, { now: () => 0, acceptClock: true, create: true })
  const lookOf = createTurnLooks({ store })
  const [first, second] = [lookOf(), lookOf()]
  const [seen, seenToo] = [first(), second()]
  expect(await seen).toBe(await seenToo)
  await store.keys.setSecretMark('mark')
  await nextTurn()
  await nextTurn()
  expect((await lookOf()()).keyVersion).toBe(1)
  expect((await first()).keyVersion).toBe(0)
  await store.close()
})
