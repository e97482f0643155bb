import { describe, expect, test } from 'vitest'
import { OPEN_VARIABLES } from '../../src/app/feeds/read-header.ts'
import { LONGEST_BODY } from '../../src/api/bodies/bounds.ts'
import { MOMENT } from '../support/stores.ts'
import { askRaw, errorOf, parseRaw, type Asked } from './ask.ts'
import { startServer, type TestServer } from './test-server.ts'

const FEEDS = '/api/v1/feeds'
const NEW = { name: 'partner', url: 'https://feeds.example/iocs.json' }

interface Journey {
  readonly server: TestServer
  readonly key: string
  readonly send: (method: string, path: string, body?: unknown) => Promise<Asked>
  /** Adds a feed and gives it as it was answered. */
  readonly add: (body?: object) => Promise<Record<string, unknown>>
}

const begin = async (): Promise<Journey> => {
  const server = await startServer()
  const key = await server.keyWithScopes('feeds:admin')
  const send: Journey['send'] = (method, path, body) =>
    server.ask(path, {
      method,
      key,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
    })
  const add: Journey['add'] = async (body = {}) => {
    const { status, text } = await send('POST', FEEDS, { ...NEW, ...body })
    if (status !== 201) throw new Error(text)
    return objectOf(text)
  }
  return { server, key, send, add }
}

const objectOf = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>

describe('PATCH /api/v1/feeds/{name}', () => {
  test('changes what is given, takes back what is null and leaves the rest', async () => {
    const { send, add } = await begin()
    const { next_run: _before, ...rest } = await add({ every: '30m', tlp: 'amber', lifetime: '30d' })
    const { status, text } = await send('PATCH', `${FEEDS}/partner`, { every: '2h', lifetime: null })
    expect(status).toBe(200)
    const { next_run: _, ...after } = objectOf(text)
    expect(after).toEqual({ ...rest, schedule: { every: '2h' }, lifetime_days: null })
  })

  test.each([
    [{}, 'it says nothing of the feed'],
    [{ name: 'another' }, 'a feed keeps its name'],
    [{ url: null }, 'a feed needs it'],
    [{ confidense: 'high' }, 'there is no such member'],
    [{ url: 'https://elsewhere.example/' }, 'give headers with it']
  ])('refuses %j', async (body, reason) => {
    const { send, add } = await begin()
    const before = await add({ headers: { 'Auth-Key': 'env:FEED_KEY' } })
    const { status, text } = await send('PATCH', `${FEEDS}/partner`, body)
    expect(status).toBe(400)
    expect(text).toContain(reason)
    expect(objectOf((await send('GET', `${FEEDS}/partner`)).text)).toEqual(before)
  })

  test('finds no feed that is not there', async () => {
    const { send } = await begin()
    expect((await send('PATCH', `${FEEDS}/partner`, { every: '2h' })).status).toBe(404)
  })
})

