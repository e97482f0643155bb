import { describe, expect, test } from 'vitest'
import { askRaw, errorOf, parseRaw } from './ask.ts'
import { startServer, type TestServer } from './test-server.ts'

const ME = '/api/v1/me'
const LIST = '/api/v1/iocs'

type Parsed = ReturnType<typeof parseRaw>

const send = async (server: TestServer, start: string, ...lines: readonly string[]): Promise<Parsed> =>
  parseRaw(await askRaw(server.url, `${[start, 'Host: x', ...lines, 'Connection: close'].join('\r\n')}\r\n\r\n`))

const refusal = ({ status, body }: Parsed): readonly [number, string] => [status, errorOf(body).code]

const bearer = (key: string): string => `Authorization: Bearer ${key}`

/** The server goes on, and its log holds nothing that a request had in its headers or its query. */
const expectSound = async (server: TestServer, ...secrets: readonly string[]): Promise<void> => {
  expect((await server.ask(ME)).status).toBe(200)
  await server.close()
  for (const secret of secrets) expect(server.log.join('')).not.toContain(secret.slice('sk_live_'.length))
}

describe('a target', () => {
  test.each([
    ['with an empty segment in front', `/${ME}`],
    ['with an empty segment inside', '/api//v1/me'],
    ['with dots', '/api/v1/x/../me'],
    ['with encoded dots', '/api/v1/x/%2e%2e/me'],
    ['with encoded slashes', '/api%2Fv1%2Fme'],
    ['with backslashes', '/api\\v1\\me'],
    ['with a parameter of its path', `${ME};jsessionid=1`],
    ['with an encoded NUL', `${ME}%00`],
    ['with an encoded line break', `${ME}%0d%0aX-API-Key:%20x`],
    ['in other letters', '/API/v1/me'],
    ['with a slash behind it', `${ME}/`],
    ['of another scheme', `ftp://x${ME}`]
  ])('%s is no way around the router', async (_what, target) => {
    const server = await startServer()
    expect(refusal(await send(server, `GET ${target} HTTP/1.1`, bearer(server.pro)))).toEqual([404, 'not_found'])
    await expectSound(server, server.pro)
  })

  test.each([
    ['a slash in overlong UTF-8', '%c0%af'],
    ['a lone surrogate', '%ed%a0%80'],
    ['a byte that is no UTF-8', '%ff'],
    ['a character cut off', '%e2%82'],
    ['a percent sign alone', '%'],
    ['a percent sign before other letters', '%u0041']
  ])('with %s is 400, in the path and in the query', async (_what, text) => {
    const server = await startServer()
    for (const target of [`/api/v1/pipelines/${text}`, `/${text}`, `${LIST}?type=${text}`, `${LIST}?${text}=1`]) {
      const answer = await send(server, `GET ${target} HTTP/1.1`, bearer(server.pro))
      expect(refusal(answer)).toEqual([400, 'invalid_parameter'])
    }
    await expectSound(server, server.pro)
  })

  test.each([
    ['in authority form', 'GET elsewhere.example:80 HTTP/1.1'],
    ['with bytes that are not ASCII', `GET ${LIST}?type=\xff HTTP/1.1`],
    ['of HTTP/2.0', `GET ${ME} HTTP/2.0`],
    ['of HTTP/1.2', `GET ${ME} HTTP/1.2`],
    ['of a method in small letters', `get ${ME} HTTP/1.1`]
  ])('%s is 400', async (_what, start) => {
    const server = await startServer()
    expect(refusal(await send(server, start, bearer(server.pro)))).toEqual([400, 'invalid_parameter'])
    await expectSound(server, server.pro)
  })

  test('in absolute form is held to the same checks, whatever its host and its user', async () => {
    const server = await startServer()
    const target = `https://user:password@inside.example${LIST}`
    expect((await send(server, `GET ${target} HTTP/1.1`, bearer(server.pro))).status).toBe(200)
    expect(refusal(await send(server, `GET ${target} HTTP/1.1`))).toEqual([401, 'missing_api_key'])
    expect(refusal(await send(server, `GET ${target}?api_key=${server.pro} HTTP/1.1`))).toEqual([
      400,
      'invalid_parameter'
    ])
    await expectSound(server, server.pro, 'sk_live_password')
  })

  test('that names a key in its path shows it in no line of the log, however it is spelled', async () => {
    const server = await startServer()
    const body = server.pro.slice('sk_live_'.length)
    for (const path of [`sk_live_${body}`, `sk%5Flive%5F${body}`, `%73%6b_live_${body}`, `x/sk_%6cive_${body}/y`]) {
      await send(server, `GET /api/v1/pipelines/${path} HTTP/1.1`, bearer(server.free))
      await send(server, `DELETE /api/v1/keys/${path} HTTP/1.1`, bearer(server.free))
    }
    await server.counting.flush()
    expect(JSON.stringify(await server.store.audit.entries(0, 100))).not.toContain(body)
    await expectSound(server, server.pro)
  })
})

