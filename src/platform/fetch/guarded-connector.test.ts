import { once } from 'node:events'
import type { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { startFeedServer } from '../../../tests/support/feed-server.ts'
import { type ConnectorParts, guardedConnector } from './guarded-connector.ts'

/** What a connector gives for feeds.example at a port. */
const connect = (port: number, parts: Partial<ConnectorParts>): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const connector = guardedConnector({
      place: '"http://feeds.example/"',
      resolve: () => Promise.resolve(['127.0.0.1']),
      guard: () => undefined,
      authorities: [],
      signal: new AbortController().signal,
      ...parts
    })
    connector({ hostname: 'feeds.example', protocol: 'http:', port: String(port) }, (error, socket) => {
      if (error === null) resolve(socket)
      else reject(error)
    })
  })

test('what was reached is checked again behind the connection', async () => {
  const server = await startFeedServer()
  const asked: string[] = []
  const guard = (address: string): string | undefined => (asked.push(address) === 1 ? undefined : 'loopback')
  await expect(connect(server.port, { guard })).rejects.toMatchObject({
    code: 'fetch_refused',
    message: expect.stringContaining('leads to 127.0.0.1, a loopback address') as unknown
  })
  expect(asked).toEqual(['127.0.0.1', '127.0.0.1'])
  await server.idle()
})

test('where no address answers, the last failure tells', async () => {
  const { port } = await startFeedServer()
  const resolve = (): Promise<readonly string[]> => Promise.resolve(['127.0.0.2', '127.0.0.3'])
  await expect(connect(port, { resolve })).rejects.toMatchObject({ code: 'ECONNREFUSED', address: '127.0.0.3' })
})

test('who gave up during the look-up connects to nothing', async () => {
  const { port } = await startFeedServer()
  const controller = new AbortController()
  const guarded: string[] = []
  const parts: Partial<ConnectorParts> = {
    signal: controller.signal,
    resolve() {
      controller.abort(new Error('enough'))
      return Promise.resolve(['127.0.0.1'])
    },
    guard(address) {
      guarded.push(address)
      return undefined
    }
  }
  await expect(connect(port, parts)).rejects.toThrow('enough')
  expect(guarded).toEqual([])
})

test('a connection that passes is open', async () => {
  const server = await startFeedServer()
  const socket = await connect(server.port, {})
  expect(socket.remoteAddress).toBe('127.0.0.1')
  socket.destroy()
  await once(socket, 'close')
  await server.idle()
})
