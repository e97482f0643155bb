import { describe, expect, test } from 'vitest'
import { askRaw, errorOf } from './ask.ts'
import { startServer, type TestServer } from './test-server.ts'

/** A request that must not be answered where it stands in the body of another one. */
const HIDDEN = 'GET /healthz HTTP/1.1\r\nHost: hidden\r\nConnection: close\r\n\r\n'

const begin = async (): Promise<{ readonly server: TestServer; readonly key: string }> => {
  const server = await startServer()
  return { server, key: await server.keyWithScopes('feeds:admin') }
}

/** `POST /api/v1/feeds` with a right key, these lines about its body, the body, and another request behind it. */
const post = (key: string, framing: string, body: string): string =>
  `POST /api/v1/feeds HTTP/1.1\r\nHost: x\r\nX-API-Key: ${key}\r\nContent-Type: application/json\r\n${framing}\r\n\r\n${body}${HIDDEN}`

const statusesOf = (answers: string): readonly number[] =>
  [...answers.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, status]) => Number(status))

/** The server goes on, has told of each request once, and kept the key to itself. */
const expectSound = async ({ server, key }: Awaited<ReturnType<typeof begin>>, requests: number): Promise<void> => {
  expect((await server.ask('/healthz', { key: '' })).status).toBe(200)
  await server.close()
  expect(server.log).toHaveLength(requests + 1)
  expect(server.log.join('')).not.toContain(key.slice('sk_live_'.length))
}

describe('a body that proxies could take for a shorter or longer one', () => {
  test.each([
    ['a length before chunks', 'Content-Length: 6\r\nTransfer-Encoding: chunked', '0\r\n\r\n'],
    ['a length behind chunks', 'Transfer-Encoding: chunked\r\nContent-Length: 4', '0\r\n\r\n'],
    ['a coding that nobody knows', 'Transfer-Encoding: xchunked', '0\r\n\r\n'],
    ['a coding behind a vertical tab', 'Transfer-Encoding: \x0bchunked', '0\r\n\r\n'],
    ['a coding in quotes', 'Transfer-Encoding: "chunked"', '0\r\n\r\n'],
    ['a coding with a parameter', 'Transfer-Encoding: chunked;x=1', '0\r\n\r\n'],
    ['a coding with an empty neighbour', 'Transfer-Encoding: chunked,', '0\r\n\r\n'],
    ['a coding given twice', 'Transfer-Encoding: chunked, chunked', '0\r\n\r\n'],
    ['a coding that is none', 'Transfer-Encoding: identity', '0\r\n\r\n'],
    ['chunks that are not last', 'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity', '0\r\n\r\n'],
    ['a blank before the colon', 'Transfer-Encoding : chunked', '0\r\n\r\n'],
    ['a coding on a folded line', 'Transfer-Encoding:\r\n chunked', '0\r\n\r\n'],
    ['a length given twice', 'Content-Length: 2\r\nContent-Length: 2', '{}'],
    ['a list of lengths', 'Content-Length: 2, 2', '{}'],
    ['a length with a sign', 'Content-Length: +2', '{}'],
    ['a length in hex', 'Content-Length: 0x2', '{}'],
    ['a length with a blank in it', 'Content-Length: 2 2', '{}'],
    ['a length beyond 64 bits', 'Content-Length: 18446744073709551618', '{}'],
    ['no length in the header', 'Content-Length:', '{}'],
    ['a chunk size with a prefix', 'Transfer-Encoding: chunked', '0x2\r\n{}\r\n0\r\n\r\n'],
    ['a chunk size with a sign', 'Transfer-Encoding: chunked', '-2\r\n{}\r\n0\r\n\r\n'],
    ['a chunk size beyond 64 bits', 'Transfer-Encoding: chunked', '10000000000000002\r\n{}\r\n0\r\n\r\n'],
    ['no chunk size', 'Transfer-Encoding: chunked', '\r\n{}\r\n0\r\n\r\n'],
    ['a chunk size with a blank behind it', 'Transfer-Encoding: chunked', '2 \r\n{}\r\n0\r\n\r\n'],
    ['a chunk that is longer than it says', 'Transfer-Encoding: chunked', '2\r\n{}XX0\r\n\r\n'],
    ['chunks with bare line feeds', 'Transfer-Encoding: chunked', '2\n{}\n0\n\n'],
    ['a chunk extension that ends in a bare line feed', 'Transfer-Encoding: chunked', '2;\n{}\r\n0\r\n\r\n'],
    ['a last chunk with a bare line feed', 'Transfer-Encoding: chunked', '2\r\n{}\r\n0\n\r\n']
  ])('%s is refused, and nothing behind it is answered', async (_what, framing, body) => {
    const house = await begin()
    const answers = await askRaw(house.server.url, post(house.key, framing, body))
    expect(statusesOf(answers)).toEqual([400])
    expect(errorOf(answers.slice(answers.indexOf('\r\n\r\n') + 4)).code).toBe('invalid_parameter')
    await expectSound(house, 1)
  })

  test('extensions of chunks without end are 413', async () => {
    const house = await begin()
    const body = `2;${'x'.repeat(20_000)}\r\n{}\r\n0\r\n\r\n`
    const answers = await askRaw(house.server.url, post(house.key, 'Transfer-Encoding: chunked', body))
    expect(statusesOf(answers)).toEqual([413])
    await expectSound(house, 1)
  })

  test('a wrong key is told so before its body is looked at, and nothing behind it is answered', async () => {
    const house = await begin()
    const answers = await askRaw(house.server.url, post('sk_live_wrong', 'Transfer-Encoding: xchunked', HIDDEN))
    expect(statusesOf(answers)).toEqual([401])
    await expectSound(house, 1)
  })
})

