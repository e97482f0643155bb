import { describe, expect, test } from 'vitest'
import { readIpNetwork } from '../../src/indicator/ip-network.ts'
import { errorOf, type Asked } from './ask.ts'
import { startServer, withTier, type ServerOptions, type TestServer } from './test-server.ts'

const SIGMA = '/api/v1/iocs/sigma'

const refusal = ({ status, text }: Asked): readonly [number, string] => [status, errorOf(text).code]

/** A server behind proxies of this machine, as its settings say. */
const behindProxies: ServerOptions = {
  settings: (defaults) => ({
    ...defaults,
    trustedProxies: ['127.0.0.0/8', '::1/128'].flatMap((text) => readIpNetwork(text) ?? [])
  })
}

const askFrom = (server: TestServer, key: string, ...forwarded: readonly string[]): Promise<Asked> =>
  server.ask(SIGMA, { key, headers: { 'x-forwarded-for': [...forwarded] } })

describe('a key that is bound to networks', () => {
  test('holds within them, and nowhere else', async () => {
    const server = await startServer()
    const near = await server.keyWith({ networks: ['192.0.2.0/24', '127.0.0.0/8'] })
    const far = await server.keyWith({ networks: ['192.0.2.0/24', '2001:db8::/32'] })
    expect((await server.ask(SIGMA, { key: near })).status).toBe(200)
    const refused = await server.ask(SIGMA, { key: far })
    expect(refusal(refused)).toEqual([403, 'ip_not_allowed'])
    expect(errorOf(refused.text).details).toEqual({ address: '127.0.0.1' })
    expect(refused.headers).not.toHaveProperty('x-ratelimit-limit')
  })

  test('believes no header where no proxy is trusted', async () => {
    const server = await startServer()
    const key = await server.keyWith({ networks: ['192.0.2.0/24'] })
    for (const name of ['x-forwarded-for', 'x-real-ip', 'forwarded', 'client-ip', 'x-client-ip', 'cf-connecting-ip']) {
      const value = name === 'forwarded' ? 'for=192.0.2.1' : '192.0.2.1'
      expect(refusal(await server.ask(SIGMA, { key, headers: { [name]: value } }))).toEqual([403, 'ip_not_allowed'])
    }
  })

  test('holds where a trusted proxy says that the client is there', async () => {
    const server = await startServer(behindProxies)
    const key = await server.keyWith({ networks: ['192.0.2.0/24', '2001:db8::/32'] })
    for (const forwarded of [
      '192.0.2.1',
      '203.0.113.7, 192.0.2.1',
      '2001:db8::1',
      '[2001:db8::1]:443',
      '::ffff:192.0.2.9'
    ]) {
      expect((await askFrom(server, key, forwarded)).status).toBe(200)
    }
    expect((await askFrom(server, key, '203.0.113.7', '192.0.2.1')).status).toBe(200)
  })

  test('is not opened by what a client writes before the proxy does', async () => {
    const server = await startServer(behindProxies)
    const key = await server.keyWith({ networks: ['192.0.2.0/24'] })
    for (const forwarded of [
      '192.0.2.1, 203.0.113.7',
      '192.0.2.1, 127.0.0.1, 203.0.113.7',
      '192.0.2.1,',
      '192.0.2.1, unknown',
      '192.0.2.1 203.0.113.7',
      ''
    ]) {
      expect(refusal(await askFrom(server, key, forwarded))).toEqual([403, 'ip_not_allowed'])
    }
    expect(refusal(await askFrom(server, key, '192.0.2.1', '203.0.113.7'))).toEqual([403, 'ip_not_allowed'])
    expect(refusal(await server.ask(SIGMA, { key }))).toEqual([403, 'ip_not_allowed'])
  })
})

describe('an address that sends keys which may not be used from there', () => {
  test('is held off like one that sends wrong keys', async () => {
    const server = await startServer({
      settings: (defaults) => ({ ...defaults, limits: { ...defaults.limits, failedAttempts: 3 } })
    })
    const key = await server.keyWith({ networks: ['192.0.2.0/24'] })
    for (let asked = 0; asked < 3; asked++) {
      expect(refusal(await server.ask(SIGMA, { key }))).toEqual([403, 'ip_not_allowed'])
    }
    expect(refusal(await server.ask(SIGMA, { key }))).toEqual([429, 'too_many_failures'])
  })
})

describe('a request that is held back by the rate', () => {
  test('is no use of the key, from whichever network it comes', async () => {
    const server = await startServer({
      settings: (defaults) => withTier('pro', { requestsPerMinute: 1 })(behindProxies.settings?.(defaults) ?? defaults)
    })
    const id = '11111111-2222-4333-8444-555555555555'
    const key = await server.keyWith({ id })
    for (const from of ['192.0.2.1', '198.51.100.1', '203.0.113.1']) await askFrom(server, key, from)
    await server.counting.flush()
    expect((await server.store.keys.find(id))?.lastUsed).toMatchObject({ network: '192.0.2.0/24' })
    const entries = await server.store.audit.entries(0, 100)
    expect(entries.filter(({ event }) => event === 'key_network')).toEqual([])
  })
})

describe('the order of checks', () => {
  test('key, network, rate, scope', async () => {
    const server = await startServer({ settings: withTier('pro', { requestsPerMinute: 1 }) })
    const networks = ['192.0.2.0/24']
    const expired = await server.keyWith({ networks, expires: server.clock.now() })
    expect(refusal(await server.ask(SIGMA, { key: expired }))).toEqual([401, 'expired_api_key'])
    const elsewhere = await server.keyWith({ networks, scopes: [] })
    for (let asked = 0; asked < 3; asked++) {
      expect(refusal(await server.ask(SIGMA, { key: elsewhere }))).toEqual([403, 'ip_not_allowed'])
    }
    const scopeless = await server.keyWith({ scopes: [] })
    expect(refusal(await server.ask(SIGMA, { key: scopeless }))).toEqual([403, 'insufficient_scope'])
    expect(refusal(await server.ask(SIGMA, { key: scopeless }))).toEqual([429, 'rate_limit_exceeded'])
  })
})