describe('POST /api/v1/feeds', () => {
  test('adds a feed that is due, and says where it is', async () => {
    const { send } = await begin()
    const body = {
      ...NEW,
      format: 'misp-feed',
      every: '30m',
      mode: 'window',
      confidence: 'high',
      industries: ['energy'],
      role: 'source',
      tlp: 'amber',
      threat_types: ['botnet_cc'],
      lifetime: '30d',
      licence: 'CC0'
    }
    const { status, headers, text } = await send('POST', FEEDS, body)
    expect([status, headers['location']]).toEqual([201, `${FEEDS}/partner`])
    expect(objectOf(text)).toEqual({
      name: 'partner',
      url: NEW.url,
      standing: 'enabled',
      format: 'misp-feed',
      schedule: { every: '30m' },
      mode: 'window',
      confidence: 'high',
      industries: ['energy'],
      role: 'source',
      tlp: 'amber',
      threat_types: ['botnet_cc'],
      lifetime_days: 30,
      licence: 'CC0',
      headers: [],
      allow_networks: [],
      added: '2026-05-17T10:00:00.000000Z',
      next_run: '2026-05-17T10:00:00.000000Z',
      last_run: null,
      last_good_run: null,
      age_seconds: null,
      failures: 0,
      size: null,
      held_size: null,
      approved_size: null,
      alarm: null
    })
  })

  test('escapes the name in the place where the feed is', async () => {
    const { send } = await begin()
    const { headers } = await send('POST', FEEDS, { ...NEW, name: 'a/b c?' })
    expect(headers['location']).toBe(`${FEEDS}/a%2Fb%20c%3F`)
    expect(objectOf((await send('GET', String(headers['location']))).text)).toMatchObject({ name: 'a/b c?' })
  })

  test('never shows the value of a header, nor the query of a URL, again', async () => {
    const { send, server } = await begin()
    const headers = { 'X-Key': 's3cret', 'Auth-Key': `env:${OPEN_VARIABLES}KEY` }
    const added = await send('POST', FEEDS, { ...NEW, url: `${NEW.url}?key=s3cret`, headers })
    const shown = [added, await send('GET', FEEDS), await send('GET', `${FEEDS}/partner`)].map(({ text }) => text)
    for (const text of [...shown, ...server.log]) expect(text).not.toContain('s3cret')
    expect(objectOf(added.text)['headers']).toEqual([
      { name: 'X-Key', variable: null },
      { name: 'Auth-Key', variable: 'FEED_KEY' }
    ])
  })

  test('opens no private network and sends no other variable away', async () => {
    const { send } = await begin()
    const refused = [{ allow_networks: ['10.0.0.0/8'] }, { headers: { Key: 'env:AWS_SECRET_ACCESS_KEY' } }]
    for (const part of refused) expect((await send('POST', FEEDS, { ...NEW, ...part })).status).toBe(400)
  })

  test('refuses a name that is taken', async () => {
    const { send, add } = await begin()
    await add()
    const { status, text } = await send('POST', FEEDS, NEW)
    expect([status, errorOf(text).code]).toEqual([409, 'feed_exists'])
  })

  test.each<[object, string]>([
    [{ name: 'a' }, 'url: it is missing.'],
    [{ ...NEW, confidense: 'high' }, 'confidense: there is no such member. Did you mean "confidence"?'],
    [{ ...NEW, confidence: 'hgih' }, 'confidence "hgih": it is none of them. Did you mean "high"?'],
    [{ ...NEW, every: 3_600 }, 'every: it is no text, or empty.'],
    [{ ...NEW, industries: 'energy' }, 'industries: it is no list of texts.'],
    [{ ...NEW, threat_types: [1] }, 'threat_types: it is no list of texts.'],
    [{ ...NEW, headers: ['Auth-Key: env:FEED_KEY'] }, 'headers: it is no object of texts'],
    [{ ...NEW, headers: { Key: 1 } }, 'headers: it is no object of texts'],
    [{ ...NEW, lifetime: '1h' }, 'lifetime "1h": ']
  ])('refuses %j', async (body, message) => {
    const { send } = await begin()
    const { status, text } = await send('POST', FEEDS, body)
    expect([status, errorOf(text).code]).toEqual([400, 'invalid_parameter'])
    expect(errorOf(text).message).toContain(message)
  })
})

