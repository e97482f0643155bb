import * as zlib from 'node:zlib'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import {
  cutOff,
  drip,
  endless,
  gzipBomb,
  raw,
  silent,
  stalled,
  startFeedServer,
  status,
  unchanging,
  whole
} from '../../../tests/support/feed-server.ts'
import { fetcher, fetchText, LOOPBACK, textOf } from '../../../tests/support/fetching.ts'

const LIST = '192.0.2.1\n192.0.2.2\n'

const saying = (text: string): unknown => expect.stringContaining(text)

test('a body comes with what its server says of it', async () => {
  const server = await startFeedServer()
  server.on(
    '/feeds/bad.txt',
    whole(LIST, { etag: '"1"', 'last-modified': 'Sun, 17 May 2026 10:00:00 GMT', 'x-note': 'n' })
  )
  const answer = await fetcher()({ url: `${server.url}/feeds/bad.txt?key=k`, allowNetworks: LOOPBACK })
  expect(answer).toMatchObject({
    kind: 'body',
    name: `${server.url}/feeds/bad.txt`,
    stem: 'bad',
    modified: Date.UTC(2026, 4, 17, 10) / 1_000,
    etag: '"1"',
    lastModified: 'Sun, 17 May 2026 10:00:00 GMT',
    finalUrl: `${server.url}/feeds/bad.txt?key=k`
  })
  expect(answer.kind === 'body' && [answer.header('x-note'), answer.header('x-none')]).toEqual(['n', undefined])
  expect(await textOf(answer)).toBe(LIST)
  await server.idle()
})

test('a request says who asks, what is wanted, and nothing more', async () => {
  const server = await startFeedServer()
  server.on('/', whole(LIST))
  await fetchText({ url: server.url, accept: 'text/plain', headers: [{ name: 'Auth-Key', value: 'k' }] })
  expect(server.requests).toEqual([
    {
      target: '/',
      headers: {
        accept: 'text/plain',
        'accept-encoding': saying('gzip, deflate, br'),
        'auth-key': 'k',
        connection: 'keep-alive',
        host: `127.0.0.1:${server.port}`,
        'user-agent': 'sigmill/test'
      }
    }
  ])
})

test('what did not change is not sent again', async () => {
  const server = await startFeedServer()
  server.on('/', unchanging(LIST, '"1"'))
  expect(await fetchText({ url: server.url, validators: { etag: '"1"' } })).toBe('unchanged')
  expect(await fetchText({ url: server.url, validators: { etag: '"0"' } })).toBe(LIST)
  await server.idle()
})

test('the time of the last change is a validator too', async () => {
  const server = await startFeedServer()
  server.on('/', status(304))
  const lastModified = 'Sun, 17 May 2026 10:00:00 GMT'
  expect(await fetchText({ url: server.url, validators: { lastModified } })).toBe('unchanged')
  expect(server.requests[0]?.headers['if-modified-since']).toBe(lastModified)
})

test('a validator that no request may hold is none', async () => {
  const server = await startFeedServer()
  const head = 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\n'
  server.on('/', raw(`${head}ETag: "Ж"\r\nLast-Modified: Ж\r\n\r\na`))
  const answer = await fetcher()({ url: server.url, allowNetworks: LOOPBACK })
  expect(answer).toMatchObject({ etag: undefined, lastModified: undefined })
  expect(await textOf(answer)).toBe('a')
})

test('a 304 that nobody asked for is no answer', async () => {
  const server = await startFeedServer()
  server.on('/', status(304))
  await expect(fetchText({ url: server.url })).rejects.toMatchObject({ code: 'fetch_status', details: { status: 304 } })
})

