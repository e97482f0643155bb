import { describe, expect, test } from 'vitest'
import { ageIndicators } from '../../src/app/age-indicators.ts'
import { removeIndicator } from '../../src/app/find-indicator.ts'
import { acting } from '../support/acting.ts'
import { defaultSettings } from '../support/settings.ts'
import type { Question, TaxiiErrorBody } from './ask.ts'
import { COLLECTIONS, foundIn, OBJECTS, pageOf, TAXII } from './taxii-client.ts'
import { startServer, withTier, type TestServer } from './test-server.ts'

const INSTANTS_PER_DAY = 86_400_000_000

/** The refusal of a request, which is always in the words of TAXII. */
const refusal = async (server: TestServer, path: string, question?: Question) => {
  const { status, headers, text } = await server.ask(path, question)
  expect(headers['content-type']).toBe('application/taxii+json;version=2.1')
  const error = JSON.parse(text) as TaxiiErrorBody
  expect(error).toMatchObject({ http_status: String(status), error_id: headers['x-request-id'] })
  return { status, headers, code: error.error_code, description: error.description, details: error.details }
}

const basic = (text: string): Question => ({
  key: '',
  headers: { authorization: `Basic ${Buffer.from(text).toString('base64')}` }
})

describe('a key', () => {
  test('may come as Bearer, as X-API-Key or as the password of any user', async () => {
    const server = await startServer()
    const questions: readonly Question[] = [
      { key: server.pro },
      { key: '', headers: { 'x-api-key': server.pro } },
      basic(`apikey:${server.pro}`),
      basic(`:${server.pro}`),
      { key: '', headers: { authorization: `bAsIc ${Buffer.from(`a:${server.pro}`).toString('base64')}` } }
    ]
    for (const question of questions) expect((await server.ask(TAXII, question)).status).toBe(200)
  })

  test('is asked for by the schemes that do', async () => {
    const server = await startServer()
    const missing = await refusal(server, TAXII, { key: '' })
    expect([missing.status, missing.code]).toEqual([401, 'missing_api_key'])
    expect(missing.headers['www-authenticate']).toBe('Basic realm="sigmill", charset="UTF-8", Bearer')
    expect(await refusal(server, TAXII, basic(`${server.pro}:`))).toMatchObject({ code: 'missing_api_key' })
    expect(await refusal(server, TAXII, basic('apikey:nonsense'))).toMatchObject({ code: 'invalid_api_key' })
  })

  test('is no password outside the TAXII server', async () => {
    const server = await startServer()
    const { status, headers } = await server.ask('/api/v1/iocs/stix', basic(`apikey:${server.pro}`))
    expect([status, headers['www-authenticate']]).toEqual([401, 'Bearer'])
  })

  test('needs a tier with the Sigma export and the longest lookback', async () => {
    const server = await startServer({ settings: withTier('free', { sigmaExport: true }) })
    const { status, code, details } = await refusal(server, TAXII, { key: server.free })
    expect([status, code, details]).toEqual([403, 'tier_required', { tier: 'free', required: '["pro"]' }])
  })

  test('is judged by where it comes from, and by its scopes', async () => {
    const server = await startServer()
    const bound = await server.keyWith({ networks: ['192.0.2.0/24'], scopes: [], tier: 'free' })
    expect(await refusal(server, TAXII, basic(`apikey:${bound}`))).toMatchObject({ code: 'ip_not_allowed' })
    const scopeless = await server.keyWith({ scopes: [], tier: 'free' })
    expect(await refusal(server, `${TAXII}?nonsense=1`, { key: scopeless })).toMatchObject({
      status: 403,
      code: 'insufficient_scope'
    })
  })

  test('that is wrong holds its address off, also as a password', async () => {
    const server = await startServer({
      settings: (defaults) => ({ ...defaults, limits: { ...defaults.limits, failedAttempts: 1 } })
    })
    await refusal(server, TAXII, basic('apikey:nonsense'))
    const held = await refusal(server, TAXII)
    expect([held.status, held.code, held.headers['retry-after']]).toEqual([429, 'too_many_failures', '60'])
  })

  test('that has used up its requests is told when to come back', async () => {
    const server = await startServer({ settings: withTier('pro', { requestsPerMinute: 1 }) })
    await server.ask(TAXII)
    const { status, headers } = await refusal(server, TAXII)
    expect(status).toBe(429)
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
  })
})

