import { describe, expect, test } from 'vitest'
import { usageOfKey } from '../../src/app/usage/usage-of-key.ts'
import { MOMENT } from '../support/stores.ts'
import { errorOf } from './ask.ts'
import { startServer, withTier, type TestServer } from './test-server.ts'

const LIST = '/api/v1/iocs'
const SECOND = 1_000_000

/** Another server on the store of one that has stopped. */
const restarted = async (server: TestServer): Promise<TestServer> => {
  await server.close()
  return startServer({ over: { store: server.store, clock: server.clock } })
}

const left = async (server: TestServer, key: string): Promise<string> =>
  String((await server.ask(LIST, { key })).headers['x-ratelimit-remaining'])

describe('a server that starts anew', () => {
  test('knows what was counted before', async () => {
    const first = await startServer()
    for (let used = 0; used < 4; used++) await first.ask(LIST, { key: first.free })
    await first.counting.flush()
    const second = await restarted(first)
    expect(await left(second, first.free)).toBe('5')
  })

  test('knows nothing of what was not written: a second of requests at the most', async () => {
    const first = await startServer()
    await first.ask(LIST, { key: first.free })
    await first.counting.flush()
    await first.ask(LIST, { key: first.free })
    const second = await restarted(first)
    expect(await left(second, first.free)).toBe('8')
  })

  test('after the clock stepped back holds nobody off longer than a minute', async () => {
    const first = await startServer()
    first.clock.set(MOMENT + 7_200 * SECOND)
    for (let used = 0; used < 10; used++) await first.ask(LIST, { key: first.free })
    await first.counting.flush()
    first.clock.set(MOMENT)
    const second = await restarted(first)
    const refused = await second.ask(LIST, { key: first.free })
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '60'])
    second.clock.set(MOMENT + 60 * SECOND)
    expect((await second.ask(LIST, { key: first.free })).status).toBe(200)
  })
})

test('a flush that fails keeps everything for the next one, and says so', async () => {
  const server = await startServer()
  await server.ask(LIST)
  await server.store.close()
  await server.counting.flush()
  await server.counting.flush()
  expect(server.log.filter((line) => line.includes('counts not written'))).toHaveLength(2)
})

test('the use of a key is kept by status, path and peak', async () => {
  const server = await startServer({ settings: withTier('free', { requestsPerMinute: 2 }) })
  await server.import('198.51.100.1')
  await server.ask(`${LIST}?type=ipv4`, { key: server.free })
  await server.ask('/api/v1/pipelines/splunk-cim', { key: server.free })
  expect(errorOf((await server.ask(LIST, { key: server.free })).text).code).toBe('rate_limit_exceeded')
  await server.close()
  await server.counting.flush()
  const ids = [...(await server.store.counters.requestTotals()).keys()]
  expect(ids).toHaveLength(1)
  expect(await usageOfKey(server.store.counters, ids[0] ?? '', 1, MOMENT)).toMatchObject({
    total_requests: 3,
    by_status: { 200: 2, 429: 1 },
    rate_limit_peak_per_minute: 2,
    rate_limit_hits_by_hour: [{ hour: '2026-05-17T10:00:00Z', count: 1 }],
    top_endpoints: [
      { path: LIST, count: 2 },
      { path: '/api/v1/pipelines/{name}', count: 1 }
    ]
  })
})

test('a clock that steps back during a request makes it take no time', async () => {
  const server = await startServer()
  server.clock.set(MOMENT + 100 * SECOND)
  const asking = server.ask(LIST)
  server.clock.set(MOMENT)
  await asking
  await server.close()
  const times = server.log.map((line) => (JSON.parse(line) as { ms: number }).ms)
  expect(times).toEqual([0])
})
