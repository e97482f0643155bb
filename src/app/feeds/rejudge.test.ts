import { expect, test } from 'vitest'
import { importInputs, textInput } from '../../../tests/support/feeds.ts'
import { defaultSettings } from '../../../tests/support/settings.ts'
import { MOMENT, storeWithClock } from '../../../tests/support/stores.ts'
import { silentLogger } from '../../platform/log.ts'
import { addToGuard } from '../guard/guard-edits.ts'
import { guardOf } from '../guard/load-guard.ts'
import { inView } from '../in-view.ts'
import { createRejudge } from './rejudge.ts'
import { acting } from '../../../tests/support/acting.ts'

const DAY = 24 * 3_600_000_000

const settings = await defaultSettings()

/** Judging of a store with one domain, and how often an indicator was held against the guard so far. */
const open = async () => {
  const { store, clock } = await storeWithClock()
  await importInputs(store, clock, [textInput('feed', 'host.example\n')])
  let judged = 0
  let failure: Error | undefined
  const guard = guardOf(store, settings, clock)
  const rejudge = createRejudge({
    store,
    clock,
    log: silentLogger,
    signal: new AbortController().signal,
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
    /** Whether it judged anything. */
    judges: async (): Promise<boolean> => {
      const before = judged
      await rejudge()
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

test('what was cut off in the middle is finished by whoever begins next', async () => {
  const { store, clock } = await storeWithClock()
  const values = Array.from({ length: 2_500 }, (_, index) => `host-${index}.bad.example`)
  await importInputs(store, clock, [textInput('feed', values.join('\n'))])
  await addToGuard(acting(store, clock), 'bad.example', { mode: 'block', why: undefined, until: undefined })
  const guard = guardOf(store, settings, clock)
  const withheld = async (): Promise<number> => inView(store, async (view) => (await view.stats()).withheld)

  const stopping = new AbortController()
  let pages = 0
  const cut = createRejudge({
    store,
    clock,
    log: silentLogger,
    signal: stopping.signal,
    guard: async () => {
      pages += 1
      // Once to look, once to write, and the page after that is not begun.
      if (pages === 2) stopping.abort()
      return guard()
    }
  })
  await expect(cut()).rejects.toThrow('aborted')
  const before = await withheld()
  expect(before).toBeGreaterThan(0)
  expect(before).toBeLessThan(values.length)

  const said: unknown[] = []
  const say = (_message: string, fields: unknown): void => void said.push(fields)
  const log = { info: say, warn: say, error: say }
  await createRejudge({ store, clock, log, guard, signal: new AbortController().signal })()
  expect(await withheld()).toBe(values.length)
  expect(said).toEqual([{ guarded: values.length - before, returned: 0 }])
})
