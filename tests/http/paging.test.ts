import { describe, expect, test } from 'vitest'
import { errorOf, idsOf, nextPageOf, nextSinceOf, type Asked } from './ask.ts'
import { addresses, startServer, withTier, type TestServer } from './test-server.ts'

const SIGMA = '/api/v1/iocs/sigma'

/** Every page from a path on, by Link headers. */
const walk = async (server: TestServer, path: string, between?: () => Promise<void>): Promise<readonly Asked[]> => {
  const pages: Asked[] = []
  for (let next: string | undefined = path; next !== undefined; ) {
    const page: Asked = await server.ask(next)
    expect(page.status).toBe(200)
    pages.push(page)
    await between?.()
    next = nextPageOf(page)
  }
  return pages
}

describe('a walk by Link headers', () => {
  test.each([
    ['newest first', SIGMA],
    ['oldest first', `${SIGMA}?since=2026-01-01`]
  ])('%s gives everything once, in the order of one big answer', async (_order, path) => {
    const server = await startServer()
    await server.import(...addresses(25))
    const mark = path.includes('?') ? '&' : '?'
    const whole = await server.ask(`${path}${mark}limit=100`)
    const pages = await walk(server, `${path}${mark}limit=4`)
    expect(pages).toHaveLength(7)
    expect(pages.flatMap(idsOf)).toEqual(idsOf(whole))
  })

  test('without since is newest first, with since oldest first', async () => {
    const server = await startServer()
    await server.import('198.51.100.1')
    await server.import('198.51.100.2')
    const newest = idsOf(await server.ask(SIGMA))
    const oldest = idsOf(await server.ask(`${SIGMA}?since=2026-01-01`))
    expect(oldest).toEqual(newest.toReversed())
  })

  test('keeps the other parameters, escaped', async () => {
    const server = await startServer()
    await server.import(...addresses(3), 'evil.example')
    const path = `${SIGMA}?since=2026-05-17T00:00:00%2B00:00&limit=1&type=ipv4,%20domain&confidence=medium`
    const next = new URL(nextPageOf(await server.ask(path)) ?? '', server.url)
    expect([...next.searchParams.keys()]).toEqual(['since', 'limit', 'type', 'confidence', 'cursor'])
    expect(next.searchParams.get('since')).toBe('2026-05-17T00:00:00+00:00')
    expect((await walk(server, path)).flatMap(idsOf)).toHaveLength(4)
  })

  test('may change its limit on the way', async () => {
    const server = await startServer()
    await server.import(...addresses(10))
    const first = await server.ask(`${SIGMA}?limit=3`)
    const rest = await server.ask((nextPageOf(first) ?? '').replace('limit=3', 'limit=100'))
    expect([...idsOf(first), ...idsOf(rest)]).toEqual(idsOf(await server.ask(SIGMA)))
  })

  test('sends no change twice, and misses nothing that stays, while writes happen', async () => {
    const server = await startServer()
    const first = addresses(12)
    await server.import(...first)
    const before = idsOf(await server.ask(SIGMA))
    let added = 12
    const pages = await walk(server, `${SIGMA}?limit=3`, async () => {
      await server.import(...addresses(2, added))
      added += 2
    })
    const walked = pages.flatMap(idsOf)
    expect(walked).toEqual(before)
    const [start] = pages.map(nextSinceOf)
    const after = await server.ask(`${SIGMA}?since=${start}`)
    expect(new Set([...walked, ...idsOf(after)])).toEqual(new Set(idsOf(await server.ask(SIGMA))))
  })

  test('carries one X-Next-Since from its first page to its last', async () => {
    const server = await startServer()
    await server.import(...addresses(5))
    const pages = await walk(server, `${SIGMA}?limit=2`, async () => server.import('203.0.113.9'))
    expect(new Set(pages.map(({ headers }) => headers['x-next-since'])).size).toBe(1)
  })
})

describe('a cursor', () => {
  const withCursor = async (server: TestServer): Promise<URL> => {
    await server.import(...addresses(5), 'evil.example')
    return new URL(nextPageOf(await server.ask(`${SIGMA}?type=ipv4&limit=2`)) ?? '', server.url)
  }

  test.each([
    ['another filter', 'type', 'domain'],
    ['a filter more', 'confidence', 'medium'],
    ['a changed letter of its own', 'cursor', 'd1.2.3']
  ])('with %s is refused', async (_what, name, value) => {
    const server = await startServer()
    const url = await withCursor(server)
    url.searchParams.set(name, value)
    const { status, text } = await server.ask(url.pathname + url.search)
    expect([status, errorOf(text).details?.['parameter']]).toEqual([400, 'cursor'])
  })

  test('without its filters is refused', async () => {
    const server = await startServer()
    const url = await withCursor(server)
    url.searchParams.delete('type')
    expect((await server.ask(url.pathname + url.search)).status).toBe(400)
  })

  test('of one operation is refused by another', async () => {
    const server = await startServer()
    const url = await withCursor(server)
    expect((await server.ask(`/api/v1/iocs${url.search}`)).status).toBe(400)
  })

  test('of a key that sees more is refused for one that sees less', async () => {
    const server = await startServer({ settings: withTier('free', { sigmaExport: true }) })
    const url = await withCursor(server)
    expect((await server.ask(url.pathname + url.search, { key: server.free })).status).toBe(400)
  })

  test('never expires', async () => {
    const server = await startServer()
    const url = await withCursor(server)
    server.clock.set(server.clock.now() + 300 * 86_400_000_000)
    expect((await server.ask(url.pathname + url.search)).status).toBe(200)
  })
})

describe('withheld indicators', () => {
  test.each([
    ['newest first', SIGMA],
    ['oldest first', `${SIGMA}?since=2026-01-01`]
  ])('are counted over a walk exactly once, and take no place of a rule: %s', async (_order, path) => {
    const server = await startServer()
    const odd = Array.from({ length: 4 }, (_, index) => `http://host${index}.example/??*`)
    await server.import(...addresses(2))
    await server.import(...odd.slice(0, 2))
    await server.import(...addresses(3, 2))
    await server.import(...odd.slice(2))
    await server.import(...addresses(1, 5))
    const pages = await walk(server, `${path}${path.includes('?') ? '&' : '?'}limit=2`)
    expect(pages.map(({ headers }) => headers['x-rule-count'])).toEqual(['2', '2', '2'])
    const sum = (name: string): number => pages.reduce((total, { headers }) => total + Number(headers[name]), 0)
    expect(sum('x-rule-count')).toBe(6)
    expect(sum('x-rules-withheld')).toBe(4)
  })

  test('behind the last rule lead to no empty page, and the next poll passes over them', async () => {
    const server = await startServer()
    await server.import('198.51.100.1')
    await server.import('http://host.example/??*')
    const first = await server.ask(`${SIGMA}?since=2026-01-01&limit=1`)
    expect(first.headers).not.toHaveProperty('link')
    expect(first.headers).toMatchObject({ 'x-rules-withheld': '1', 'x-next-since': '2026-05-17T10:00:00.000000Z' })
    const second = await server.ask(`${SIGMA}?since=${nextSinceOf(first)}`)
    expect(second.headers).toMatchObject({ 'x-rule-count': '0', 'x-next-since': '2026-05-17T10:00:00.000001Z' })
  })
})
