import { expect, test } from 'vitest'
import { importInputs, textInput } from '../../../tests/support/feeds.ts'
import { defaultSettings } from '../../../tests/support/settings.ts'
import { MOMENT, storeWithClock } from '../../../tests/support/stores.ts'
import { silentLogger } from '../../platform/log.ts'
import { addToGuard } from '../guard-edits.ts'
import { guardOf } from '../guard.ts'
import { createUpkeep } from './upkeep.ts'
import { acting } from '../../../tests/support/acting.ts'

const DAY = 24 * 3_600_000_000

const settings = await defaultSettings()

/** Upkeep of a store with one domain, and how often an indicator was held against the guard so far. */
const open = async () => {
  const { store, clock } = await storeWithClock()
  await importInputs(store, clock, [textInput('feed', 'host.example\n')])
  let judged = 0
  let failure: Error | undefined
  const guard = guardOf(store, settings, clock)
  const upkeep = createUpkeep({
    store,
    settings,
    clock,
    log: silentLogger,
    async guard() {
      if (failure !== undefined) throw failure
      judged += 1
      return guard()
    }
  })
  return {
    store,
    clock,
    fail: (error: Error | undefined) => {
      failure = error
    },
    /** Whether this upkeep judged anything. */
    judges: async (): Promise<boolean> => {
      const before = judged
      await upkeep()
      return judged > before
    }
  }
}

test('indicators are judged once by the same guard on the same day', async () => {
  const { store, clock, judges } = await open()
  expect([await judges(), await judges()]).toEqual([true, false])
  clock.set(MOMENT + DAY)
  expect([await judges(), await judges()]).toEqual([true, false])
  await addToGuard(acting(store, clock), 'other.example', { mode: 'block', why: undefined, until: undefined })
  expect([await judges(), await judges()]).toEqual([true, false])
})

test('a judging that failed is made up for', async () => {
  const { fail, judges } = await open()
  fail(new Error('unreadable'))
  await expect(judges()).rejects.toThrow('unreadable')
  fail(undefined)
  expect([await judges(), await judges()]).toEqual([true, false])
})
