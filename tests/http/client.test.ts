import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createClient } from '../../src/client/create-client.ts'
import type { Answer, PageOptions } from '../../src/client/call.ts'
import type { Client } from '../../src/client/client.ts'
import { addresses, startServer, type TestServer } from './test-server.ts'

/** A server with a client that holds a key with these scopes. */
const begin = async (
  ...scopes: readonly string[]
): Promise<{ readonly server: TestServer; readonly client: Client }> => {
  const server = await startServer()
  const key = scopes.length === 0 ? server.pro : await server.keyWithScopes(...scopes)
  return { server, client: createClient({ url: server.url, key }) }
}

/** Another server than sigmill's, on a free port. */
const otherServer = async (answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> => {
  const server = createServer(answer)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => void server.close())
  const address = server.address()
  return typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : ''
}

const gather = async <Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> => {
  const gathered: Item[] = []
  for await (const item of items) gathered.push(item)
  return gathered
}

/** The answer, where it is one. */
const accepted = <Answer extends { readonly ok: boolean }>(answer: Answer): Extract<Answer, { readonly ok: true }> => {
  if (!isAccepted(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer
}

const isAccepted = <Answer extends { readonly ok: boolean }>(
  answer: Answer
): answer is Extract<Answer, { readonly ok: true }> => answer.ok

describe('a client', () => {
  test('makes, shows, rotates and revokes a key', async () => {
    const { server, client } = await begin('read:iocs', 'keys:self')
    const made = accepted(await client.postKeys({ body: { name: 'poller', allowed_ips: ['127.0.0.0/8'] } }))
    const { id, key } = made.body.data
    expect(made.status).toBe(201)
    const own = createClient({ url: server.url, key })
    expect(accepted(await own.getMe()).body.data).toMatchObject({ account: 'tests', key: { id, name: 'poller' } })
    const rotated = accepted(await client.postKeyRotate({ id, body: { overlap_hours: 0 } }))
    expect(await own.getMe()).toMatchObject({ ok: false, status: 401, code: 'invalid_api_key' })
    expect((await createClient({ url: server.url, key: rotated.body.data.key }).getMe()).ok).toBe(true)
    expect(accepted(await client.deleteKey({ id })).body).toMatchObject({ success: true })
    expect(accepted(await client.getKey({ id })).body.data.state).toBe('revoked')
  })

  test('adds, changes and removes a feed, whatever its name', async () => {
    const { client } = await begin('feeds:admin')
    const name = 'of a partner/50%?'
    const url = 'https://feed.example/iocs.json'
    expect((await client.postFeeds({ body: { name, url, every: '30m' } })).status).toBe(201)
    const changed = accepted(await client.patchFeed({ name, body: { confidence: 'low', every: '2h' } }))
    expect(changed.body).toMatchObject({ name, confidence: 'low' })
    expect(accepted(await client.getFeeds()).body.data.map((feed) => feed.name)).toEqual([name])
    expect(accepted(await client.deleteFeed({ name })).body).toEqual({ name, withdrawn: 0 })
    expect(await client.getFeed({ name })).toMatchObject({ ok: false, status: 404, code: 'not_found' })
  })

  test('reads indicators in each form', async () => {
    const { server, client } = await begin()
    await server.import('192.0.2.1', 'evil.example')
    const listed = accepted(await client.getIocs({ type: ['domain', 'url'] }))
    if (listed.form !== 'json') throw new Error(`not JSON: ${listed.form}`)
    expect(listed.body.data.map(({ value }) => value)).toEqual(['evil.example'])
    const plain = accepted(await client.getIocs({ type: ['ipv4'], format: 'txt' }))
    expect([plain.form, plain.body]).toEqual(['text', '192.0.2.1\n'])
  })

  test('follows pages to the end', async () => {
    const { server, client } = await begin()
    await server.import(...addresses(7))
    const pages = (await gather(client.pages('getSigmaRules', { type: ['ipv4'], limit: 3 }))).map(accepted)
    expect(pages.map(({ headers }) => headers.get('x-rule-count'))).toEqual(['3', '3', '1'])
    const titles = pages.flatMap(({ body }) => [...String(body).matchAll(/^title: /gm)])
    expect(titles).toHaveLength(7)
  })

  test('follows the pages of TAXII to the end, with the parameters as they were', async () => {
    const { server, client } = await begin()
    await server.import(...addresses(7), 'evil.example')
    const given = { collection: 'ipv4', limit: 3, 'match[type]': ['indicator'] }
    const pages = (await gather(client.pages('getTaxiiObjects', given))).map(accepted)
    expect(pages.map(({ body }) => body.objects?.length)).toEqual([3, 3, 1])
    const ids = pages.flatMap(({ body }) => body.objects?.map(({ id }) => id))
    expect([new Set(ids).size, ids.every((id) => id?.startsWith('indicator--'))]).toEqual([7, true])
  })

  test.each<
    [string, (client: Client, options?: PageOptions) => AsyncIterable<Answer<'getIocs'> | Answer<'getTaxiiManifest'>>]
  >([
    ['links', (client, options) => client.pages('getIocs', { limit: 3 }, options)],
    [
      'the pages of TAXII',
      (client, options) => client.pages('getTaxiiManifest', { collection: 'all', limit: 3 }, options)
    ]
  ])('goes on behind the last page that came, by %s', async (_, pagesOf) => {
    const { server, client } = await begin()
    await server.import(...addresses(7))
    const all = (await gather(pagesOf(client))).map(accepted)
    expect(all.length).toBeGreaterThan(2)
    const rest = await gather(pagesOf(client, { from: all[0]?.next }))
    expect(rest.map((page) => accepted(page).body)).toEqual(all.slice(1).map(({ body }) => body))
  })

  test('goes on at nothing but the operation that it was', async () => {
    const { client } = await begin()
    for (const from of ['/api/v1/iocs/sigma?cursor=x', '//stranger.example/api/v1/iocs', '']) {
      await expect(gather(client.pages('getIocs', {}, { from }))).rejects.toThrow('from: it is not the "next"')
    }
  })

  test('has no pages where an answer has none', async () => {
    const { client } = await begin()
    // @ts-expect-error: the compiler says so first
    await expect(gather(client.pages('getMe'))).rejects.toThrow('there is no operation of this name whose answers')
  })

  test('ends its pages with the refusal that ended them', async () => {
    const { client } = await begin('metrics:read')
    const pages = await gather(client.pages('getSigmaRules'))
    expect(pages).toMatchObject([
      { ok: false, status: 403, code: 'insufficient_scope', details: { required: 'read:iocs' } }
    ])
  })

  test('is told of nothing new without a body', async () => {
    const { server, client } = await begin()
    await server.import('192.0.2.1')
    const { etag } = accepted(await client.getSigmaRules())
    expect(await client.getSigmaRules({}, { etag })).toMatchObject({ ok: true, status: 304, form: 'none', etag })
    await server.import('192.0.2.2')
    expect(await client.getSigmaRules({}, { etag })).toMatchObject({ ok: true, status: 200, form: 'text' })
  })

  test('follows changes, as lines and as events', async () => {
    const { server, client } = await begin()
    await server.import('192.0.2.1')
    const [first, second] = await Promise.all([
      client.getSigmaChanges().then(accepted),
      client.getSigmaChanges({}, { accept: 'text/event-stream', signal: AbortSignal.timeout(30_000) }).then(accepted)
    ])
    const [line] = await gather(first.body)
    for await (const event of second.body) {
      expect(event).toEqual(line)
      break
    }
    expect(line).toMatchObject({ op: 'put' })
  })

  test('goes on where changes ended', async () => {
    const { server, client } = await begin()
    await server.import('192.0.2.1')
    const changes: unknown[] = []
    for await (const page of client.pages('getSigmaChanges')) {
      const lines = await gather(accepted(page).body)
      if (lines.length === 0) break
      changes.push(...lines)
      if (changes.length === 1) await server.import('192.0.2.2')
    }
    expect(changes).toHaveLength(2)
  })

  test('gives a request up', async () => {
    const { client } = await begin()
    await expect(client.getIocs({}, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i)
  })

  test('tells what a refusal says, that of TAXII too', async () => {
    const { client } = await begin()
    const refusals = [
      await client.getIocs({ limit: 1_000_000 }),
      await client.getTaxiiCollection({ collection: 'ipv5' })
    ]
    expect(refusals).toMatchObject([
      { ok: false, status: 400, code: 'invalid_parameter', details: { parameter: 'limit' } },
      { ok: false, status: 404, code: 'not_found', message: expect.stringContaining('no such collection') as string }
    ])
    for (const refusal of refusals) expect(refusal).toHaveProperty('requestId', expect.stringMatching(/^req_/))
  })

  test('has the details of TAXII as those of the API, though they are texts there', async () => {
    const { client } = await begin()
    const refusal = await client.getTaxiiObjects({ collection: 'all', limit: 0 })
    expect(refusal).toMatchObject({
      code: 'invalid_parameter',
      message: expect.stringMatching(/Allowed: 1 or more\.$/) as string,
      details: { parameter: 'limit', allowed: ['1 or more'] }
    })
  })

  test('says how long to wait', async () => {
    const server = await startServer()
    const client = createClient({ url: server.url, key: server.free })
    for (let asked = 0; asked < 10; asked += 1) await client.getMe()
    const refusal = await client.getMe()
    expect(refusal).toMatchObject({ ok: false, status: 429, code: 'rate_limit_exceeded' })
    expect(refusal).toHaveProperty('retryAfter', expect.any(Number))
  })
})

describe('the key of a client', () => {
  const KEY = 'sk_live_aSecretThatNobodyElseMaySee'

  test('goes into one header, and not to operations for everybody', async () => {
    const seen: IncomingMessage[] = []
    const url = await otherServer((request, response) => {
      seen.push(request)
      response.end('{}')
    })
    const client = createClient({ url: `${url}/intel/`, key: KEY })
    await client.getKey({ id: 'a/../b?c#d' })
    await client.getHealthz()
    expect(seen.map((request) => request.url)).toEqual(['/intel/api/v1/keys/a%2F..%2Fb%3Fc%23d', '/intel/healthz'])
    expect(seen.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${KEY}`, undefined])
    for (const { url: target, rawHeaders } of seen) {
      const elsewhere = [target, ...rawHeaders.filter((text) => text !== `Bearer ${KEY}`)]
      expect(elsewhere.join('\n')).not.toContain(KEY)
    }
  })

  test.each(['.', '..', ''])('goes to no other operation than the one that is called: %j', async (id) => {
    let isAsked = false
    const url = await otherServer((_request, response) => {
      isAsked = true
      response.end('{}')
    })
    const client = createClient({ url, key: KEY })
    await expect(client.deleteKey({ id })).rejects.toThrow(TypeError)
    await expect(client.getFeed({ name: id })).rejects.toThrow('name: it is missing, empty, "." or ".."')
    expect(isAsked).toBe(false)
  })

  test('follows no redirect', async () => {
    let isAsked = false
    const stranger = await otherServer((_request, response) => {
      isAsked = true
      response.end('{}')
    })
    const url = await otherServer((_request, response) => {
      response.writeHead(307, { location: stranger }).end()
    })
    expect(await createClient({ url, key: KEY }).getMe()).toMatchObject({ ok: false, status: 307, code: undefined })
    expect(isAsked).toBe(false)
  })

  test.each(['//stranger.example/x', 'http://stranger.example/x', '/\\stranger.example/x'])(
    'does not go to another server for the next page: %s',
    async (target) => {
      const url = await otherServer((_request, response) => {
        response.writeHead(200, { 'content-type': 'application/yaml', link: `<${target}>; rel="next"` }).end('a: b\n')
      })
      expect(await gather(createClient({ url, key: KEY }).pages('getSigmaRules'))).toHaveLength(1)
    }
  )

  test.each([`${KEY}\r\nX-Other: 1`, `${KEY} `, ''])('is in no message where it is none: %j', (key) => {
    expect(() => createClient({ url: 'http://127.0.0.1', key })).toThrow('key: it is empty, or holds a character')
  })
})

describe('what is no sigmill server', () => {
  test.each([
    ['text/html', '<html>Bad Gateway</html>', 502],
    ['application/json', '{"error":"no"}', 404],
    ['text/plain', 'hello', 200]
  ])('is refused without a code: %s', async (type, body, status) => {
    const url = await otherServer((_request, response) => {
      response.writeHead(status, { 'content-type': type }).end(body)
    })
    expect(await createClient({ url }).getHealthz()).toMatchObject({
      ok: false,
      status,
      code: undefined,
      details: {},
      requestId: undefined,
      retryAfter: undefined,
      message: expect.stringContaining('none of a sigmill server') as string
    })
  })

  test.each([
    ['ftp://host.example', 'it is no http or https URL'],
    ['http://user:secret@host.example', 'it holds a user or password'],
    ['http://host.example/?a=b', 'it holds a query or fragment'],
    ['http://host.example/#a', 'it holds a query or fragment'],
    ['host', 'Invalid URL']
  ])('is not asked: %s', (url, reason) => {
    expect(() => createClient({ url })).toThrow(reason)
  })
})
