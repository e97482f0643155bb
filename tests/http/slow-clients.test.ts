import { get, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { errorOf, parseRaw, refusalOf } from './ask.ts'
import { COLLECTIONS, OBJECTS } from './taxii-client.ts'
import { addresses, startServer, type TestServer } from './test-server.ts'

/** Sends a text a character at a time, for as long as the server takes any; gives what it answered. */
const dribble = (server: TestServer, head: string, endless: string): Promise<string> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(server.url)
    const chunks: Buffer[] = []
    let sending: NodeJS.Timeout | undefined
    const socket = connect({ host: hostname, port: Number(port) }, () => {
      socket.write(head)
      sending = setInterval(() => socket.write(endless), 2)
    })
    socket.on('data', (chunk: Buffer) => {
      clearInterval(sending)
      chunks.push(chunk)
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      clearInterval(sending)
      resolve(Buffer.concat(chunks).toString('utf8'))
    })
  })

describe('a client that dribbles', () => {
  const QUICK = { times: { headers: 60, check: 10 } }

  test('its headers is answered with 408, however busy it looks', async () => {
    const server = await startServer(QUICK)
    const answer = parseRaw(await dribble(server, 'GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ', 'x'))
    expect([answer.status, errorOf(answer.body).code]).toEqual([408, 'timeout'])
  })

  test('nothing at all, either', async () => {
    const server = await startServer(QUICK)
    const answer = parseRaw(await dribble(server, '', ''))
    expect([answer.status, errorOf(answer.body).code]).toEqual([408, 'timeout'])
  })

  test('its body likewise', async () => {
    const server = await startServer(QUICK)
    const key = await server.keyWithScopes('feeds:admin')
    const head = `POST /api/v1/feeds HTTP/1.1\r\nHost: x\r\nX-API-Key: ${key}\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n`
    const answer = parseRaw(await dribble(server, head, ' '))
    expect([answer.status, errorOf(answer.body).code]).toEqual([408, 'timeout'])
  })
})

test('a client that stops to read is cut off, and its export ends', async () => {
  const server = await startServer({
    times: { idle: 500 },
    settings: (settings) => ({ ...settings, limits: { ...settings.limits, maxExportsPerKey: 1 } })
  })
  await server.import(...addresses(10_000))
  const { hostname, port } = new URL(server.url)
  const socket = connect({ host: hostname, port: Number(port) })
  const closed = new Promise((resolve) => socket.once('close', resolve))
  socket.on('error', () => {})
  socket.write(`GET /api/v1/iocs/sigma?limit=10000 HTTP/1.1\r\nHost: x\r\nX-API-Key: ${server.pro}\r\n\r\n`)
  await new Promise((resolve) => socket.once('readable', resolve))
  while ((await server.ask('/api/v1/iocs/sigma?limit=1')).status !== 200);
  socket.resume()
  await closed
  await server.close()
  expect(server.log.some((line) => line.includes('"cut_off":true'))).toBe(true)
})

