import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { askRaw, errorOf, parseRaw } from './ask.ts'
import { startServer, type TestServer } from './test-server.ts'

const SIGMA = '/api/v1/iocs/sigma'

const send = async (server: TestServer, ...lines: readonly string[]): Promise<ReturnType<typeof parseRaw>> =>
  parseRaw(await askRaw(server.url, `${lines.join('\r\n')}\r\n\r\n`))

const expectRefusal = (
  { status, head, body }: ReturnType<typeof parseRaw>,
  expected: readonly [status: number, code: string]
): void => {
  const error = errorOf(body)
  expect([status, error.code]).toEqual(expected)
  expect(head.toLowerCase()).toContain(`x-request-id: ${error.request_id}`)
  expect(head).toMatch(/^content-type: application\/json/im)
}

describe('bytes that are no request', () => {
  test.each([
    ['no request line', 'nonsense'],
    ['an unknown method', 'GRAB / HTTP/1.1\r\nHost: x'],
    ['an unknown version', 'GET / HTTP/9.9\r\nHost: x'],
    ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM'],
    ['a TLS greeting', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ['a blank in the target', 'GET /a b HTTP/1.1\r\nHost: x'],
    ['a NUL in the target', 'GET /\0 HTTP/1.1\r\nHost: x'],
    ['a header without a colon', 'GET / HTTP/1.1\r\nHost: x\r\nnonsense'],
    ['a blank before the colon', 'GET / HTTP/1.1\r\nHost : x'],
    ['a folded header', 'GET / HTTP/1.1\r\nHost: x\r\n folded'],
    ['a NUL in a header', 'GET / HTTP/1.1\r\nHost: x\r\nX: a\0b'],
    ['lengths that differ', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2'],
    ['a length beside chunks', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked'],
    ['a negative length', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1'],
    ['chunks that are not last', 'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, gzip'],
    ['no Host', 'GET /healthz HTTP/1.1\r\nConnection: close'],
    ['two Hosts', 'GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close'],
    ['a fragment', `GET ${SIGMA}#?type=ipv4 HTTP/1.1\r\nHost: x\r\nConnection: close`],
    ['broken percent-encoding in a path of another method', 'PROPFIND /%zz HTTP/1.1\r\nHost: x\r\nConnection: close'],
    ['broken percent-encoding in the path', 'GET /api/%zz HTTP/1.1\r\nHost: x\r\nConnection: close']
  ])('%s is answered with 400 and the envelope', async (_what, text) => {
    const server = await startServer()
    expectRefusal(await send(server, text), [400, 'invalid_parameter'])
  })

  test('headers over the limit are 431', async () => {
    const server = await startServer()
    const answer = await send(server, `GET /healthz HTTP/1.1`, 'Host: x', `X-Long: ${'x'.repeat(20_000)}`)
    expectRefusal(answer, [431, 'request_too_large'])
  })

  test('a URL beyond all limits is 414', async () => {
    const server = await startServer()
    const answer = await send(server, `GET /${'x'.repeat(20_000)} HTTP/1.1`, 'Host: x')
    expectRefusal(answer, [414, 'request_too_large'])
  })

  test('a body on GET is 413, in chunks too', async () => {
    const server = await startServer()
    const answer = await send(server, `GET ${SIGMA} HTTP/1.1`, 'Host: x', 'Transfer-Encoding: chunked', '', '0')
    expectRefusal(answer, [413, 'request_too_large'])
  })

  test('a request that does not arrive in time is 408', async () => {
    const server = await startServer({ times: { headers: 50, check: 10 } })
    expectRefusal(parseRaw(await askRaw(server.url, 'GET /healthz HTTP/1.1\r\nHost:')), [408, 'timeout'])
  })

  test('rubbish behind a request does not reach into its answer', async () => {
    const server = await startServer()
    const answer = await askRaw(server.url, 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nnonsense\r\n\r\n')
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
    expect(answer).toMatch(/\{"status":"ok"\}\n(HTTP\/1\.1 400 .*)?$/s)
  })

  test('a client that goes away in the middle of a request harms nobody', async () => {
    const server = await startServer()
    const { hostname, port } = new URL(server.url)
    await new Promise<void>((resolve) => {
      const socket = connect({ host: hostname, port: Number(port) }, () => {
        socket.write('GET /heal')
        socket.resetAndDestroy()
      })
      socket.on('close', () => resolve())
    })
    expect((await server.ask('/healthz')).status).toBe(200)
  })
})

describe('requests that are odd, but right', () => {
  test('a target in absolute form is the path in it', async () => {
    const server = await startServer()
    const authorization = `Authorization: Bearer ${server.pro}`
    const answer = await send(
      server,
      `GET http://elsewhere.example${SIGMA}?type=x HTTP/1.1`,
      'Host: x',
      authorization,
      'Connection: close'
    )
    expectRefusal(answer, [400, 'invalid_parameter'])
    const probe = await send(server, 'GET http://elsewhere.example/healthz HTTP/1.1', 'Host: x', 'Connection: close')
    expect(probe.status).toBe(200)
  })

  test('an absolute form without a path is the root', async () => {
    const server = await startServer()
    expectRefusal(await send(server, 'GET http://elsewhere.example?x HTTP/1.1', 'Host: x', 'Connection: close'), [
      404,
      'not_found'
    ])
  })

  test('OPTIONS of the server as a whole is no path', async () => {
    const server = await startServer()
    expectRefusal(await send(server, 'OPTIONS * HTTP/1.1', 'Host: x', 'Connection: close'), [404, 'not_found'])
  })

  test('HTTP/1.0 needs no Host', async () => {
    const server = await startServer()
    expect((await send(server, 'GET /healthz HTTP/1.0')).status).toBe(200)
  })

  test('HTTP/1.0 gets an export without chunks, up to the end of the connection', async () => {
    const server = await startServer()
    await server.import('198.51.100.1', '198.51.100.2')
    const { status, head, body } = await send(server, `GET ${SIGMA} HTTP/1.0`, `X-API-Key: ${server.pro}`)
    expect(status).toBe(200)
    expect(head).not.toMatch(/^transfer-encoding:/im)
    expect(body).toBe((await server.ask(SIGMA)).text)
  })

  test('an expectation that nobody knows is passed over', async () => {
    const server = await startServer()
    expect(
      (await send(server, 'GET /healthz HTTP/1.1', 'Host: x', 'Expect: miracles', 'Connection: close')).status
    ).toBe(200)
  })

  test('a second Authorization header with another key conflicts', async () => {
    const server = await startServer()
    const answer = await send(
      server,
      `GET ${SIGMA} HTTP/1.1`,
      'Host: x',
      `Authorization: Bearer ${server.free}`,
      `Authorization: Bearer ${server.pro}`,
      'Connection: close'
    )
    expectRefusal(answer, [400, 'conflicting_keys'])
  })

  test('two requests in one packet are answered in turn', async () => {
    const server = await startServer()
    const probe = (last: string): string => `GET /healthz HTTP/1.1\r\nHost: x\r\n${last}\r\n`
    const answer = await askRaw(server.url, probe('') + probe('Connection: close\r\n'))
    expect(answer.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2)
  })
})
