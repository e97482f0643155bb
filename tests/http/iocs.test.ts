import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { errorOf, nextSinceOf, type Asked } from './ask.ts'
import { addresses, startServer, withTier } from './test-server.ts'

const LIST = '/api/v1/iocs'
const DAY = 86_400_000_000

interface Envelope {
  readonly meta: Readonly<Record<string, unknown>>
  readonly data: readonly Readonly<Record<string, unknown>>[]
  readonly links: { readonly self: string; readonly next: string | null }
}

const envelope = ({ text }: Asked): Envelope => JSON.parse(text) as Envelope

const valuesOf = (answer: Asked): readonly unknown[] => envelope(answer).data.map(({ value }) => value)

describe('the JSON envelope', () => {
  test('says what was asked and what there is', async () => {
    const server = await startServer()
    await server.import('198.51.100.1', '198.51.100.2', 'evil.example')
    const answer = await server.ask(`${LIST}?type=ipv4&limit=1&since=2026-05-17`)
    const { meta, data, links } = envelope(answer)
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(meta).toEqual({
      total: 2,
      total_is_lower_bound: false,
      limit: 1,
      offset: 0,
      generated_at: '2026-05-17T10:00:00.000002Z',
      feed_version: '1.0',
      source: 'SOC Defenders',
      filters: {
        type: 'ipv4',
        category: 'all',
        confidence: 'all',
        industry: 'all',
        since: '2026-05-17T00:00:00.000000Z',
        until: 'all'
      }
    })
    expect(data).toHaveLength(1)
    expect(links.self).toBe(`${LIST}?type=ipv4&limit=1&since=2026-05-17`)
    expect(answer.headers['link']).toBe(`<${links.next}>; rel="next"`)
  })

  test('of nothing is whole', async () => {
    const server = await startServer()
    const { meta, data, links } = envelope(await server.ask(LIST))
    expect(meta).toMatchObject({ total: 0, filters: { type: 'all', since: 'all' } })
    expect([data, links.next]).toEqual([[], null])
  })

  test('counts the whole walk on each of its pages', async () => {
    const server = await startServer()
    await server.import(...addresses(5))
    const first = envelope(await server.ask(`${LIST}?limit=2`))
    const second = envelope(await server.ask(first.links.next ?? ''))
    expect([first.meta['total'], second.meta['total']]).toEqual([5, 5])
  })

  test('is a lower bound beyond 10,000', async () => {
    const server = await startServer()
    await server.import(...addresses(10_000))
    expect(envelope(await server.ask(`${LIST}?limit=1`)).meta).toMatchObject({
      total: 10_000,
      total_is_lower_bound: false
    })
    await server.import(...addresses(1, 10_000))
    expect(envelope(await server.ask(`${LIST}?limit=1`)).meta).toMatchObject({
      total: 10_000,
      total_is_lower_bound: true
    })
  })

  test('has the same bytes for the same data, whenever it is asked for', async () => {
    const server = await startServer()
    await server.import('198.51.100.1')
    const first = await server.ask(LIST)
    server.clock.set(server.clock.now() + 3_600_000_000)
    expect((await server.ask(LIST)).text).toBe(first.text)
  })

  test('also holds what gives no rule', async () => {
    const server = await startServer()
    await server.import('http://host.example/??*')
    expect(valuesOf(await server.ask(LIST))).toEqual(['http://host.example/??*'])
  })
})

