import { connect, type Socket } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Settings } from '../../src/config/settings.ts'
import type { Pause } from '../../src/platform/pause.ts'
import { MOMENT } from '../support/stores.ts'
import { askRaw, errorOf, refusalOf, type Asked } from './ask.ts'
import { startServer, type ServerOptions, type TestServer } from './test-server.ts'

const LIST = '/api/v1/iocs'
const SECOND = 1_000_000

/** What one address, and all together, may do in a second while they are held off. */
const TURNS = 10

const patient =
  (failedAttempts: number) =>
  (settings: Settings): Settings => ({ ...settings, limits: { ...settings.limits, failedAttempts } })

const behind =
  (...trustedProxies: Settings['trustedProxies']) =>
  (settings: Settings): Settings => ({ ...patient(3)(settings), trustedProxies })

const LOOPBACK = { text: '127.0.0.0/8', kind: 'ipv4', first: '127.0.0.0', length: 8 } as const
const OTHERS = { text: '192.0.2.0/24', kind: 'ipv4', first: '192.0.2.0', length: 24 } as const

/** A second that ends when the test says so, or the server stops. */
const heldSecond = () => {
  const ends: (() => void)[] = []
  const pause: Pause = (_milliseconds, signal) =>
    new Promise((resolve) => {
      ends.push(resolve)
      signal.addEventListener('abort', () => resolve(), { once: true })
    })
  return {
    pause,
    end: (): void => {
      for (const resolve of ends.splice(0)) resolve()
    }
  }
}

/** A server of which an address has three wrong keys, and whose seconds end when the test says so. */
const begin = async (options: ServerOptions = {}): Promise<TestServer & { readonly endSecond: () => void }> => {
  const { pause, end } = heldSecond()
  return { ...(await startServer({ settings: patient(3), pause, ...options })), endSecond: end }
}

const tryWrong = (server: TestServer, key = 'sk_live_wrong'): Promise<Asked> => server.ask(LIST, { key })

const tryTimes = async (server: TestServer, count: number): Promise<readonly number[]> => {
  const statuses: number[] = []
  for (let index = 0; index < count; index++) statuses.push((await tryWrong(server)).status)
  return statuses
}

/** A connection that stays, and what came back on it. */
interface Line {
  readonly socket: Socket
  /** Sends a request with a wrong key, unless it is said otherwise. */
  readonly send: (head?: string) => void
  /** Resolves with the statuses of the answers when so many have come. */
  readonly statuses: (count: number) => Promise<readonly number[]>
  readonly closed: Promise<unknown>
}

const request = (target = LIST, key = 'sk_live_wrong', method = 'GET'): string =>
  `${method} ${target} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\n\r\n`

const openLine = (server: TestServer): Line => {
  const { hostname, port } = new URL(server.url)
  const socket = connect({ host: hostname, port: Number(port) })
  onTestFinished(() => void socket.destroy())
  let text = ''
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  socket.on('error', () => {})
  const found = (): readonly number[] => [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status))
  return {
    socket,
    send: (head = request()) => void socket.write(head),
    async statuses(count) {
      while (found().length < count) await new Promise((resolve) => socket.once('data', resolve))
      return found()
    },
    closed: new Promise((resolve) => socket.once('close', resolve))
  }
}