test.each([
  ['gzip', gzipSync(LIST)],
  ['x-gzip', gzipSync(LIST)],
  ['GZIP', gzipSync(LIST)],
  ['deflate', deflateSync(LIST)],
  ['deflate', deflateRawSync(LIST)],
  ['br', brotliCompressSync(LIST)],
  ['identity', Buffer.from(LIST)]
])('the coding %s is undone', async (coding, body) => {
  const server = await startFeedServer()
  server.on('/', whole(body, { 'content-encoding': coding }))
  expect(await fetchText({ url: server.url })).toBe(LIST)
})

const zstd: unknown = 'zstdCompressSync' in zlib ? zlib.zstdCompressSync : undefined

test.skipIf(zstd === undefined)('the coding zstd is undone where the runtime can', async () => {
  const server = await startFeedServer()
  const body: unknown = typeof zstd === 'function' ? Reflect.apply(zstd, zlib, [Buffer.from(LIST)]) : undefined
  if (body instanceof Uint8Array) server.on('/', whole(body, { 'content-encoding': 'zstd' }))
  expect(await fetchText({ url: server.url })).toBe(LIST)
  expect(server.requests[0]?.headers['accept-encoding']).toContain('zstd')
})

test('an archive is unpacked by what it holds, inside a coding too', async () => {
  const server = await startFeedServer()
  server.on('/feed.txt.gz', whole(gzipSync(LIST)))
  server.on('/both', whole(brotliCompressSync(gzipSync(LIST)), { 'content-encoding': 'br' }))
  expect(await fetchText({ url: `${server.url}/feed.txt.gz` })).toBe(LIST)
  expect(await fetchText({ url: `${server.url}/both` })).toBe(LIST)
})

test('an empty body is a body, in any coding', async () => {
  const server = await startFeedServer()
  server.on('/', whole(''))
  server.on('/deflate', whole('', { 'content-encoding': 'deflate' }))
  expect(await fetchText({ url: server.url })).toBe('')
  expect(await fetchText({ url: `${server.url}/deflate` })).toBe('')
})

test.each(['compress', 'gzip, gzip'])('the coding "%s" is refused', async (coding) => {
  const server = await startFeedServer()
  server.on('/', whole(LIST, { 'content-encoding': coding }))
  await expect(fetchText({ url: server.url })).rejects.toMatchObject({
    code: 'fetch_failed',
    message: `"${server.url}/" cannot be fetched: its content coding "${coding}" is none that was asked for. Tell its provider.`
  })
  await server.idle()
})

test.each([
  [401, 'Unauthorized', 'Check the credentials'],
  [404, 'Not Found', 'Check the URL'],
  [406, 'Not Acceptable', 'It offers another form'],
  [204, 'No Content', 'Check the URL with its provider'],
  [206, 'Partial Content', 'Check the URL with its provider'],
  [500, 'Internal Server Error', 'Try again later'],
  [302, 'Found', 'Check the URL with its provider']
])('the status %i brings no feed', async (code, name, remedy) => {
  const server = await startFeedServer()
  server.on('/', status(code))
  await expect(fetchText({ url: server.url })).rejects.toMatchObject({
    code: 'fetch_status',
    message: saying(`answers ${code} (${name}). ${remedy}`),
    details: { status: code }
  })
  await server.idle()
})

test('a status without a name is shown as a number', async () => {
  const server = await startFeedServer()
  server.on('/', status(599))
  await expect(fetchText({ url: server.url })).rejects.toMatchObject({ message: saying('answers 599. Try again') })
})

test.each([
  ['120', 120],
  ['Sun, 17 May 2026 10:02:00 GMT', 120],
  ['Sun, 17 May 2026 09:00:00 GMT', 0],
  ['soon', undefined]
])('a server may say how long to wait: %s', async (text, seconds) => {
  const server = await startFeedServer()
  server.on('/', status(429, { 'retry-after': text }))
  const wait = seconds === undefined ? '' : ` It asks to wait ${seconds} seconds.`
  await expect(fetchText({ url: server.url })).rejects.toMatchObject({
    code: 'fetch_status',
    message: `"${server.url}/" answers 429 (Too Many Requests). Fetch it less often.${wait}`,
    details: seconds === undefined ? { status: 429 } : { status: 429, retryAfter: seconds }
  })
})