describe('an indicator', () => {
  test('has the id of its rule, and its sources', async () => {
    const server = await startServer()
    await server.importFeed('Second', '198.51.100.1')
    await server.importFeed('First', '198.51.100.1')
    const [indicator] = envelope(await server.ask(LIST)).data
    const rule = await server.ask('/api/v1/iocs/sigma')
    expect(rule.text).toContain(`id: ${String(indicator?.['id'])}`)
    expect(indicator).toMatchObject({
      type: 'ipv4',
      value: '198.51.100.1',
      confidence: 'medium',
      first_seen: '2026-05-17T00:00:00Z',
      last_seen: '2026-05-17T00:00:00Z',
      source: { feed_name: 'First', reference_url: null, article_id: null, category: 'threat-feed', origin: 'feed' },
      tags: [],
      mitre_techniques: [],
      sources: [{ feed_name: 'First' }, { feed_name: 'Second' }]
    })
  })

  test('shows what a source knows, and leaves out what it does not', async () => {
    const server = await startServer()
    await server.importText(
      'Feed',
      [
        '"first_seen_utc","ioc_value","ioc_type","threat_type","malware_printable","confidence_level","reference","tags"',
        '"2026-05-01 08:00:00","198.51.100.1:443","ip:port","botnet_cc","Emotet","90","https://report.example/1","c2,epoch4"'
      ].join('\n')
    )
    const [indicator] = envelope(await server.ask(LIST)).data
    expect(indicator).toMatchObject({ value: '198.51.100.1', confidence: 'high', first_seen: '2026-05-01T08:00:00Z' })
    const [source] = (indicator?.['sources'] ?? []) as readonly object[]
    expect(source).toMatchObject({ ports: [443], confidence: 'high' })
    expect(source).not.toHaveProperty('tlp')
    expect(source).not.toHaveProperty('actors')
  })

  test('has every member that clients of the original read, and no other at the top', async () => {
    const server = await startServer()
    await server.importText(
      'Feed',
      'indicator,threat type,malware,reference,tags\n198.51.100.1,botnet_cc,Emotet,https://report.example/1,c2\n'
    )
    const [indicator] = envelope(await server.ask(LIST)).data
    expect(indicator).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      type: 'ipv4',
      value: '198.51.100.1',
      confidence: 'medium',
      first_seen: '2026-05-17T00:00:00Z',
      last_seen: '2026-05-17T00:00:00Z',
      source: {
        article_id: null,
        article_title: null,
        article_url: null,
        reference_url: 'https://report.example/1',
        feed_name: 'Feed',
        category: 'threat-feed',
        origin: 'feed'
      },
      context: 'botnet_cc, Emotet',
      tags: ['c2'],
      mitre_techniques: [],
      sources: [expect.objectContaining({ feed_name: 'Feed' })]
    })
  })

  test('names as its source the one that saw it first', async () => {
    const server = await startServer()
    await server.importText('Alpha', 'indicator,first_seen\n198.51.100.1,2026-05-10\n')
    await server.importText('Zulu', 'indicator,first_seen\n198.51.100.1,2026-05-02\n')
    const [indicator] = envelope(await server.ask(LIST)).data
    expect(indicator).toMatchObject({ first_seen: '2026-05-02T00:00:00Z', source: { feed_name: 'Zulu' } })
  })

  test('that is a URL shows http if any source had it, else https', async () => {
    const server = await startServer()
    await server.importFeed('A', 'https://a.example/x', 'https://b.example/x')
    await server.importFeed('B', 'http://b.example/x')
    expect(new Set(valuesOf(await server.ask(LIST)))).toEqual(new Set(['https://a.example/x', 'http://b.example/x']))
  })
})

describe('offset', () => {
  test('passes over so many, and the next page goes on by cursor', async () => {
    const server = await startServer()
    await server.import(...addresses(10))
    const all = valuesOf(await server.ask(LIST))
    const page = await server.ask(`${LIST}?offset=3&limit=4`)
    expect(valuesOf(page)).toEqual(all.slice(3, 7))
    const { next } = envelope(page).links
    expect(next).not.toContain('offset')
    expect(valuesOf(await server.ask(next ?? ''))).toEqual(all.slice(7))
  })

  test.each(['offset=10001', 'offset=-1', 'offset=x', 'offset='])('%s is refused', async (query) => {
    const server = await startServer()
    const { status, text } = await server.ask(`${LIST}?${query}`)
    expect([status, errorOf(text).details?.['parameter']]).toEqual([400, 'offset'])
  })

  test('of 10,000 is taken', async () => {
    const server = await startServer()
    expect((await server.ask(`${LIST}?offset=10000`)).status).toBe(200)
  })

  test('beside a cursor is refused', async () => {
    const server = await startServer()
    await server.import(...addresses(3))
    const { next } = envelope(await server.ask(`${LIST}?limit=1`)).links
    expect((await server.ask(`${next}&offset=1`)).status).toBe(400)
    expect((await server.ask(`${next}&offset=0`)).status).toBe(400)
  })
})

describe('a client that knows offsets only', () => {
  test('gets everything by meta.total, limit and offset', async () => {
    const server = await startServer({ settings: withTier('free', { requestsPerMinute: 100 }) })
    await server.import(...addresses(250))
    const seen = new Set<unknown>()
    let total = 1
    for (let offset = 0; offset < total; offset += 100) {
      const { meta, data } = envelope(await server.ask(`${LIST}?limit=100&offset=${offset}`, { key: server.free }))
      total = Number(meta['total'])
      expect(meta).toMatchObject({ limit: 100, offset })
      for (const { value, source } of data) {
        seen.add(value)
        expect(source).toMatchObject({ feed_name: 'list', category: 'threat-feed' })
      }
    }
    expect(seen).toEqual(new Set(addresses(250)))
  })
})

