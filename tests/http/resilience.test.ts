import { request, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import fastify from 'fastify'
import { describe, expect, test } from 'vitest'
import type { Settings } from '../../src/config/settings.ts'
import { listen } from '../../src/http/listen.ts'
import { errorOf } from './ask.ts'
import { addresses, startServer, type TestServer } from './test-server.ts'

const SIGMA = '/api/v1/iocs/sigma'

/** More than all buffers between server and client hold. */
const LARGE = addresses(10_000)
const ALL = `${SIGMA}?limit=10000`

/** An answer of which the head has been read. */
interface Reader {
  readonly incoming: IncomingMessage
  /** Goes away. */
  readonly leave: () => void
  /** Reads on to the end. */
  readonly rest: () => Promise<string>
}

/** Begins to read an answer, and stops after its head. */
const beginReading = (server: TestServer, path: string): Promise<Reader> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url)
    const headers = { authorization: `Bearer ${server.pro}` }
    const outgoing = request({ hostname, port, path, headers, agent: false }, (incoming) => {
      const chunks: Buffer[] = []
      const whole = new Promise<string>((finish, fail) => {
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.on('error', fail)
        incoming.on('end', () => finish(Buffer.concat(chunks).toString('utf8')))
      })
      whole.catch(() => {})
      incoming.pause()
      resolve({
        incoming,
        leave: () => outgoing.destroy(),
        rest: () => {
          incoming.resume()
          return whole
        }
      })
    })
    outgoing.on('error', reject)
    outgoing.end()
  })

const oneExportAtATime = (settings: Settings): Settings => ({
  ...settings,
  limits: { ...settings.limits, maxConcurrentExports: 1 }
})

/** Asks until the answer is the expected one: what another connection does is noticed in its own time. */
const askUntil = async (server: TestServer, status: number): Promise<void> => {
  while ((await server.ask(`${SIGMA}?limit=1`)).status !== status);
}

/** Begins an export as soon as there is a place for it. */
const beginOnceFree = async (server: TestServer): Promise<Reader> => {
  let reader = await beginReading(server, ALL)
  while (reader.incoming.statusCode !== 200) reader = await beginReading(server, ALL)
  return reader
}

describe('an export that fails half-way', () => {
  test('is aborted without its proper end, and the log says why', async () => {
    const server = await startServer()
    await server.import(...LARGE)
    const { incoming, rest } = await beginReading(server, ALL)
    expect(incoming.statusCode).toBe(200)
    await server.store.close()
    await expect(rest()).rejects.toThrow(/aborted|ECONNRESET/)
    await server.close()
    const id = String(incoming.headers['x-request-id'])
    expect(server.log.some((line) => line.includes('"msg":"answer cut off"') && line.includes(id))).toBe(true)
  })
})

describe('a client that goes away', () => {
  test.each(['/api/v1/iocs/sigma', '/api/v1/iocs'])('frees its export of %s at once', async (path) => {
    const server = await startServer({ settings: oneExportAtATime })
    await server.import(...LARGE)
    const { leave } = await beginReading(server, `${path}?limit=10000`)
    expect((await server.ask(`${SIGMA}?limit=1`)).status).toBe(429)
    leave()
    await askUntil(server, 200)
    expect(server.log.some((line) => line.includes('"cut_off":true'))).toBe(true)
    expect(server.log.some((line) => line.includes('"level":"error"'))).toBe(false)
  })

  test('frees the exports that it asked for behind the first, too', async () => {
    const server = await startServer({
      settings: (settings) => ({ ...settings, limits: { ...settings.limits, maxConcurrentExports: 3 } })
    })
    await server.import(...LARGE)
    const { hostname, port } = new URL(server.url)
    const socket = connect({ host: hostname, port: Number(port) })
    const begun = new Promise<void>((resolve) => socket.once('data', () => resolve()))
    socket.write(`GET ${ALL} HTTP/1.1\r\nHost: x\r\nX-API-Key: ${server.pro}\r\n\r\n`.repeat(3))
    await begun
    socket.pause()
    await askUntil(server, 429)
    socket.resetAndDestroy()
    const readers = [await beginOnceFree(server), await beginOnceFree(server), await beginOnceFree(server)]
    for (const { leave } of readers) leave()
  })

  test('before its answer has begun frees it too', async () => {
    const server = await startServer({ settings: oneExportAtATime })
    await server.import(...addresses(300))
    const { hostname, port } = new URL(server.url)
    for (let time = 0; time < 20; time++) {
      await new Promise<void>((resolve) => {
        const socket = connect({ host: hostname, port: Number(port) }, () => {
          socket.write(`GET ${SIGMA} HTTP/1.1\r\nHost: x\r\nX-API-Key: ${server.pro}\r\n\r\n`, () =>
            socket.resetAndDestroy()
          )
        })
        socket.on('close', () => resolve())
      })
    }
    await askUntil(server, 200)
  })
})

