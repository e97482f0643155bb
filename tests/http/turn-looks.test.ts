import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createTurnLooks } from '../../src/http/turn-looks.ts'
import { scratchStore } from '../support/stores.ts'

test('requests of one turn share a look, and those of the next have their own', async () => {
  const store = await scratchStore()
  const lookOf = createTurnLooks({ store })
  const [first, second] = [lookOf(), lookOf()]
  const [seen, seenToo] = [first(), second()]
  expect(await seen).toBe(await seenToo)
  await store.keys.setSecretMark('mark')
  await nextTurn()
  await nextTurn()
  expect((await lookOf()()).keyVersion).toBe(1)
  expect((await first()).keyVersion).toBe(0)
})