describe('a body', () => {
  const post = ({ server, key }: Journey, body: string | undefined, type?: string): Promise<Asked> =>
    server.ask(FEEDS, {
      method: 'POST',
      key,
      ...(body === undefined ? {} : { body }),
      headers: type === undefined ? {} : { 'content-type': type }
    })

  test.each([undefined, 'text/plain', 'application/x-www-form-urlencoded', 'nonsense', 'application/jsonl'])(
    'of type %s is not read',
    async (type) => {
      const { status, text } = await post(await begin(), JSON.stringify(NEW), type)
      expect([status, errorOf(text).code]).toEqual([415, 'unsupported_media_type'])
    }
  )

  test('may say that it is UTF-8', async () => {
    expect((await post(await begin(), JSON.stringify(NEW), 'Application/JSON; charset=utf-8')).status).toBe(201)
  })

  test.each([
    ['{"name":"a",}', 'at line 1, column 13'],
    ['{\n  "name": a\n}', 'at line 2, column 11'],
    ['{"name":"a"', 'at its end'],
    ['{"name":"a"} {', 'at line 1, column 14'],
    ["{'name':1}", 'at line 1, column 2']
  ])('%j is refused with the place where it breaks', async (body, place) => {
    const { status, text } = await post(await begin(), body, 'application/json')
    expect([status, errorOf(text).details]).toEqual([400, { reason: 'invalid JSON', place }])
  })

  test.each(['', 'null', '[]', '"text"', '1'])('%j is no object', async (body) => {
    const { status, text } = await post(await begin(), body, 'application/json')
    expect([status, errorOf(text).code]).toEqual([400, 'invalid_parameter'])
  })

  test('that is not UTF-8 is refused', async () => {
    const { server, key } = await begin()
    const head = `POST ${FEEDS} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${key}\r\nConnection: close\r\n`
    const answer = await askRaw(server.url, `${head}Content-Type: application/json\r\nContent-Length: 4\r\n\r\n{"\xff}`)
    expect([parseRaw(answer).status, errorOf(parseRaw(answer).body).message]).toEqual([
      400,
      'The request body is not UTF-8.'
    ])
  })

  test('that says it is too long is refused before anything else', async () => {
    const { server } = await begin()
    const body = ' '.repeat(LONGEST_BODY + 1)
    const { status, text } = await server.ask('/nowhere', { method: 'POST', key: 'nonsense', body })
    expect([status, errorOf(text).code]).toEqual([413, 'request_too_large'])
  })

  test('that grows too long in pieces is refused', async () => {
    const { server, key } = await begin()
    const head = `POST ${FEEDS} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/json\r\n`
    const piece = ' '.repeat(LONGEST_BODY)
    const chunk = `${piece.length.toString(16)}\r\n${piece}\r\n`
    const answer = await askRaw(server.url, `${head}Transfer-Encoding: chunked\r\n\r\n${chunk}${chunk}0\r\n\r\n`)
    expect([parseRaw(answer).status, errorOf(parseRaw(answer).body).code]).toEqual([413, 'request_too_large'])
  })

  test('that breaks the rules of HTTP in its middle gets an answer', async () => {
    const { server, key } = await begin()
    const head = `POST ${FEEDS} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/json\r\n`
    const answer = await askRaw(server.url, `${head}Transfer-Encoding: chunked\r\n\r\n2\r\n{"\r\nnonsense\r\n`)
    expect([parseRaw(answer).status, errorOf(parseRaw(answer).body).code]).toEqual([400, 'invalid_parameter'])
  })

  test('that never ends is given up', async () => {
    const server = await startServer({ times: { headers: 50, check: 10 } })
    const key = await server.keyWithScopes('feeds:admin')
    const head = `POST ${FEEDS} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/json\r\n`
    const answer = await askRaw(server.url, `${head}Content-Length: 100\r\n\r\n{"name":`)
    expect([parseRaw(answer).status, errorOf(parseRaw(answer).body).code]).toEqual([408, 'timeout'])
  })

  test('is looked at after key and scope', async () => {
    const { server } = await begin()
    const ask = async (key: string): Promise<string> =>
      errorOf((await server.ask(FEEDS, { method: 'POST', key, body: '{', headers: { 'content-type': 'a' } })).text).code
    expect([await ask(''), await ask(server.pro)]).toEqual(['missing_api_key', 'insufficient_scope'])
  })

  test('is refused where none is taken', async () => {
    const { server, key, send, add } = await begin()
    await add()
    const { status } = await send('POST', `${FEEDS}/partner/freeze`, {})
    expect(status).toBe(413)
    const headers = { 'content-length': 2 }
    expect((await server.ask(`${FEEDS}/partner`, { method: 'DELETE', key, headers, body: '{}' })).status).toBe(413)
  })
})

test('the connection is good for another request after a body', async () => {
  const { server, key } = await begin()
  const request = (body: string, last: string): string =>
    `POST ${FEEDS} HTTP/1.1\r\nHost: a\r\nX-API-Key: ${key}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n${last}\r\n${body}`
  const second = JSON.stringify({ ...NEW, name: 'b' })
  const answer = await askRaw(server.url, request(JSON.stringify(NEW), '') + request(second, 'Connection: close\r\n'))
  expect(answer.match(/HTTP\/1\.1 201/g)).toHaveLength(2)
})

