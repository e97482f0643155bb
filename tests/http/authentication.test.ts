import { describe, expect, test } from 'vitest'
import { operator } from '../../src/app/keys/granter.ts'
import { MOMENT } from '../support/stores.ts'
import { errorOf, type Asked } from './ask.ts'
import { startServer, withTier } from './test-server.ts'

const SIGMA = '/api/v1/iocs/sigma'
const HOUR = 3_600_000_000

const refusal = ({ status, text }: Asked): readonly [number, string] => [status, errorOf(text).code]

describe('a key that holds', () => {
  test('may come as a Bearer token, in any letter case of the scheme', async () => {
    const server = await startServer()
    for (const scheme of ['Bearer', 'bearer', 'BEARER', 'Bearer ']) {
      const { status } = await server.ask(SIGMA, { key: '', headers: { authorization: `${scheme} ${server.pro}` } })
      expect(status).toBe(200)
    }
  })

  test('may come in X-API-Key', async () => {
    const server = await startServer()
    expect((await server.ask(SIGMA, { key: '', headers: { 'x-api-key': server.pro } })).status).toBe(200)
  })

  test('may come in both headers, if it is the same', async () => {
    const server = await startServer()
    expect((await server.ask(SIGMA, { headers: { 'x-api-key': server.pro } })).status).toBe(200)
  })

  test('holds after its rotation until the overlap is over, though it came just before', async () => {
    const server = await startServer()
    const by = operator('tester')
    const old = await server.keys.create({ name: 'rotated', tier: 'pro' }, by)
    const statuses = async (): Promise<readonly number[]> =>
      Promise.all([old, renewed].map(async ({ text }) => (await server.ask(SIGMA, { key: text })).status))
    expect((await server.ask(SIGMA, { key: old.text })).status).toBe(200)
    const renewed = await server.keys.rotate(old.key.id, 3_600, by)
    server.clock.set(MOMENT + HOUR - 1)
    expect(await statuses()).toEqual([200, 200])
    server.clock.set(MOMENT + HOUR)
    expect(await statuses()).toEqual([401, 200])
  })

  test('in X-API-Key is not disturbed by another scheme in Authorization', async () => {
    const server = await startServer()
    const headers = { authorization: 'Basic dXNlcjpwYXNz', 'x-api-key': server.pro }
    expect((await server.ask(SIGMA, { key: '', headers })).status).toBe(200)
  })
})

describe('no key', () => {
  const MESSAGE =
    'API key is required. Include it in the Authorization header as "Bearer sk_live_..." or in the X-API-Key header.'

  test.each([
    ['without any header', {}],
    ['with another scheme', { authorization: 'Basic dXNlcjpwYXNz' }],
    ['with an empty Bearer', { authorization: 'Bearer' }],
    ['with an empty X-API-Key', { 'x-api-key': '' }]
  ])('%s is 401 missing_api_key', async (_how, headers) => {
    const server = await startServer()
    const answer = await server.ask(SIGMA, { key: '', headers })
    expect(refusal(answer)).toEqual([401, 'missing_api_key'])
    expect(errorOf(answer.text).message).toBe(MESSAGE)
    expect(answer.headers['www-authenticate']).toBe('Bearer')
    expect(answer.headers).not.toHaveProperty('x-ratelimit-limit')
  })
})

describe('a key that does not hold', () => {
  test('malformed, unknown and revoked keys get one answer', async () => {
    const server = await startServer()
    const stranger = await startServer()
    const { text, key } = await server.keys.create({ name: 'x' }, operator('tester'))
    await server.keys.revoke(key.id, 'lost', operator('tester'))
    const wrong = ['sk_live_', 'nonsense', `${server.pro}x`, `Bearer ${server.pro}`, stranger.pro, text]
    const answers = await Promise.all(wrong.map(async (key) => server.ask(SIGMA, { key })))
    for (const answer of answers) {
      expect(refusal(answer)).toEqual([401, 'invalid_api_key'])
      expect(answer.headers['www-authenticate']).toBe('Bearer')
      expect(answer.headers).not.toHaveProperty('x-ratelimit-limit')
    }
    expect(new Set(answers.map(({ text }) => errorOf(text).message)).size).toBe(1)
  })

  test('an expired key says so', async () => {
    const server = await startServer()
    const { text } = await server.keys.create({ name: 'x', expiresInDays: 1 }, operator('tester'))
    expect((await server.ask(SIGMA, { key: text })).status).toBe(200)
    server.clock.set(MOMENT + 24 * HOUR)
    expect(refusal(await server.ask(SIGMA, { key: text }))).toEqual([401, 'expired_api_key'])
  })

  test('a key that is revoked stops to hold at once', async () => {
    const server = await startServer()
    const { text, key } = await server.keys.create({ name: 'x' }, operator('tester'))
    expect((await server.ask(SIGMA, { key: text })).status).toBe(200)
    await server.keys.revoke(key.id, 'lost', operator('tester'))
    expect(refusal(await server.ask(SIGMA, { key: text }))).toEqual([401, 'invalid_api_key'])
  })
})

describe('two different keys', () => {
  test('in two headers are 400 conflicting_keys', async () => {
    const server = await startServer()
    const answer = await server.ask(SIGMA, { headers: { 'x-api-key': server.free } })
    expect(refusal(answer)).toEqual([400, 'conflicting_keys'])
  })

  test('in one header given twice are no way around it', async () => {
    const server = await startServer()
    const twice = await server.ask(SIGMA, { key: '', headers: { 'x-api-key': [server.pro, server.free] } })
    expect(refusal(twice)).toEqual([400, 'conflicting_keys'])
  })
})

