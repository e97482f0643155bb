import { describe, expect, test } from 'vitest'
import type { Settings } from '../../src/config/settings.ts'
import { MOMENT } from '../support/stores.ts'
import { startServer, withTier, type TestServer } from './test-server.ts'

const SIGMA = '/api/v1/iocs/sigma'
const DAY = 86_400_000_000

const filledServer = async (): Promise<TestServer> => {
  const server = await startServer()
  await server.import('198.51.100.1', '198.51.100.2', 'evil.example', 'http://host.example/??*')
  return server
}

/** Headers that differ from one request to the next. */
const VOLATILE = ['date', 'x-request-id', 'x-ratelimit-remaining', 'transfer-encoding', 'connection', 'keep-alive']

const steady = (headers: object, without: readonly string[] = []): Record<string, unknown> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => ![...VOLATILE, ...without].includes(name)))

describe('an export', () => {
  test('carries every header of the contract', async () => {
    const server = await filledServer()
    const { status, headers } = await server.ask(`${SIGMA}?limit=2`)
    expect(status).toBe(200)
    expect(headers['link']).toMatch(/^<\/api\/v1\/iocs\/sigma\?limit=2&cursor=[0-9a-z.]+>; rel="next"$/)
    expect(headers.etag).toMatch(/^W\/"[0-9a-f]+"$/)
    expect(steady(headers, ['link', 'etag'])).toEqual({
      'content-type': 'application/yaml; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'x-rule-count': '2',
      'x-rules-withheld': '1',
      'x-next-since': '2026-05-17T10:00:00.000003Z',
      'x-lookback-since': '2025-05-17T00:00:00.000000Z',
      vary: 'Accept-Encoding, Authorization, X-API-Key',
      'cache-control': 'private, no-cache',
      'x-ratelimit-limit': '1000',
      'x-ratelimit-reset': String(MOMENT / 1_000_000 + 60)
    })
  })

  test('that is complete has no Link', async () => {
    const server = await filledServer()
    expect((await server.ask(SIGMA)).headers).not.toHaveProperty('link')
    expect((await server.ask(`${SIGMA}?limit=3`)).headers).not.toHaveProperty('link')
  })

  test('without a match is one comment line with status 200', async () => {
    const server = await filledServer()
    const { status, text, headers } = await server.ask(`${SIGMA}?type=cve`)
    expect(status).toBe(200)
    expect(text).toMatch(/^#[^\n]+\n$/)
    expect(headers).toMatchObject({ 'x-rule-count': '0', 'x-rules-withheld': '0' })
  })

  test('of the same data has the same bytes', async () => {
    const server = await filledServer()
    const first = await server.ask(SIGMA)
    server.clock.set(MOMENT + 60_000_000)
    const second = await server.ask(SIGMA)
    expect(second.text).toBe(first.text)
    expect(second.headers.etag).toBe(first.headers.etag)
  })

  test('has a request id of its own', async () => {
    const server = await filledServer()
    const ids = await Promise.all(
      [SIGMA, SIGMA, '/healthz', '/nowhere'].map(async (path) => (await server.ask(path)).headers['x-request-id'])
    )
    for (const id of ids) expect(id).toMatch(/^req_[0-9a-f]{24}$/)
    expect(new Set(ids).size).toBe(4)
  })

  test("says the bound of its tier's lookback", async () => {
    const server = await filledServer()
    const { headers } = await server.ask('/api/v1/iocs', { key: server.free })
    expect(headers['x-lookback-since']).toBe('2026-05-16T00:00:00.000000Z')
  })
})

describe('HEAD', () => {
  test.each([
    SIGMA,
    `${SIGMA}?limit=1&download=1`,
    `${SIGMA}?type=cve`,
    `${SIGMA}?since=2026-01-01`,
    '/api/v1/iocs',
    '/api/v1/iocs?format=csv',
    '/healthz',
    '/readyz'
  ])('of %s sends the headers of GET without a body', async (path) => {
    const server = await filledServer()
    const get = await server.ask(path)
    const head = await server.ask(path, { method: 'HEAD' })
    expect(head.status).toBe(200)
    expect(head.bytes).toHaveLength(0)
    expect(steady(head.headers)).toEqual(steady(get.headers))
  })

  test('of a refusal has its headers without a body', async () => {
    const server = await filledServer()
    const { status, bytes, headers } = await server.ask(SIGMA, { method: 'HEAD', key: '' })
    expect(status).toBe(401)
    expect(bytes).toHaveLength(0)
    expect(headers['www-authenticate']).toBe('Bearer')
  })

  test.each([SIGMA, `${SIGMA}?limit=1`, `${SIGMA}?type=cve`, '/api/v1/iocs?format=csv'])(
    'of %s, coded, sends the headers of the coded GET',
    async (path) => {
      const server = await filledServer()
      const coded = { headers: { 'accept-encoding': 'gzip' } }
      const get = await server.ask(path, coded)
      const head = await server.ask(path, { ...coded, method: 'HEAD' })
      expect(steady(head.headers)).toEqual(steady(get.headers))
    }
  )

  test('of a coded export names the coding', async () => {
    const server = await filledServer()
    const { headers } = await server.ask(SIGMA, { method: 'HEAD', headers: { 'accept-encoding': 'gzip' } })
    expect(headers['content-encoding']).toBe('gzip')
  })
})

describe('If-None-Match', () => {
  test('that names the tag is 304 with all headers but those of the body', async () => {
    const server = await filledServer()
    const get = await server.ask(`${SIGMA}?limit=1&download=1`)
    const { status, bytes, headers } = await server.ask(`${SIGMA}?limit=1&download=1`, {
      headers: { 'if-none-match': get.headers.etag }
    })
    expect(status).toBe(304)
    expect(bytes).toHaveLength(0)
    expect(headers['x-request-id']).toMatch(/^req_/)
    expect(headers['x-ratelimit-remaining']).toBe('998')
    expect(steady(headers)).toEqual(steady(get.headers, ['x-rule-count', 'x-rules-withheld', 'x-next-since', 'link']))
  })

  test.each([
    ['a list', (tag: string) => `"other", ${tag}, W/"third"`],
    ['the strong form', (tag: string) => tag.replace('W/', '')],
    ['a star', () => '*']
  ])('takes %s', async (_form, header) => {
    const server = await filledServer()
    const { headers } = await server.ask(SIGMA)
    const again = await server.ask(SIGMA, { headers: { 'if-none-match': header(headers.etag ?? '') } })
    expect(again.status).toBe(304)
  })

  test.each(['"other"', 'W/"other"', '', 'nonsense', '"*"'])('%s does not match', async (header) => {
    const server = await filledServer()
    expect((await server.ask(SIGMA, { headers: { 'if-none-match': header } })).status).toBe(200)
  })

  test('works on HEAD as on GET', async () => {
    const server = await filledServer()
    const { headers } = await server.ask(SIGMA)
    const again = await server.ask(SIGMA, { method: 'HEAD', headers: { 'if-none-match': headers.etag } })
    expect(again.status).toBe(304)
  })

  test('a star excuses no wrong parameter', async () => {
    const server = await filledServer()
    const star = { headers: { 'if-none-match': '*' } }
    expect((await server.ask(`${SIGMA}?type=x`, star)).status).toBe(400)
    expect((await server.ask(`${SIGMA}?cursor=x`, star)).status).toBe(400)
  })
})

describe('the tag changes', () => {
  const tagOf = async (server: TestServer, path: string, key = server.pro): Promise<string | undefined> =>
    (await server.ask(path, { key })).headers.etag

  test('with the data', async () => {
    const server = await filledServer()
    const before = await tagOf(server, SIGMA)
    await server.import('192.0.2.7')
    expect(await tagOf(server, SIGMA)).not.toBe(before)
  })

  test('with the day of the lookback', async () => {
    const server = await filledServer()
    const before = await tagOf(server, SIGMA)
    server.clock.set(MOMENT + DAY)
    expect(await tagOf(server, SIGMA)).not.toBe(before)
  })

  test('with filters, limit, offset, form and what the key may see', async () => {
    const server = await filledServer()
    const paths = [
      SIGMA,
      `${SIGMA}?type=ipv4`,
      `${SIGMA}?limit=1`,
      '/api/v1/iocs',
      '/api/v1/iocs?offset=1',
      '/api/v1/iocs?format=csv',
      '/api/v1/iocs?format=csv&raw=1',
      '/api/v1/iocs?format=txt'
    ]
    const tags = await Promise.all(paths.map(async (path) => tagOf(server, path)))
    const free = await tagOf(server, '/api/v1/iocs', server.free)
    expect(new Set([...tags, free]).size).toBe(paths.length + 1)
  })

  test('with every setting that shapes an answer', async () => {
    const shaped: readonly ((settings: Settings) => Settings)[] = [
      (settings) => settings,
      (settings) => ({ ...settings, publisher: { ...settings.publisher, name: 'Example CERT' } }),
      (settings) => ({ ...settings, publisher: { ...settings.publisher, url: 'https://cert.example' } }),
      (settings) => ({ ...settings, publisher: { ...settings.publisher, slug: 'example' } }),
      (settings) => ({ ...settings, rules: { fields: true } }),
      (settings) => ({ ...settings, export: { defaultTypes: ['ipv4'] } }),
      withTier('pro', { lookbackDays: 30 }),
      withTier('pro', { resultsPerRequest: 50 })
    ]
    const tags = await Promise.all(shaped.map(async (settings) => tagOf(await startServer({ settings }), SIGMA)))
    expect(new Set(tags).size).toBe(shaped.length)
  })

  test('with each filter', async () => {
    const server = await filledServer()
    const queries = ['', 'type=ipv4', 'confidence=medium', 'industry=energy', 'since=2026-05-17', 'since=2026-05-16']
    const next = String((await server.ask(`${SIGMA}?limit=1`)).headers['link']).match(/cursor=[0-9a-z.]+/)?.[0]
    const tags = await Promise.all([...queries, next].map(async (query) => tagOf(server, `${SIGMA}?${query}`)))
    expect(new Set(tags).size).toBe(queries.length + 1)
  })

  test('with a last-seen day alone, which may let an indicator in again', async () => {
    const server = await filledServer()
    server.clock.set(MOMENT + DAY)
    const before = await tagOf(server, SIGMA)
    await server.import('198.51.100.1')
    expect(await tagOf(server, SIGMA)).not.toBe(before)
  })

  test('not with a daily re-import of the same feed for rules', async () => {
    const server = await startServer({ settings: withTier('pro', {}) })
    await server.import('198.51.100.1')
    const before = await server.ask(SIGMA)
    await server.import('198.51.100.1')
    const after = await server.ask(SIGMA)
    expect(after.headers.etag).toBe(before.headers.etag)
    expect(after.text).toBe(before.text)
  })
})
