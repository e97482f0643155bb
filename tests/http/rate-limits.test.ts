import { describe, expect, test } from 'vitest'
import { MOMENT } from '../support/stores.ts'
import { errorOf, type Asked } from './ask.ts'
import { startServer, withTier, type TestServer } from './test-server.ts'

const LIST = '/api/v1/iocs'
const SECOND = 1_000_000
const START = MOMENT / SECOND

const window = ({ headers }: Asked): readonly (string | string[] | undefined)[] => [
  headers['x-ratelimit-limit'],
  headers['x-ratelimit-remaining'],
  headers['x-ratelimit-reset']
]

const askFree = async (server: TestServer): Promise<Asked> => server.ask(LIST, { key: server.free })

describe('the minute', () => {
  test('every answer says what is left, and when the oldest bucket leaves', async () => {
    const server = await startServer()
    expect(window(await askFree(server))).toEqual(['10', '9', String(START + 60)])
    server.clock.set(MOMENT + 30 * SECOND)
    expect(window(await askFree(server))).toEqual(['10', '8', String(START + 60)])
  })

  test('when nothing is left, 429 says when the next request passes, and does not count', async () => {
    const server = await startServer()
    for (let used = 0; used < 10; used++) expect((await askFree(server)).status).toBe(200)
    server.clock.set(MOMENT + 20 * SECOND)
    const refused = await askFree(server)
    expect(refused.status).toBe(429)
    expect(errorOf(refused.text)).toMatchObject({
      code: 'rate_limit_exceeded',
      message: 'You have exceeded your request limit. Check the X-RateLimit-Reset header for when your quota resets.'
    })
    expect(window(refused)).toEqual(['10', '0', String(START + 60)])
    expect(refused.headers['retry-after']).toBe('40')
    expect(window(await askFree(server))).toEqual(window(refused))
  })

  test('whoever waits as told gets in', async () => {
    const server = await startServer()
    for (let used = 0; used < 11; used++) await askFree(server)
    const { headers } = await askFree(server)
    server.clock.set(MOMENT + Number(headers['retry-after']) * SECOND)
    expect((await askFree(server)).status).toBe(200)
  })
})

describe('the day', () => {
  test('is shown once less of it is left', async () => {
    const server = await startServer({ settings: withTier('free', { requestsPerDay: 3 }) })
    expect(window(await askFree(server)).slice(0, 2)).toEqual(['3', '2'])
    await askFree(server)
    server.clock.set(MOMENT + 120 * SECOND)
    await askFree(server)
    const refused = await askFree(server)
    expect(refused.status).toBe(429)
    expect(window(refused).slice(0, 2)).toEqual(['3', '0'])
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3_600)
  })
})

describe('what counts', () => {
  test('HEAD, 304 and later refusals count', async () => {
    const server = await startServer()
    const { headers } = await askFree(server)
    await server.ask(LIST, { key: server.free, method: 'HEAD' })
    const unchanged = await server.ask(LIST, { key: server.free, headers: { 'if-none-match': headers.etag } })
    expect(unchanged.status).toBe(304)
    expect((await server.ask(`${LIST}?type=x`, { key: server.free })).status).toBe(400)
    expect((await server.ask('/api/v1/iocs/sigma', { key: server.free })).status).toBe(403)
    expect(window(await askFree(server))[1]).toBe('4')
  })

  test('refusals before the key is known to hold do not count', async () => {
    const server = await startServer()
    await server.ask('/nowhere', { key: server.free })
    await server.ask(LIST, { key: server.free, method: 'POST' })
    await server.ask(`${LIST}?api_key=x`, { key: server.free })
    await server.ask(LIST, { key: server.free, headers: { 'x-api-key': server.pro } })
    expect(window(await askFree(server))[1]).toBe('9')
  })

  test('keys have windows of their own', async () => {
    const server = await startServer()
    await askFree(server)
    expect(window(await server.ask(LIST))[1]).toBe('999')
  })

  test('probes neither need a key nor show a window', async () => {
    const server = await startServer()
    for (const path of ['/healthz', '/readyz']) {
      const { status, headers } = await server.ask(path, { key: '' })
      expect(status).toBe(200)
      expect(headers).not.toHaveProperty('x-ratelimit-limit')
    }
  })
})