describe('a body that everybody reads alike', () => {
  test.each([
    ['chunks', 'Transfer-Encoding: chunked', '2\r\n{}\r\n0\r\n\r\n'],
    ['chunks in capitals behind a tab', 'Transfer-Encoding:\tCHUNKED', '2\r\n{}\r\n0\r\n\r\n'],
    ['chunks with an extension', 'Transfer-Encoding: chunked', '2;a=b\r\n{}\r\n0\r\n\r\n'],
    ['a length with zeros in front', 'Content-Length: 0002', '{}']
  ])('%s is read to its end, and the next request is answered', async (_what, framing, body) => {
    const house = await begin()
    const answers = await askRaw(house.server.url, post(house.key, framing, body))
    expect(statusesOf(answers)).toEqual([400, 200])
    expect(answers).toContain('name: it is missing')
    await expectSound(house, 2)
  })

  test('what stands behind its chunks is no header', async () => {
    const house = await begin()
    const { server, key } = house
    const request = `POST /api/v1/feeds HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\nX-API-Key: ${key}\r\n\r\n`
    const answers = await askRaw(server.url, request + HIDDEN)
    expect(statusesOf(answers)).toEqual([401, 200])
    expect(answers).toContain('missing_api_key')
    await expectSound(house, 2)
  })

  test('HTTP/1.0 with chunks ends with its answer', async () => {
    const house = await begin()
    const request = post(house.key, 'Transfer-Encoding: chunked', '2\r\n{}\r\n0\r\n\r\n').replace(
      'HTTP/1.1',
      'HTTP/1.0'
    )
    expect(statusesOf(await askRaw(house.server.url, request))).toEqual([400])
    await expectSound(house, 1)
  })
})

describe('what asks for another protocol', () => {
  test.each([
    ['a WebSocket', 'Connection: Upgrade\r\nUpgrade: websocket'],
    ['HTTP/2', 'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA']
  ])('%s is answered as it stands, and the connection ends', async (_what, lines) => {
    const house = await begin()
    const request = `GET /healthz HTTP/1.1\r\nHost: x\r\n${lines}\r\n\r\n`
    expect(statusesOf(await askRaw(house.server.url, request + HIDDEN))).toEqual([200])
    await expectSound(house, 1)
  })

  test('a tunnel is refused', async () => {
    const house = await begin()
    const answer = await askRaw(house.server.url, 'CONNECT inside.example:443 HTTP/1.1\r\nHost: x\r\n\r\n\x16\x03\x01')
    expect(statusesOf(answer)).toEqual([400])
    expect(answer).toContain('This server is no proxy')
    await expectSound(house, 1)
  })

  test('an expectation does not get around the order of checks', async () => {
    const { server } = await begin()
    const request = (line: string): string =>
      `POST /api/v1/feeds HTTP/1.1\r\nHost: x\r\n${line}\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`
    expect(statusesOf(await askRaw(server.url, request('Expect: 100-continue'))).at(-1)).toBe(401)
    expect(statusesOf(await askRaw(server.url, request('Expect: miracles')))).toEqual([401])
  })
})