describe('a key in the query string', () => {
  test.each(['api_key', 'API_KEY', 'api%5Fkey'])('%s is refused before any look at keys', async (name) => {
    const server = await startServer()
    const answer = await server.ask(`${SIGMA}?${name}=${server.pro}`, { key: '' })
    expect(refusal(answer)).toEqual([400, 'invalid_parameter'])
    expect(errorOf(answer.text).details).toMatchObject({ parameter: decodeURIComponent(name) })
    expect(answer.text).not.toContain(server.pro)
    expect(answer.headers).not.toHaveProperty('x-ratelimit-limit')
  })

  test('is refused in any parameter of any operation, the open ones included', async () => {
    const server = await startServer()
    for (const target of ['/healthz?key=', `${SIGMA}?type=`, `${SIGMA}?%zz&`, '/docs?']) {
      const answer = await server.ask(target + server.pro, { key: '' })
      expect(refusal(answer)).toEqual([400, 'invalid_parameter'])
      expect(errorOf(answer.text).message).toContain('a key in a URL ends up in logs')
      expect(answer.text).not.toContain(server.pro)
    }
    expect((await server.ask('/healthz?key=sk_live_x')).status).toBe(200)
  })

  test('never reaches the log, nor does any other part of a query string or a header', async () => {
    const server = await startServer()
    await server.ask(`${SIGMA}?api_key=${server.pro}&type=marker`, { headers: { 'x-marker': 'marker' } })
    await server.ask(`${SIGMA}?type=marker`)
    await server.close()
    expect(server.log).toHaveLength(2)
    expect(server.log.join('')).not.toContain(server.pro.slice(0, 16))
    expect(server.log.join('')).not.toContain('marker')
    expect(server.log[0]).toContain('"path":"/api/v1/iocs/sigma"')
  })
})

describe('what a key may do', () => {
  test('a Free key has no Sigma export, and is told which tier has', async () => {
    const server = await startServer()
    const answer = await server.ask(SIGMA, { key: server.free })
    expect(refusal(answer)).toEqual([403, 'tier_required'])
    expect(errorOf(answer.text).details).toEqual({ tier: 'free', required: ['pro'] })
    expect(answer.headers['x-ratelimit-remaining']).toBe('9')
  })

  test('where no tier has it, nobody is sent looking for one', async () => {
    const server = await startServer({ settings: withTier('pro', { sigmaExport: false }) })
    const { details, message } = errorOf((await server.ask(SIGMA)).text)
    expect(details).toEqual({ tier: 'pro', required: [] })
    expect(message).toContain('No tier of this server does.')
  })

  test('a Free key lists indicators', async () => {
    const server = await startServer()
    expect((await server.ask('/api/v1/iocs', { key: server.free })).status).toBe(200)
  })

  test('a key without the scope is told which one it lacks', async () => {
    const server = await startServer()
    const key = await server.keyWithScopes('read:articles')
    const answer = await server.ask(SIGMA, { key })
    expect(refusal(answer)).toEqual([403, 'insufficient_scope'])
    expect(errorOf(answer.text).details).toEqual({ required: 'read:iocs' })
  })
})

describe('the order of checks', () => {
  test('a key in the query, then syntax, then the keys of the headers', async () => {
    const server = await startServer()
    const different = { key: server.pro, headers: { 'x-api-key': server.free } }
    const messageOf = async (query: string): Promise<string> =>
      errorOf((await server.ask(`${SIGMA}?${query}`, different)).text).message
    expect(await messageOf('api_key=x&type=%zz')).toContain('api_key')
    expect(await messageOf('type=%zz')).toContain('percent')
    expect(await messageOf('api_key=x&type=x')).toContain('api_key')
    expect(await messageOf('type=x')).toContain('two different API keys')
    expect((await server.ask('/%zz', different)).status).toBe(400)
    expect((await server.ask(`${SIGMA}?type=%zz`, { key: '' })).status).toBe(400)
  })

  test('rate, then scope', async () => {
    const server = await startServer({ settings: withTier('pro', { requestsPerMinute: 1 }) })
    const key = await server.keyWithScopes()
    expect((await server.ask(SIGMA, { key })).status).toBe(403)
    expect((await server.ask(SIGMA, { key })).status).toBe(429)
  })

  test('scope, then tier', async () => {
    const server = await startServer({ settings: withTier('pro', { sigmaExport: false }) })
    const key = await server.keyWithScopes()
    expect(errorOf((await server.ask(SIGMA, { key })).text).code).toBe('insufficient_scope')
  })

  test('path, method, key, rate, tier, parameters', async () => {
    const server = await startServer()
    const wrongAll = { method: 'POST', key: 'nonsense' }
    expect((await server.ask('/nowhere?type=x', wrongAll)).status).toBe(404)
    expect((await server.ask(`${SIGMA}?type=x`, wrongAll)).status).toBe(405)
    expect((await server.ask(`${SIGMA}?type=x`, { key: 'nonsense' })).status).toBe(401)
    expect((await server.ask(`${SIGMA}?type=x`, { key: server.free })).status).toBe(403)
    for (let used = 1; used < 10; used++) await server.ask('/api/v1/iocs', { key: server.free })
    expect((await server.ask(`${SIGMA}?type=x`, { key: server.free })).status).toBe(429)
    expect((await server.ask(`${SIGMA}?type=x`)).status).toBe(400)
  })
})
