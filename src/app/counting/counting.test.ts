import { expect, test } from 'vitest'
import { MOMENT, storeWithClock } from '../../../tests/support/stores.ts'
import { INSTANTS_PER_SECOND, SECONDS_PER_DAY } from '../../indicator/time.ts'
import { letOthersRun } from '../../platform/let-others-run.ts'
import { silentLogger } from '../../platform/log.ts'
import { keyActor } from '../audit/actor.ts'
import { auditRecord } from '../audit/audit-record.ts'
import { createCounting } from './counting.ts'
import { FLUSH_MILLISECONDS, keepCounting } from './keep-counting.ts'

const LIMITS = { perMinute: 10, perDay: 100 }

const begin = async () => {
  const { store, clock } = await storeWithClock()
  const parts = { counters: store.counters, clock, log: silentLogger }
  return { store, clock, parts, counting: createCounting(parts) }
}

test('a flush writes counts, usage and audit entries together', async () => {
  const { store, clock, counting } = await begin()
  await counting.limiter.take('key', LIMITS, MOMENT)
  counting.usage.answered({ keyId: 'key', at: MOMENT, path: '/x', status: 200, micros: 1, isLimited: false })
  counting.audit.note(auditRecord(clock, keyActor('key'), 'export_taken', { count: 1 }))
  await counting.flush()
  expect((await store.counters.requestsOf('key')).minute).toHaveLength(1)
  expect(await store.counters.requestTotals()).toEqual(new Map([['key', 1]]))
  expect(await store.audit.entries(0, 10)).toMatchObject([{ actor: 'key:key', event: 'export_taken' }])
})

test('flushes follow one another, so that nothing is written twice', async () => {
  const { store, counting } = await begin()
  for (let round = 0; round < 5; round++) {
    await counting.limiter.take('key', LIMITS, MOMENT)
    counting.usage.answered({ keyId: 'key', at: MOMENT, path: '/x', status: 200, micros: 1, isLimited: false })
  }
  await Promise.all([counting.flush(), counting.flush(), counting.flush()])
  expect((await store.counters.requestsOf('key')).minute).toMatchObject([{ count: 5 }])
  expect(await store.counters.requestTotals()).toEqual(new Map([['key', 5]]))
})

test('what rides along is written at every flush', async () => {
  const { parts } = await begin()
  let rides = 0
  const rider = async (): Promise<void> => {
    rides += 1
  }
  const counting = createCounting({ ...parts, riders: [rider] })
  await counting.flush()
  await counting.flush()
  expect(rides).toBe(2)
})

test('usage is forgotten after 90 days, once a day', async () => {
  const { store, clock, counting } = await begin()
  counting.usage.answered({ keyId: 'key', at: MOMENT, path: '/x', status: 200, micros: 1, isLimited: false })
  await counting.flush()
  const DAY = SECONDS_PER_DAY * INSTANTS_PER_SECOND
  clock.set(MOMENT + 89 * DAY)
  await counting.flush()
  expect(await store.counters.usageOf('key', 0)).not.toEqual([])
  clock.set(MOMENT + 90 * DAY)
  await counting.flush()
  expect(await store.counters.usageOf('key', 0)).toEqual([])
})

test('what is counted is written every second, and at the end', async () => {
  const { store, counting } = await begin()
  const pauses: number[] = []
  let letPass = (): void => {}
  const stop = keepCounting(counting, async (milliseconds, signal) => {
    pauses.push(milliseconds)
    await new Promise<void>((resolve) => {
      letPass = resolve
      signal.addEventListener('abort', () => resolve(), { once: true })
    })
  })
  await counting.limiter.take('one', LIMITS, MOMENT)
  letPass()
  while ((await store.counters.requestsOf('one')).minute.length === 0) await letOthersRun()
  await counting.limiter.take('two', LIMITS, MOMENT)
  await stop()
  expect((await store.counters.requestsOf('two')).minute).toHaveLength(1)
  expect(pauses.every((milliseconds) => milliseconds === FLUSH_MILLISECONDS)).toBe(true)
})
