import { connect, type Socket } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Settings } from '../../src/config/settings.ts'
import { startServer, type TestServer } from './test-server.ts'

const LOOPBACK = { text: '127.0.0.0/8', kind: 'ipv4', first: '127.0.0.0', length: 8 } as const

const withLimits =
  (limits: Partial<Settings['limits']>, parts: Partial<Settings> = {}) =>
  (settings: Settings): Settings => ({ ...settings, ...parts, limits: { ...settings.limits, ...limits } })

interface Line {
  readonly socket: Socket
  /** What came of a request: its status, or `undefined` where the connection ended without an answer. */
  ask(): Promise<string | undefined>
}

const openLine = ({ url }: TestServer, localAddress = '127.0.0.1'): Line => {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port), localAddress })
  onTestFinished(() => void socket.destroy())
  socket.on('error', () => {})
  return {
    socket,
    ask: () =>
      new Promise((resolve) => {
        socket.once('close', () => resolve(undefined))
        socket.once('data', (chunk: Buffer) => resolve(String(chunk).slice(9, 12)))
        socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n')
      })
  }
}

describe('connections beyond what is allowed', () => {
  test('are reset, and those that are open stay so, until one of them ends', async () => {
    const server = await startServer({ settings: withLimits({ maxConnections: 2 }) })
    const [first, second] = [openLine(server), openLine(server, '127.0.0.2')]
    expect([await first.ask(), await second.ask()]).toEqual(['200', '200'])
    expect(await openLine(server, '127.0.0.3').ask()).toBeUndefined()
    expect(await first.ask()).toBe('200')
    second.socket.destroy()
    while ((await openLine(server, '127.0.0.3').ask()) === undefined);
  })

  test('are counted for each address', async () => {
    const server = await startServer({ settings: withLimits({ maxConnectionsPerAddress: 1 }) })
    const first = openLine(server)
    expect(await first.ask()).toBe('200')
    expect(await openLine(server).ask()).toBeUndefined()
    expect(await openLine(server, '127.0.0.2').ask()).toBe('200')
    first.socket.destroy()
    while ((await openLine(server).ask()) === undefined);
  })

  test('are not counted for the address of a trusted proxy', async () => {
    const settings = withLimits({ maxConnectionsPerAddress: 1 }, { trustedProxies: [LOOPBACK] })
    const server = await startServer({ settings })
    const lines = [openLine(server), openLine(server)]
    for (const line of lines) expect(await line.ask()).toBe('200')
  })

  test('are counted over all addresses at which the server listens', async () => {
    const server = await startServer({
      settings: withLimits({ maxConnections: 1 }),
      addresses: ['127.0.0.1', '127.0.0.2']
    })
    expect(await openLine(server).ask()).toBe('200')
    const also = openLine({ ...server, url: server.url.replace('127.0.0.1', '127.0.0.2') })
    expect(await also.ask()).toBeUndefined()
  })
})