describe('a header', () => {
  test.each([
    ['with a bare carriage return', 'X: a\rb'],
    ['with a NUL', 'X: a\0b'],
    ['of which the name holds a blank', 'X Y: a'],
    ['of which the name holds a control character', 'X\x7f: a'],
    ['without a name', ': a']
  ])('%s is 400', async (_what, line) => {
    const server = await startServer()
    expect(refusal(await send(server, `GET ${ME} HTTP/1.1`, line, bearer(server.pro)))).toEqual([
      400,
      'invalid_parameter'
    ])
    await expectSound(server, server.pro)
  })

  test.each(['a b', 'user@x', 'x/y', 'x?y', '<x>', 'x\\y', '"x"', 'x\x7f', 'x\xe4'])(
    'Host: %j is 400',
    async (host) => {
      const server = await startServer()
      const answer = await askRaw(server.url, `GET ${ME} HTTP/1.1\r\nHost: ${host}\r\n${bearer(server.pro)}\r\n\r\n`)
      expect(refusal(parseRaw(answer))).toEqual([400, 'invalid_parameter'])
    }
  )

  test.each(['', 'x', 'x:80', '[2001:db8::1]:80', '192.0.2.1', 'under_score.example', 'xn--bcher-kva.example'])(
    'Host: %s is taken',
    async (host) => {
      const server = await startServer()
      const lines = `Host: ${host}\r\n${bearer(server.pro)}\r\nConnection: close`
      expect(parseRaw(await askRaw(server.url, `GET ${ME} HTTP/1.1\r\n${lines}\r\n\r\n`)).status).toBe(200)
    }
  )

  test('line that ends in a bare line feed is 400', async () => {
    const server = await startServer()
    const answer = await askRaw(server.url, `GET ${ME} HTTP/1.1\nHost: x\n${bearer(server.pro)}\n\n`)
    expect(refusal(parseRaw(answer))).toEqual([400, 'invalid_parameter'])
    await expectSound(server, server.pro)
  })

  test('counts behind 3,000 others, too', async () => {
    const server = await startServer()
    const many = Array.from({ length: 3_000 }, () => 'a:')
    expect((await send(server, `GET ${ME} HTTP/1.1`, ...many, bearer(server.pro))).status).toBe(200)
    const conflict = await send(server, `GET ${ME} HTTP/1.1`, bearer(server.free), ...many, bearer(server.pro))
    expect(refusal(conflict)).toEqual([400, 'conflicting_keys'])
    await expectSound(server, server.pro, server.free)
  })
})

describe('keys in several headers', () => {
  const twice = (server: TestServer): readonly (readonly [string, string])[] => [
    [bearer(server.pro), bearer(server.free)],
    [bearer(server.pro), `X-API-Key: ${server.free}`],
    [`X-API-Key: ${server.pro}`, `X-API-Key: ${server.free}`],
    [`x-api-key: ${server.free}`, `AUTHORIZATION: bearer ${server.pro}`],
    [bearer(server.pro), 'X-API-Key: nonsense'],
    ['X-API-Key: nonsense', bearer(server.pro)]
  ]

  test('are refused where they differ, before any of them is looked at', async () => {
    const server = await startServer()
    for (const lines of twice(server)) {
      const answer = await send(server, `GET ${ME} HTTP/1.1`, ...lines)
      expect(refusal(answer)).toEqual([400, 'conflicting_keys'])
      expect(answer.head).not.toMatch(/x-ratelimit/i)
    }
    await expectSound(server, server.pro, server.free)
  })

  test('are one key where they are alike', async () => {
    const server = await startServer()
    const { pro } = server
    for (const lines of [
      [bearer(pro), bearer(pro)],
      [bearer(pro), `X-API-Key: ${pro}`],
      [`X-API-Key: ${pro}`, `X-API-Key:   ${pro}  `]
    ]) {
      expect((await send(server, `GET ${ME} HTTP/1.1`, ...lines)).status).toBe(200)
    }
  })

  test('joined in one are none that holds', async () => {
    const server = await startServer()
    const { pro } = server
    for (const line of [`X-API-Key: ${pro}, ${pro}`, `${bearer(pro)}, Bearer ${pro}`, `${bearer(pro)} x`]) {
      expect(refusal(await send(server, `GET ${ME} HTTP/1.1`, line))).toEqual([401, 'invalid_api_key'])
    }
  })
})

describe('much of something', () => {
  test('parameters by the thousand are refused at the first that is unknown, or comes again', async () => {
    const server = await startServer()
    for (const query of ['a&'.repeat(3_000), 'type=ipv4&'.repeat(700), '&'.repeat(7_000), '='.repeat(7_000)]) {
      const answer = await send(server, `GET ${LIST}?${query} HTTP/1.1`, bearer(server.pro))
      expect([200, 400]).toContain(answer.status)
      expect(answer.body.length).toBeLessThan(2_000)
    }
    await expectSound(server, server.pro)
  })

  test('a message never grows with what it is about', async () => {
    const server = await startServer()
    const long = 'x'.repeat(7_000)
    for (const target of [`/${long}`, `/api/v1/pipelines/${long}`, `${LIST}?type=${long}`, `${LIST}?${long}=1`]) {
      const answer = await send(server, `GET ${target} HTTP/1.1`, bearer(server.pro))
      expect([400, 404]).toContain(answer.status)
      expect([target.slice(0, 30), answer.body.length < 2_000]).toEqual([target.slice(0, 30), true])
    }
  })
})
