import { describe, expect, test } from 'vitest'
import type { Settings } from '../../src/config/settings.ts'
import { MOMENT } from '../support/stores.ts'
import { errorOf, type Asked } from './ask.ts'
import { startServer, type ServerOptions, type TestServer } from './test-server.ts'

const LIST = '/api/v1/iocs'
const SECOND = 1_000_000

const patient =
  (failedAttempts: number) =>
  (settings: Settings): Settings => ({ ...settings, limits: { ...settings.limits, failedAttempts } })

const begin = (options: ServerOptions = {}): Promise<TestServer> => startServer({ settings: patient(3), ...options })

const tryWrong = (server: TestServer, key = 'sk_live_wrong'): Promise<Asked> => server.ask(LIST, { key })

const tryTimes = async (server: TestServer, count: number): Promise<readonly number[]> => {
  const statuses: number[] = []
  for (let index = 0; index < count; index++) statuses.push((await tryWrong(server)).status)
  return statuses
}

describe('an address that sends wrong keys', () => {
  test('is held off for the rest of a minute', async () => {
    const server = await begin()
    expect(await tryTimes(server, 4)).toEqual([401, 401, 401, 429])
    server.clock.set(MOMENT + 20 * SECOND)
    const refused = await tryWrong(server)
    expect(errorOf(refused.text).code).toBe('too_many_failures')
    expect(refused.headers['retry-after']).toBe('40')
    expect(refused.headers).not.toHaveProperty('x-ratelimit-limit')
    server.clock.set(MOMENT + 60 * SECOND)
    expect(await tryTimes(server, 1)).toEqual([401])
  })

  test('is refused before the store is asked, with a right key too', async () => {
    const server = await begin()
    await tryTimes(server, 3)
    await server.store.close()
    expect((await tryWrong(server)).status).toBe(429)
    expect((await server.ask(LIST)).status).toBe(429)
  })

  test('is told in the log once, and what it sends then is counted only', async () => {
    const server = await begin()
    await tryTimes(server, 20)
    await server.close()
    const lines = server.log.map((line) => JSON.parse(line) as { msg: string; address?: string })
    expect(lines.filter(({ msg }) => msg === 'address held off')).toMatchObject([{ address: '127.0.0.1/32' }])
    expect(lines.filter(({ msg }) => msg === 'request')).toHaveLength(3)
  })

  test('may still look at the probes', async () => {
    const server = await begin()
    await tryTimes(server, 4)
    expect((await server.ask('/healthz', { key: '' })).status).toBe(200)
  })
})

describe('what is no wrong key', () => {
  test('does not count: none, one that expired, one without the scope, one of another tier', async () => {
    const server = await begin()
    const expired = await server.keyWith({ expires: MOMENT })
    for (let index = 0; index < 5; index++) {
      expect((await server.ask(LIST, { key: '' })).status).toBe(401)
      expect((await tryWrong(server, expired)).status).toBe(401)
      expect((await server.ask('/api/v1/feeds')).status).toBe(403)
      expect((await server.ask('/api/v1/iocs/sigma', { key: server.free })).status).toBe(403)
    }
    expect((await server.ask(LIST)).status).toBe(200)
  })
})

test('behind a trusted proxy the client is held off, not the proxy', async () => {
  const settings = (defaults: Settings): Settings => ({
    ...patient(3)(defaults),
    trustedProxies: [{ text: '127.0.0.0/8', kind: 'ipv4', first: '127.0.0.0', length: 8 }]
  })
  const server = await begin({ settings })
  const from = async (client: string, key: string): Promise<number> =>
    (await server.ask(LIST, { key, headers: { 'x-forwarded-for': client } })).status
  for (let index = 0; index < 3; index++) await from(`2001:db8::${index}`, 'sk_live_wrong')
  expect(await from('2001:db8::9', server.pro)).toBe(429)
  expect(await from('2001:db8:0:1::1', server.pro)).toBe(200)
  expect(await from('192.0.2.1', server.pro)).toBe(200)
})
