import { expect, test } from 'vitest'
import { MOMENT, scratchStore } from '../../../tests/support/stores.ts'
import { INSTANTS_PER_SECOND, SECONDS_PER_DAY } from '../../indicator/time.ts'
import type { CounterStore } from '../../store/counter-store.ts'
import { usageOfKey } from './usage-of-key.ts'
import { UsageNotes, type AnsweredRequest } from './usage-notes.ts'

const DAY = SECONDS_PER_DAY * INSTANTS_PER_SECOND

const request = (parts: Partial<AnsweredRequest> = {}): AnsweredRequest => ({
  keyId: 'key',
  at: MOMENT,
  path: '/api/v1/iocs',
  status: 200,
  micros: 2_000,
  isLimited: false,
  ...parts
})

const write = async (counters: CounterStore, notes: UsageNotes): Promise<void> => {
  await counters.write({ now: MOMENT, requests: [], usage: notes.take(), audit: [] })
}

test('the use of a key has figures by status, path, day and hour', async () => {
  const { counters } = await scratchStore()
  const notes = new UsageNotes()
  for (let index = 0; index < 6; index++) notes.answered(request())
  notes.answered(request({ status: 304, path: '/api/v1/iocs/sigma' }))
  notes.answered(request({ status: 429, isLimited: true, micros: 100 }))
  notes.answered(request({ status: 503, micros: 80_000 }))
  notes.answered(request({ at: MOMENT - DAY, status: 404 }))
  notes.answered(request({ keyId: 'other' }))
  notes.peak({ keyId: 'key', at: MOMENT, minute: 7, day: 9 })
  notes.peak({ keyId: 'key', at: MOMENT, minute: 5, day: 10 })
  await write(counters, notes)

  const usage = await usageOfKey(counters, 'key', 2, MOMENT)
  expect(usage).toMatchObject({
    key_id: 'key',
    window_days: 2,
    total_requests: 10,
    successful: 7,
    client_errors: 2,
    server_errors: 1,
    success_rate: 0.7,
    avg_response_time_ms: 9.61,
    rate_limit_peak_per_minute: 7,
    rate_limit_peak_per_day: 10,
    top_endpoints: [
      { path: '/api/v1/iocs', count: 9 },
      { path: '/api/v1/iocs/sigma', count: 1 }
    ],
    by_status: { 200: 6, 304: 1, 404: 1, 429: 1, 503: 1 },
    daily: [
      { date: '2026-05-16', requests: 1, errors: 1 },
      { date: '2026-05-17', requests: 9, errors: 2 }
    ],
    rate_limit_hits_by_hour: [{ hour: '2026-05-17T10:00:00Z', count: 1 }]
  })
  expect(usage.latency_p50_ms).toBeGreaterThan(1.8)
  expect(usage.latency_p50_ms).toBeLessThan(2.2)
  expect(usage.latency_p99_ms).toBeGreaterThan(73)
  expect(usage.latency_p99_ms).toBeLessThan(88)
})

test('a key that was never used has every day, and nothing on it', async () => {
  const { counters } = await scratchStore()
  const usage = await usageOfKey(counters, 'key', 30, MOMENT)
  expect(usage).toMatchObject({ total_requests: 0, success_rate: 1, avg_response_time_ms: 0, latency_p99_ms: 0 })
  expect(usage.daily).toHaveLength(30)
})

test('after the clock stepped back, days that have not come yet do not show', async () => {
  const { counters } = await scratchStore()
  const notes = new UsageNotes()
  notes.answered(request({ at: MOMENT + 3 * DAY }))
  notes.answered(request())
  await write(counters, notes)
  expect(await usageOfKey(counters, 'key', 2, MOMENT)).toMatchObject({ total_requests: 1 })
})

test('what could not be written is put back, and adds up with what has come since', async () => {
  const { counters } = await scratchStore()
  const notes = new UsageNotes()
  notes.answered(request())
  notes.peak({ keyId: 'key', at: MOMENT, minute: 3, day: 3 })
  const taken = notes.take()
  notes.answered(request())
  notes.peak({ keyId: 'key', at: MOMENT, minute: 2, day: 4 })
  notes.putBack(taken)
  await write(counters, notes)
  expect(await usageOfKey(counters, 'key', 1, MOMENT)).toMatchObject({
    total_requests: 2,
    rate_limit_peak_per_minute: 3,
    rate_limit_peak_per_day: 4
  })
  expect(notes.take()).toEqual([])
})