describe('as many exports as the server allows', () => {
  test('one more is 429 too_many_exports, which says when to come again', async () => {
    const server = await startServer({ settings: oneExportAtATime })
    await server.import(...LARGE)
    const { rest } = await beginReading(server, ALL)
    const refused = await server.ask(SIGMA)
    expect([refused.status, errorOf(refused.text).code]).toEqual([429, 'too_many_exports'])
    expect(refused.headers['retry-after']).toBe('1')
    expect(refused.headers['x-ratelimit-remaining']).toBe('999')
    expect((await server.ask(SIGMA)).headers['x-ratelimit-remaining']).toBe('999')
    expect((await rest()).match(/^id: /gm)).toHaveLength(10_000)
    await askUntil(server, 200)
  })

  test('HEAD, 304, refusals and whole answers leave no export open', async () => {
    const server = await startServer({ settings: oneExportAtATime })
    await server.import(...addresses(300))
    const { headers } = await server.ask(SIGMA)
    await server.ask(SIGMA, { method: 'HEAD' })
    await server.ask(SIGMA, { headers: { 'if-none-match': headers.etag } })
    await server.ask(`${SIGMA}?cursor=x`)
    await server.ask('/api/v1/iocs')
    expect((await server.ask(SIGMA)).status).toBe(200)
  })
})

describe('a server that is told to stop', () => {
  /** A connection that stays open, on which one request after the other is sent. */
  const keepConnection = (server: TestServer): { ask(path: string): Promise<string> } => {
    const { hostname, port } = new URL(server.url)
    const socket = connect({ host: hostname, port: Number(port) })
    return {
      ask: (path) =>
        new Promise((resolve, reject) => {
          socket.once('data', (chunk: Buffer) => resolve(chunk.toString('utf8')))
          socket.once('error', reject)
          socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`)
        })
    }
  }

  test('finishes the answers that are under way, and takes no new connections', async () => {
    const server = await startServer({ graceMs: 60_000 })
    await server.import(...LARGE)
    const { rest } = await beginReading(server, ALL)
    const closed = server.close()
    await expect(server.ask('/healthz')).rejects.toThrow('ECONNREFUSED')
    expect((await rest()).match(/^id: /gm)).toHaveLength(10_000)
    await closed
  })

  test('says so to probes on connections that are still open', async () => {
    const server = await startServer({ graceMs: 60_000 })
    await server.import(...LARGE)
    const probe = keepConnection(server)
    expect(await probe.ask('/readyz')).toMatch(/^HTTP\/1\.1 200 /)
    const { rest } = await beginReading(server, ALL)
    const closed = server.close()
    await expect(server.ask('/healthz')).rejects.toThrow('ECONNREFUSED')
    const answer = await probe.ask('/readyz')
    expect(answer).toMatch(/^HTTP\/1\.1 503 /)
    expect(answer).toMatch(/^retry-after: 5$/im)
    expect(answer).toMatch(/^connection: close$/im)
    expect(answer).toContain('"code":"unavailable"')
    await rest()
    await closed
  })

  test('does not wait for connections on which nothing is asked', async () => {
    const server = await startServer({ graceMs: 60_000 })
    const idle = keepConnection(server)
    await idle.ask('/healthz')
    await server.close()
  })

  test('cuts off a client that does not read in time', async () => {
    const server = await startServer({ graceMs: 10 })
    await server.import(...LARGE)
    const { rest } = await beginReading(server, ALL)
    await server.close()
    await expect(rest()).rejects.toThrow(/aborted|ECONNRESET/)
  })
})

describe('a port that cannot be had', () => {
  test.each([
    [
      'is taken',
      (server: TestServer) => ({ host: '127.0.0.1', port: Number(new URL(server.url).port) }),
      /another program/
    ],
    ['is on an address of others', () => ({ host: '192.0.2.1', port: 0 }), /no such address/]
  ])('when it %s, the problem says what to do', async (_why, where, sentence) => {
    const server = await startServer()
    const app = fastify()
    await expect(listen(app, where(server))).rejects.toThrow(sentence)
    await app.close()
  })
})

test('a server on all addresses names the one that this machine reaches', async () => {
  const app = fastify()
  const listening = await listen(app, { host: '0.0.0.0', port: 0 })
  await listening.close()
  expect(listening.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
})