describe('a client', () => {
  test.each([
    'application/taxii+json;version=2.1',
    'application/taxii+json; version=2.1',
    'application/taxii+json',
    'application/*',
    '*/*',
    'text/html, application/taxii+json;version="2.1";q=0.1'
  ])('that accepts %s is served', async (accept) => {
    const server = await startServer()
    expect((await server.ask(OBJECTS, { headers: { accept } })).status).toBe(200)
  })

  test.each([
    'application/vnd.oasis.taxii+json; version=2.0',
    'application/taxii+json;version=2.0',
    'application/json',
    'application/stix+json;version=2.1',
    'application/taxii+json;version=2.1;q=0'
  ])('that accepts %s is refused', async (accept) => {
    const server = await startServer()
    expect(await refusal(server, OBJECTS, { headers: { accept } })).toMatchObject({
      status: 406,
      code: 'not_acceptable',
      details: { allowed: 'application/taxii+json;version=2.1' }
    })
  })

  test.each([
    ['POST', OBJECTS],
    ['DELETE', `${OBJECTS}indicator--1c58fc01-9a84-5cce-978e-4d4d8fd56e5e/`],
    ['PUT', `${COLLECTIONS}all/`]
  ])('may not write: %s %s', async (method, path) => {
    const server = await startServer()
    const { status, headers } = await refusal(server, path, { method })
    expect([status, headers['allow']]).toEqual([405, 'GET, HEAD'])
  })
})

describe('what is not there', () => {
  test.each([
    `${TAXII}other/`,
    `${COLLECTIONS}nothing/`,
    `${COLLECTIONS}nothing/objects/`,
    `${COLLECTIONS}nothing/manifest/`,
    `${OBJECTS}indicator--1c58fc01-9a84-5cce-978e-4d4d8fd56e5e/`,
    `${OBJECTS}nonsense/versions/`,
    `${TAXII}api/status/1c58fc01-9a84-5cce-978e-4d4d8fd56e5e/`
  ])('is not found: %s', async (path) => {
    const server = await startServer()
    expect(await refusal(server, path)).toMatchObject({ status: 404, code: 'not_found' })
  })

  test('is an object of another collection', async () => {
    const server = await startServer()
    await server.import('198.51.100.1')
    const [object] = foundIn(pageOf(await server.ask(OBJECTS)))
    expect((await server.ask(`${COLLECTIONS}ipv4/objects/${object?.id}/`)).status).toBe(200)
    expect(await refusal(server, `${COLLECTIONS}domain/objects/${object?.id}/`)).toMatchObject({ status: 404 })
  })
})

describe('a parameter', () => {
  test.each([
    ['limit=0', /too small/],
    ['limit=ten', /not a whole number/],
    ['added_after=yesterday', /no ISO 8601 timestamp/],
    ['match[version]=newest', /no ISO 8601 timestamp/],
    ['match[name]=x', /there is no such parameter/],
    ['match[type]=', /it is empty/],
    ['match[type]=a&match[type]=b', /more than once/],
    ['next=nonsense', /not one of this server/],
    ['next=t1.1', /not one of this server/],
    ['next=t1.1.a.b', /not one of this server/],
    ['next=tZ.1.a', /not one of this server/]
  ])('%s is refused', async (query, reason) => {
    const server = await startServer()
    const { status, code, description } = await refusal(server, `${OBJECTS}?${query}`)
    expect([status, code, description]).toEqual([400, 'invalid_parameter', expect.stringMatching(reason)])
  })

  test('next of another collection is refused', async () => {
    const server = await startServer()
    const { next } = pageOf(await server.ask(`${OBJECTS}?limit=1`))
    const { status, description } = await refusal(server, `${COLLECTIONS}ipv4/objects/?next=${next}`)
    expect([status, description]).toEqual([400, expect.stringMatching(/another collection/)])
  })

  test('next from before removals were forgotten is refused, and a new start is not', async () => {
    const server = await startServer()
    await server.import('198.51.100.1', '198.51.100.2')
    const { next } = pageOf(await server.ask(`${OBJECTS}?limit=7`))
    await removeIndicator(acting(server.store), '198.51.100.2', 'gone')
    server.clock.set(server.clock.now() + 2_000 * INSTANTS_PER_DAY)
    await ageIndicators({ store: server.store, settings: await defaultSettings(), clock: server.clock })
    const { status, description } = await refusal(server, `${OBJECTS}?limit=7&next=${next}`)
    expect([status, description]).toEqual([400, expect.stringMatching(/too old: removals .* start over without it/)])
    expect((await server.ask(`${OBJECTS}?added_after=2026-05-01`)).status).toBe(200)
  })

  test('next that is ahead of the store is refused', async () => {
    const ahead = await startServer()
    await ahead.import('198.51.100.1', '198.51.100.2')
    const { next } = pageOf(await ahead.ask(`${OBJECTS}?limit=7`))
    const restored = await startServer()
    const { status, description } = await refusal(restored, `${OBJECTS}?limit=7&next=${next}`)
    expect([status, description]).toEqual([400, expect.stringMatching(/holds less than it did/)])
  })
})