/** Asks for a path, and reads a byte of the answer every other millisecond. */
const readByteByByte = ({ url, pro }: Pick<TestServer, 'url' | 'pro'>, path: string): void => {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port) })
  const reading = setInterval(() => void socket.read(1), 2)
  onTestFinished(() => {
    clearInterval(reading)
    socket.destroy()
  })
  socket.on('error', () => {})
  socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nX-API-Key: ${pro}\r\n\r\n`)
}

test('a client that reads a byte now and then is cut off, and its export ends', async () => {
  const server = await startServer({
    times: { portion: 100 },
    settings: (settings) => ({ ...settings, limits: { ...settings.limits, maxExportsPerKey: 1 } })
  })
  await server.import(...addresses(10_000))
  readByteByByte(server, '/api/v1/iocs/sigma?limit=10000')
  const isCutOff = (): boolean => server.log.some((line) => line.includes('"cut_off":true'))
  while (!isCutOff()) await server.ask('/healthz')
  expect((await server.ask('/api/v1/iocs/sigma')).status).toBe(200)
})

test('so is one that does the same with an export that is kept', async () => {
  const server = await startServer({
    times: { portion: 400 },
    settings: (settings) => ({ ...settings, limits: { ...settings.limits, maxExportsPerKey: 1 } })
  })
  await server.import(...addresses(10_000))
  const path = '/api/v1/iocs/sigma?limit=10000'
  expect((await server.ask(path)).status).toBe(200)
  readByteByByte(server, path)
  const isCutOff = (): boolean => server.log.some((line) => line.includes('"cut_off":true'))
  while (!isCutOff()) await server.ask('/healthz')
  expect((await server.ask('/api/v1/iocs/sigma')).status).toBe(200)
})

test('a client that reads slowly gets the very rules of a quick one, while others are answered', async () => {
  const server = await startServer()
  await server.import(...addresses(6_000))
  const path = '/api/v1/iocs/sigma?limit=6000'
  // The same rules asked for in other words, so that neither answer is the other one, kept.
  const quick = await server.ask(`${path}&type=ipv4`)
  const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
    const headers = { 'x-api-key': server.pro }
    get(`${server.url}${path}`, { headers, agent: false }, resolve).on('error', reject)
  })
  const slow: Buffer[] = []
  let others = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    slow.push(chunk)
    if (slow.length % 10 === 1 && others++ < 8) await server.ask('/api/v1/iocs/sigma?limit=2000')
  }
  expect(others).toBeGreaterThan(4)
  expect(Buffer.concat(slow).equals(quick.bytes)).toBe(true)
})

/** What counts as an export, apart from streams. */
const EXPORTS = [
  '/api/v1/iocs/sigma',
  '/api/v1/iocs/sigma?group=auto',
  '/api/v1/iocs/sigma/manifest',
  '/api/v1/iocs/sigma/changes?group=auto',
  '/api/v1/iocs',
  '/api/v1/iocs/stix',
  '/api/v1/bundles/splunk',
  '/api/v1/plan?target=splunk',
  OBJECTS,
  `${COLLECTIONS}ipv4/manifest/`
]

/** Begins an export that is not read, and gives what ends it. */
const hold = async (server: TestServer): Promise<() => void> => {
  const { hostname, port } = new URL(server.url)
  const socket = connect({ host: hostname, port: Number(port) })
  socket.write(`GET /api/v1/iocs/sigma?limit=10000 HTTP/1.1\r\nHost: x\r\nX-API-Key: ${server.pro}\r\n\r\n`)
  await new Promise((resolve) => socket.once('readable', resolve))
  return () => socket.resetAndDestroy()
}

describe('one key', () => {
  const begin = async (): Promise<TestServer> => {
    const server = await startServer({
      settings: (settings) => ({ ...settings, limits: { ...settings.limits, maxExportsPerKey: 1 } })
    })
    await server.import(...addresses(10_000))
    return server
  }

  test('has so many exports at once and no more, whatever their form, while others have theirs', async () => {
    const server = await begin()
    const other = await server.keyWith({})
    const leave = await hold(server)
    for (const path of EXPORTS) {
      const refused = await server.ask(path)
      expect([refused.status, refusalOf(refused.text).code]).toEqual([429, 'too_many_exports'])
      expect(refused.headers['retry-after']).toBe('1')
      expect(refused.headers['x-ratelimit-remaining']).toBe('999')
      expect((await server.ask(path, { key: other })).status).toBe(200)
    }
    const events = await server.ask('/api/v1/iocs/sigma/changes', { headers: { accept: 'text/event-stream' } })
    expect(events.status).toBe(429)
    leave()
    while ((await server.ask('/api/v1/iocs?limit=1')).status !== 200);
  })

  test('gets ten refused requests a minute back, and no more', async () => {
    const server = await begin()
    const leave = await hold(server)
    const remaining = async (): Promise<unknown> => (await server.ask('/api/v1/iocs')).headers['x-ratelimit-remaining']
    const seen: unknown[] = []
    for (let index = 0; index < 12; index++) seen.push(await remaining())
    expect(seen).toEqual([...Array.from({ length: 10 }, () => '999'), '998', '997'])
    server.clock.set(server.clock.now() + 60_000_000)
    // Of the day, of which the smaller share is left then.
    expect([await remaining(), await remaining()]).toEqual(['999997', '999997'])
    leave()
  })

  test('gets its place back after HEAD, 304, a refusal and a whole answer', async () => {
    const server = await begin()
    const { headers } = await server.ask('/api/v1/iocs')
    await server.ask('/api/v1/iocs', { method: 'HEAD' })
    await server.ask('/api/v1/iocs', { headers: { 'if-none-match': headers.etag } })
    await server.ask('/api/v1/iocs?cursor=x')
    for (const path of EXPORTS) expect((await server.ask(path)).status).toBe(200)
    for (const path of [
      '/api/v1/plan?target=nothing',
      `${OBJECTS}?next=x`,
      '/api/v1/bundles/splunk?since=2030-01-01'
    ]) {
      expect([400, 404, 410]).toContain((await server.ask(path)).status)
    }
    expect((await server.ask('/api/v1/iocs')).status).toBe(200)
  })
})

test('an account has so many exports at once with all its keys, while other accounts have theirs', async () => {
  const server = await startServer({
    settings: (settings) => ({ ...settings, limits: { ...settings.limits, maxExportsPerAccount: 1 } })
  })
  await server.import(...addresses(10_000))
  const sibling = await server.keyWith({})
  const other = await server.keyWith({ account: 'others' })
  const leave = await hold(server)
  const refused = await server.ask('/api/v1/iocs/sigma', { key: sibling })
  expect([refused.status, refusalOf(refused.text).code]).toEqual([429, 'too_many_exports'])
  expect((await server.ask('/api/v1/iocs/sigma', { key: other })).status).toBe(200)
  leave()
  while ((await server.ask('/api/v1/iocs/sigma?limit=1', { key: sibling })).status !== 200);
})