test.each([
  ['an endless body', endless('192.0.2.1\n'.repeat(1_000)), 'has more than 100000 bytes'],
  ['an endless body in a coding', gzipBomb, 'unpacks to more than 1000000 bytes'],
  ['a length that is announced', cutOff('', 100_001), 'announces more than 100000 bytes'],
  ['headers', raw(`HTTP/1.1 200 OK\r\n${'X-A: b\r\n'.repeat(10_000)}\r\n`), 'more headers than any feed needs'],
  ['one header', raw(`HTTP/1.1 200 OK\r\nX-A: ${'b'.repeat(20_000)}\r\n\r\n`), 'more headers than any feed needs'],
  [
    'a trailer',
    raw(`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n${'X-A: b\r\n'.repeat(10_000)}\r\n`),
    'a trailer without end'
  ]
])('%s can be too large', async (_what, answer, reason) => {
  const server = await startFeedServer()
  server.on('/', answer)
  const limits = { bytes: 100_000, unpackedBytes: 1_000_000 }
  await expect(fetchText({ url: server.url, limits })).rejects.toMatchObject({
    code: 'fetch_too_large',
    message: saying(reason)
  })
  await server.idle()
})

test.each([
  ['gzip', gzipSync(Buffer.alloc(80 * 2 ** 20))],
  ['br', brotliCompressSync(Buffer.alloc(80 * 2 ** 20))]
])('a bomb in %s is known by how it grows', async (coding, body) => {
  const server = await startFeedServer()
  server.on('/', whole(body, { 'content-encoding': coding }))
  await expect(fetchText({ url: server.url, limits: { ratio: 100 } })).rejects.toMatchObject({
    code: 'fetch_too_large',
    message: saying('unpacks more than 100-fold')
  })
  await server.idle()
})

const HEAD = 'HTTP/1.1 200 OK\r\n'

test.each([
  ['fewer bytes than announced', cutOff(LIST, 1_000), 'the server broke the connection off'],
  ['more bytes than announced', raw(`${HEAD}Content-Length: 10\r\n\r\n${LIST}`), 'more bytes came than were announced'],
  ['chunks without an end', raw(`${HEAD}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n`), 'broke the connection off'],
  ['a broken chunk', raw(`${HEAD}Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n`), 'breaks the rules of HTTP'],
  ['two lengths', raw(`${HEAD}Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc`), 'its length is not the one'],
  ['half a gzip', whole(gzipSync(LIST).subarray(0, 20), { 'content-encoding': 'gzip' }), 'unexpected end of file'],
  ['no gzip', whole(LIST, { 'content-encoding': 'gzip' }), 'incorrect header check'],
  ['no Brotli', whole(LIST, { 'content-encoding': 'br' }), 'its content coding is damaged']
])('%s: the answer is not whole', async (_what, answer, reason) => {
  const server = await startFeedServer()
  server.on('/', answer)
  await expect(fetchText({ url: server.url })).rejects.toMatchObject({
    code: 'fetch_truncated',
    message: saying(reason)
  })
  await server.idle()
})

test('a second answer behind the first is more than announced', async () => {
  const server = await startFeedServer()
  const answer = `${HEAD}Content-Length: 1\r\n\r\na`
  server.on('/', raw(answer + answer))
  await expect(fetchText({ url: server.url })).rejects.toMatchObject({ code: 'fetch_truncated' })
})

test('a server may close the connection with its answer, announced or not', async () => {
  const server = await startFeedServer()
  server.on('/', raw(`${HEAD}Content-Length: 3\r\n\r\nabc`))
  server.on('/close', raw(`${HEAD}Connection: close\r\nContent-Length: 3\r\n\r\nabc`))
  server.on('/bare', raw(`${HEAD}\r\nabc`))
  for (let round = 0; round < 10; round++) {
    for (const path of ['/', '/close', '/bare']) expect(await fetchText({ url: server.url + path })).toBe('abc')
  }
})