describe('formats', () => {
  test.each(['csv', 'txt'])('%s needs a tier that has it', async (format) => {
    const server = await startServer()
    const { status, text } = await server.ask(`${LIST}?format=${format}`, { key: server.free })
    expect([status, errorOf(text).code]).toEqual([403, 'tier_required'])
    expect(errorOf(text).details).toEqual({ tier: 'free', required: ['pro'] })
  })

  test('the operator decides which', async () => {
    const server = await startServer({ settings: withTier('free', { formats: ['json', 'csv'] }) })
    expect((await server.ask(`${LIST}?format=csv`, { key: server.free })).status).toBe(200)
  })

  test('an unknown one is refused with the nearest', async () => {
    const server = await startServer()
    const { text } = await server.ask(`${LIST}?format=jsn`)
    expect(errorOf(text).details).toMatchObject({
      parameter: 'format',
      nearest: 'json',
      allowed: ['json', 'csv', 'txt']
    })
  })

  test('txt is one bare value a line, URLs with their scheme', async () => {
    const server = await startServer()
    await server.import('198.51.100.1')
    await server.import('http://evil.example/a')
    const { text, headers } = await server.ask(`${LIST}?format=txt`)
    expect(headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(text).toBe('http://evil.example/a\n198.51.100.1\n')
  })

  test('csv has the ten columns of the contract and ends its lines as RFC 4180 says', async () => {
    const server = await startServer()
    await server.import('198.51.100.1', 'evil.example')
    const { text, headers } = await server.ask(`${LIST}?format=csv`)
    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present')
    expect(text.split('\r\n')[0]).toBe(
      'id,type,value,confidence,first_seen,last_seen,source_article,source_feed,category,tags'
    )
    const rows: Record<string, string>[] = parse(text, { columns: true })
    expect(rows.map(({ value }) => value)).toEqual(['evil.example', '198.51.100.1'])
    expect(text.endsWith('\r\n')).toBe(true)
  })

  test.each(['csv', 'txt'])('%s goes on by Link header', async (format) => {
    const server = await startServer()
    await server.import(...addresses(3))
    const { headers } = await server.ask(`${LIST}?format=${format}&limit=2`)
    const next = /^<([^>]+)>/.exec(String(headers['link']))?.[1] ?? ''
    expect(next).toContain(`format=${format}`)
    expect((await server.ask(next)).headers).not.toHaveProperty('link')
  })

  test('of nothing: csv is its header, txt is empty', async () => {
    const server = await startServer()
    expect((await server.ask(`${LIST}?format=csv`)).text).toMatch(/^id,[a-z_,]+\r\n$/)
    expect((await server.ask(`${LIST}?format=txt`)).text).toBe('')
  })
})

describe('hostile text', () => {
  const FEED = '=HYPERLINK("https://evil.example";"x")'

  test('is guarded in csv, so that no spreadsheet runs it', async () => {
    const server = await startServer()
    await server.importFeed(FEED, '198.51.100.1')
    const rows: Record<string, string>[] = parse((await server.ask(`${LIST}?format=csv`)).text, { columns: true })
    expect(rows[0]?.['source_feed']).toBe(`'${FEED}`)
  })

  test('comes as it is with raw=1', async () => {
    const server = await startServer()
    await server.importFeed(FEED, '198.51.100.1')
    const rows: Record<string, string>[] = parse((await server.ask(`${LIST}?format=csv&raw=1`)).text, { columns: true })
    expect(rows[0]?.['source_feed']).toBe(FEED)
  })

  test.each(['raw=1', 'format=txt&raw=1', 'format=csv&raw=true'])('%s is refused', async (query) => {
    const server = await startServer()
    const { status, text } = await server.ask(`${LIST}?${query}`)
    expect([status, errorOf(text).details?.['parameter']]).toEqual([400, 'raw'])
  })

  test('stays inside its JSON string and its YAML scalar', async () => {
    const server = await startServer()
    const url = `https://evil.example/'"];--\\"}{x=1&y=<script>`
    await server.importFeed(`feed'\n---\ntitle: "x"`, url)
    expect(envelope(await server.ask(LIST)).data).toHaveLength(1)
    const { text } = await server.ask('/api/v1/iocs/sigma')
    expect(text.match(/^title:/gm)?.length ?? 0).toBeLessThanOrEqual(1)
    expect(text).not.toMatch(/^---$/m)
  })
})

describe('X-Next-Since', () => {
  test('leads on from a list as it does from rules', async () => {
    const server = await startServer()
    await server.import('198.51.100.1')
    const first = await server.ask(LIST)
    await server.import('http://host.example/??*')
    const second = await server.ask(`${LIST}?since=${nextSinceOf(first)}`)
    expect(valuesOf(second)).toEqual(['http://host.example/??*'])
    expect(valuesOf(await server.ask(`${LIST}?since=${nextSinceOf(second)}`))).toEqual([])
  })
})

describe('lookback', () => {
  test('a Free key sees what was last seen since yesterday', async () => {
    const server = await startServer()
    await server.import('198.51.100.1')
    server.clock.set(server.clock.now() + DAY)
    const list = async (): Promise<readonly unknown[]> => valuesOf(await server.ask(LIST, { key: server.free }))
    expect(await list()).toEqual(['198.51.100.1'])
    server.clock.set(server.clock.now() + DAY)
    expect(await list()).toEqual([])
  })
})
