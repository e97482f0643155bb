import { setImmediate as checkPhase } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createTurnLooks } from '../../src/http/gate/turn-looks.ts'
import { settableClock } from '../../src/platform/clock.ts'
import { MOMENT, scratchStore } from '../support/stores.ts'

test('requests of one turn share a look, and those of the next have their own', async () => {
  const store = await scratchStore()
  const lookOf = createTurnLooks({ store, clock: settableClock(MOMENT) })
  const [first, second] = [lookOf(), lookOf()]
  const [seen, seenToo] = [first(), second()]
  expect(await seen).toBe(await seenToo)
  await store.keys.setSecretMark('mark')
  await checkPhase()
  expect((await lookOf()()).keyVersion).toBe(1)
  expect((await first()).keyVersion).toBe(0)
})

test('a look is shared for a millisecond at most, however long its turn is', async () => {
  const store = await scratchStore()
  const clock = settableClock(MOMENT)
  const lookOf = createTurnLooks({ store, clock })
  const first = lookOf()()
  await store.keys.setSecretMark('mark')
  const shared = lookOf()()
  clock.set(MOMENT + 1_000)
  const second = lookOf()()
  expect(await Promise.all([first, shared, second].map(async (seen) => (await seen).keyVersion))).toEqual([0, 0, 1])
})