describe('an address that sends wrong keys', () => {
  test('is held off for the rest of a minute', async () => {
    const server = await begin()
    expect(await tryTimes(server, 4)).toEqual([401, 401, 401, 429])
    server.clock.set(MOMENT + 20 * SECOND)
    const refused = await tryWrong(server)
    expect(errorOf(refused.text).code).toBe('too_many_failures')
    expect(refused.headers['retry-after']).toBe('40')
    expect(refused.headers).not.toHaveProperty('x-ratelimit-limit')
    server.clock.set(MOMENT + 60 * SECOND)
    expect(await tryTimes(server, 1)).toEqual([401])
  })

  test('is refused before the store is asked, with a right key too', async () => {
    const server = await begin()
    await tryTimes(server, 3)
    await server.store.close()
    expect((await tryWrong(server)).status).toBe(429)
    expect((await server.ask(LIST)).status).toBe(429)
  })

  test('is told in the log once, and what it sends then is counted only', async () => {
    const server = await begin()
    await tryTimes(server, 6)
    await server.close()
    const lines = server.log.map((line) => JSON.parse(line) as { msg: string; address?: string })
    expect(lines.filter(({ msg }) => msg === 'address held off')).toMatchObject([{ address: '127.0.0.1/32' }])
    expect(lines.filter(({ msg }) => msg === 'request')).toHaveLength(3)
  })

  test('may still look at the probes', async () => {
    const server = await begin()
    await tryTimes(server, 4)
    expect((await server.ask('/healthz', { key: '' })).status).toBe(200)
    expect((await server.ask('/healthz?x=1', { key: '' })).status).toBe(200)
  })

  test('is told in the words of the part that it asks, without a body for HEAD', async () => {
    const server = await begin()
    const basic = (key: string): string => `Basic ${Buffer.from(`any:${key}`).toString('base64')}`
    const headers = { authorization: basic('sk_live_wrong') }
    for (let index = 0; index < 3; index++)
      expect((await server.ask('/taxii2/', { key: '', headers })).status).toBe(401)
    const taxii = await server.ask('/taxii2/', { key: '', headers })
    expect([taxii.status, taxii.headers['content-type']]).toEqual([429, 'application/taxii+json;version=2.1'])
    expect(refusalOf(taxii.text).code).toBe('too_many_failures')
    const head = await server.ask(LIST, { method: 'HEAD' })
    expect([head.status, head.text]).toEqual([429, ''])
  })

  test('is not helped by an expectation that no server knows', async () => {
    const server = await begin()
    await tryTimes(server, 3)
    expect((await server.ask(LIST, { headers: { expect: 'something' } })).status).toBe(429)
  })
})

describe('a connection of an address that is held off', () => {
  test('is answered once, and not read again until the second is over', async () => {
    const server = await begin()
    const line = openLine(server)
    for (let index = 1; index <= 4; index++) {
      line.send()
      await line.statuses(index)
    }
    line.send()
    // What another connection is told meanwhile shows that the server had time to read.
    expect((await tryWrong(server)).status).toBe(429)
    expect(await line.statuses(4)).toEqual([401, 401, 401, 429])
    server.endSecond()
    expect(await line.statuses(5)).toEqual([401, 401, 401, 429, 429])
  })

  test('ends with what is sent on it beyond the turns of its address', async () => {
    const server = await begin()
    await tryTimes(server, 3)
    const answers = await askRaw(server.url, request().repeat(100))
    // The connection has taken one of the turns, and the last answer says that it ends.
    expect(answers.match(/HTTP\/1\.1 429/g)).toHaveLength(TURNS)
    expect(answers.match(/^Connection: close\r$/gm)).toHaveLength(1)
  })

  test('that goes away while it rests harms nobody', async () => {
    const server = await begin()
    const line = openLine(server)
    for (let index = 1; index <= 4; index++) {
      line.send()
      await line.statuses(index)
    }
    line.socket.resetAndDestroy()
    await line.closed
    server.endSecond()
    expect((await tryWrong(server)).status).toBe(429)
  })

  test('lets an answer that was under way come to its end', async () => {
    const server = await begin()
    await server.importFeed('list', 'evil.example.net')
    const line = openLine(server)
    line.send(request(`${LIST}/sigma/changes?wait=30`, server.pro))
    while (server.log.length === 0) await tryWrong(server)
    await tryTimes(server, 2)
    line.send(request().repeat(TURNS + 2))
    server.endSecond()
    await server.import('198.51.100.1')
    expect((await line.statuses(2)).slice(0, 2)).toEqual([200, 429])
  })

  test('does not keep the server from stopping', async () => {
    const server = await begin({ graceMs: 600_000 })
    const line = openLine(server)
    for (let index = 1; index <= 4; index++) {
      line.send()
      await line.statuses(index)
    }
    line.send()
    await server.close()
    await line.closed
  })
})