describe('the feeds', () => {
  test('are listed by name', async () => {
    const { send, add } = await begin()
    expect(objectOf((await send('GET', FEEDS)).text)).toEqual({ data: [] })
    const [b, a] = [await add({ name: 'b' }), await add({ name: 'a' })]
    expect(objectOf((await send('GET', FEEDS)).text)).toEqual({ data: [a, b] })
  })

  test('change their standing, and only enabled ones are due', async () => {
    const { send, add } = await begin()
    await add()
    for (const [verb, standing, due] of [
      ['disable', 'disabled', null],
      ['freeze', 'frozen', null],
      ['enable', 'enabled', '2026-05-17T10:00:00.000000Z']
    ]) {
      const { status, text } = await send('POST', `${FEEDS}/partner/${verb}`)
      expect([status, objectOf(text)['standing'], objectOf(text)['next_run']]).toEqual([200, standing, due])
    }
  })

  test('are made due, but not while they are not enabled', async () => {
    const { server, send, add } = await begin()
    await add()
    await server.store.feeds.saveState('partner', (state) => ({ ...state, nextRun: MOMENT + 10 ** 12 }))
    const { status, text } = await send('POST', `${FEEDS}/partner/run`)
    expect([status, objectOf(text)['next_run']]).toEqual([202, '2026-05-17T10:00:00.000000Z'])
    await send('POST', `${FEEDS}/partner/freeze`)
    const refused = await send('POST', `${FEEDS}/partner/run`)
    expect([refused.status, errorOf(refused.text).code]).toEqual([409, 'feed_state'])
  })

  test('are approved where something is held', async () => {
    const { server, send, add } = await begin()
    await add()
    expect((await send('POST', `${FEEDS}/partner/approve`)).status).toBe(409)
    await server.store.feeds.saveState('partner', (state) => ({ ...state, heldSize: 90 }))
    const { text } = await send('POST', `${FEEDS}/partner/approve`)
    expect(objectOf(text)).toMatchObject({ approved_size: 90, held_size: null })
  })

  test('are removed with all that they said', async () => {
    const { server, send, add } = await begin()
    await add()
    await server.importFeed('partner', 'evil.example', 'evil.example.net')
    await server.importFeed('other', 'evil.example')
    const { status, text } = await send('DELETE', `${FEEDS}/partner`)
    expect([status, objectOf(text)]).toEqual([200, { name: 'partner', withdrawn: 2 }])
    expect((await send('GET', `${FEEDS}/partner`)).status).toBe(404)
    const rules = (await server.ask('/api/v1/iocs/sigma')).text
    expect(rules.match(/^title: .*/gm)).toEqual(["title: 'SOC Defenders IOC - Malicious Domain evil.example'"])
  })

  test('that are not there are named with the nearest that is', async () => {
    const { send, add } = await begin()
    await add()
    for (const [method, path] of [
      ['GET', 'partnr'],
      ['DELETE', 'partnr'],
      ['POST', 'partnr/enable'],
      ['POST', 'partnr/approve'],
      ['POST', 'partnr/run']
    ] as const) {
      const { status, text } = await send(method, `${FEEDS}/${path}`)
      expect([status, errorOf(text).details]).toEqual([404, { nearest: 'partner' }])
    }
  })

  test('take the methods that Allow names', async () => {
    const { send } = await begin()
    for (const [path, allow] of [
      [FEEDS, 'GET, HEAD, POST'],
      [`${FEEDS}/a`, 'GET, HEAD, PATCH, DELETE'],
      [`${FEEDS}/a/run`, 'POST']
    ] as const) {
      const { status, headers } = await send('PUT', path)
      expect([status, headers['allow']]).toEqual([405, allow])
    }
    expect((await send('HEAD', FEEDS)).status).toBe(200)
    expect((await send('POST', `${FEEDS}/a/nothing`)).status).toBe(404)
  })
})

describe('GET /metrics', () => {
  const sampleLines = (text: string): readonly string[] =>
    text.split('\n').filter((line) => line.startsWith('sigmill_feed_'))

  test('has the figures of every feed, in the format of Prometheus', async () => {
    const { server, add } = await begin()
    await add({ name: 'a "b"\\' })
    await server.store.feeds.saveState('a "b"\\', (state) => ({
      ...state,
      lastGoodRun: MOMENT - 90_000_000,
      nextRun: MOMENT + 1_500_000,
      failures: 2,
      size: 10,
      alarm: { code: 'failing', message: 'It is down.', since: MOMENT }
    }))
    const key = await server.keyWithScopes('metrics:read')
    const { status, headers, text } = await server.ask('/metrics', { key })
    expect([status, headers['content-type']]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8'])
    const seconds = MOMENT / 1_000_000
    expect(sampleLines(text)).toEqual([
      `sigmill_feed_last_good_run_timestamp_seconds{feed="a \\"b\\"\\\\"} ${seconds - 90}`,
      'sigmill_feed_age_seconds{feed="a \\"b\\"\\\\"} 90',
      `sigmill_feed_next_run_timestamp_seconds{feed="a \\"b\\"\\\\"} ${seconds + 1.5}`,
      'sigmill_feed_size{feed="a \\"b\\"\\\\"} 10',
      'sigmill_feed_failures{feed="a \\"b\\"\\\\"} 2',
      'sigmill_feed_enabled{feed="a \\"b\\"\\\\"} 1',
      'sigmill_feed_alarm{feed="a \\"b\\"\\\\",code="failing"} 1'
    ])
  })

  test('has nothing of what is not known, nor of feeds that are gone', async () => {
    const { server, send, add } = await begin()
    await add()
    await send('POST', `${FEEDS}/partner/disable`)
    const key = await server.keyWithScopes('metrics:read')
    expect(sampleLines((await server.ask('/metrics', { key })).text)).toEqual([
      'sigmill_feed_failures{feed="partner"} 0',
      'sigmill_feed_enabled{feed="partner"} 0'
    ])
    await send('DELETE', `${FEEDS}/partner`)
    expect(sampleLines((await server.ask('/metrics', { key })).text)).toEqual([])
  })
})