test.each([
  ['no answer', raw(''), 'the server broke the connection off'],
  ['another protocol', raw('SSH-2.0-server\r\n'), 'breaks the rules of HTTP'],
  ['an upgrade', raw('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'), 'broke']
])('%s: nothing can be fetched', async (_what, answer, reason) => {
  const server = await startFeedServer()
  server.on('/', answer)
  await expect(fetchText({ url: server.url })).rejects.toMatchObject({ code: 'fetch_failed', message: saying(reason) })
  await server.idle()
})

test.each([
  ['to answer', silent, { headersSeconds: 0.1 }, '0.1 seconds are over, and the headers of its answer are not there'],
  ['with the next byte', stalled('a'), { idleSeconds: 0.1 }, '0.1 seconds are over before the end of its answer'],
  ['in all', drip('a'), { totalSeconds: 0.3 }, '0.3 seconds of waiting in all are over before the end of its answer']
])('a server can take too long %s', async (_what, answer, limits, reason) => {
  const server = await startFeedServer()
  server.on('/', answer)
  await expect(fetchText({ url: server.url, limits })).rejects.toMatchObject({
    code: 'fetch_timeout',
    message: `"${server.url}/" takes too long: ${reason}. Try again later.`
  })
  await server.idle()
})

test('a look-up that never ends is a server that takes too long', async () => {
  const limits = { headersSeconds: 0.1 }
  const resolve = (): Promise<readonly string[]> => new Promise(() => {})
  await expect(fetchText({ url: 'http://feeds.example', limits }, { resolve })).rejects.toMatchObject({
    code: 'fetch_timeout'
  })
})

test('whoever asked can give up, before and within an answer', async () => {
  const server = await startFeedServer()
  server.on('/silent', silent)
  server.on('/stalled', stalled('first'))
  const reason = new Error('the server stops')
  await expect(fetchText({ url: server.url, signal: AbortSignal.abort(reason) })).rejects.toBe(reason)

  const controller = new AbortController()
  const answer = await fetcher()({
    url: `${server.url}/stalled`,
    allowNetworks: LOOPBACK,
    signal: controller.signal
  })
  const text = textOf(answer)
  controller.abort(reason)
  await expect(text).rejects.toBe(reason)
  await server.idle()
})

test('an answer that is closed or not read to its end lets go of its connection', async () => {
  const server = await startFeedServer()
  server.on('/', endless(LIST))
  const unread = await fetcher()({ url: server.url, allowNetworks: LOOPBACK })
  if (unread.kind === 'body') await unread.close()
  await server.idle()

  const half = await fetcher()({ url: server.url, allowNetworks: LOOPBACK })
  if (half.kind === 'body') for await (const _ of half.body) break
  await server.idle()
  expect(server.requests).toHaveLength(2)
})

test.each(['Host', 'connection', 'Accept-Encoding', 'If-None-Match', 'Range'])(
  'the header %s is left to the program',
  async (name) => {
    await expect(fetchText({ url: 'http://127.0.0.1', headers: [{ name, value: 'x' }] })).rejects.toMatchObject({
      code: 'invalid_parameter',
      message: `The header "${name}" is set by the program itself. Leave it out.`
    })
  }
)

test.each([
  ['Auth Key', 'secret'],
  ['', 'secret'],
  ['Auth-Key', 'secret\r\nX-Other: y'],
  ['Auth-Key', 'secret\u0000']
])('a header that cannot be sent is refused without its value: %j', async (name, value) => {
  const request = fetchText({ url: 'http://127.0.0.1', headers: [{ name, value }] })
  await expect(request).rejects.toMatchObject({ code: 'invalid_parameter' })
  await expect(request).rejects.not.toMatchObject({ message: saying('secret') })
})