describe('new connections of an address that is held off', () => {
  test('are reset unread once its turns are taken, and answered again with the next second', async () => {
    const server = await begin()
    await tryTimes(server, 3)
    // A connection takes a turn, and its request another.
    expect(await tryTimes(server, TURNS / 2)).not.toContain(401)
    await expect(tryWrong(server)).rejects.toThrow(/ECONNRESET/)
    await expect(server.ask('/healthz', { key: '' })).rejects.toThrow(/ECONNRESET/)
    server.endSecond()
    expect((await tryWrong(server)).status).toBe(429)
    server.clock.set(MOMENT + 60 * SECOND)
    expect((await server.ask(LIST)).status).toBe(200)
  })

  test('are counted in the metrics, reset ones too', async () => {
    const server = await begin()
    await tryTimes(server, 3)
    await tryTimes(server, TURNS / 2)
    await expect(tryWrong(server)).rejects.toThrow(/ECONNRESET/)
    server.clock.set(MOMENT + 60 * SECOND)
    const key = await server.keyWithScopes('metrics:read')
    const { text } = await server.ask('/metrics', { key })
    expect(text).toContain(`sigmill_http_held_off_total ${TURNS / 2 + 1}\n`)
  })
})

describe('what is no wrong key', () => {
  test('does not count: none, one that expired, one without the scope, one of another tier', async () => {
    const server = await begin()
    const expired = await server.keyWith({ expires: MOMENT })
    for (let index = 0; index < 5; index++) {
      expect((await server.ask(LIST, { key: '' })).status).toBe(401)
      expect((await tryWrong(server, expired)).status).toBe(401)
      expect((await server.ask('/api/v1/feeds')).status).toBe(403)
      expect((await server.ask('/api/v1/iocs/sigma', { key: server.free })).status).toBe(403)
    }
    expect((await server.ask(LIST)).status).toBe(200)
  })
})

describe('behind a trusted proxy', () => {
  const from = async (server: TestServer, client: string, key: string): Promise<number> =>
    (await server.ask(LIST, { key, headers: { 'x-forwarded-for': client } })).status

  test('the client is held off, not the proxy', async () => {
    const server = await begin({ settings: behind(LOOPBACK) })
    for (let index = 0; index < 3; index++) await from(server, `2001:db8::${index}`, 'sk_live_wrong')
    expect(await from(server, '2001:db8::9', server.pro)).toBe(429)
    expect(await from(server, '2001:db8:0:1::1', server.pro)).toBe(200)
    expect(await from(server, '192.0.2.1', server.pro)).toBe(200)
  })

  test('the connection, which many share, is neither rested nor closed', async () => {
    const server = await begin({ settings: behind(LOOPBACK) })
    const line = openLine(server)
    const sendFrom = (client: string, key: string): void =>
      line.send(`GET ${LIST} HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: ${client}\r\nX-API-Key: ${key}\r\n\r\n`)
    for (let index = 1; index <= 150; index++) {
      sendFrom('192.0.2.1', 'sk_live_wrong')
      await line.statuses(index)
    }
    sendFrom('192.0.2.2', server.pro)
    expect((await line.statuses(151)).slice(-2)).toEqual([429, 200])
  })

  test('a connection that comes from elsewhere is its own client', async () => {
    const server = await begin({ settings: behind(OTHERS) })
    await tryTimes(server, 3)
    await tryTimes(server, TURNS / 2)
    await expect(tryWrong(server)).rejects.toThrow(/ECONNRESET/)
  })
})
