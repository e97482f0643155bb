import { createServer } from 'node:http'
import { once } from 'node:events'
import { networkInterfaces } from 'node:os'
import fastify, { type FastifyInstance } from 'fastify'
import { describe, expect, onTestFinished, test } from 'vitest'
import { listen, type Listening } from '../../src/http/listen.ts'
import { startServer } from './test-server.ts'

const BOTH = ['127.0.0.1', '::1'] as const

const hasIpv6 = Object.values(networkInterfaces()).some((found) => found?.some(({ address }) => address === BOTH[1]))

const newApp = (): FastifyInstance => fastify().get('/', async () => 'here')

const begin = async (
  addresses: readonly [string, ...string[]],
  { port = 0, app = newApp() } = {}
): Promise<Listening> => {
  const listening = await listen(app, { host: 'several', port, addressesOf: async () => addresses })
  onTestFinished(async () => listening.close())
  return listening
}

const textAt = async (url: string): Promise<string> => (await fetch(url)).text()

/** The same port at the second address. */
const secondOf = ({ url }: Listening): string => url.replace('127.0.0.1', '[::1]')

describe('a host with several addresses', () => {
  test('is listened at where this machine has one of them', async () => {
    const { url } = await begin(['203.0.113.2', '127.0.0.1', '203.0.113.1'])
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:/)
    expect(await textAt(url)).toBe('here')
  })

  test('of which this machine has none is refused', async () => {
    const app = newApp()
    await expect(begin(['203.0.113.2', '203.0.113.1'], { app })).rejects.toThrow(/no such address/)
    await app.close()
  })

  test('that this machine knows by name is asked for nowhere else', async () => {
    const listening = await listen(newApp(), { host: 'localhost', port: 0 })
    onTestFinished(async () => listening.close())
    expect(await textAt(listening.url)).toBe('here')
  })
})

describe.skipIf(!hasIpv6)('a host with an address of each kind (skipped without IPv6)', () => {
  test('is answered on one port at both, until it is closed', async () => {
    const listening = await begin(BOTH)
    expect([await textAt(listening.url), await textAt(secondOf(listening))]).toEqual(['here', 'here'])
    await listening.close()
    for (const url of [listening.url, secondOf(listening)]) await expect(textAt(url)).rejects.toThrow('fetch failed')
  })

  test('finishes what is under way at the second, too, before it is closed', async () => {
    let [begun, finish] = [(): void => {}, (): void => {}]
    const isBegun = new Promise<void>((resolve) => (begun = resolve))
    const isFinished = new Promise<void>((resolve) => (finish = resolve))
    const app = newApp().get('/slow', async () => {
      begun()
      await isFinished
      return 'whole'
    })
    const listening = await begin(BOTH, { app })
    const answer = textAt(`${secondOf(listening)}/slow`)
    await isBegun
    const closed = listening.close()
    finish()
    expect(await answer).toBe('whole')
    await closed
  })

  test('is refused where another program has the port at one of them', async () => {
    const other = createServer().listen(0, BOTH[1])
    onTestFinished(() => void other.close())
    await once(other, 'listening')
    const bound = other.address()
    const port = typeof bound === 'object' ? (bound?.port ?? 0) : 0
    await expect(begin(BOTH, { port })).rejects.toThrow(/another program/)
    const free = createServer().listen(port, BOTH[0])
    onTestFinished(() => void free.close())
    await once(free, 'listening')
  })

  test('holds addresses off at both', async () => {
    const server = await startServer({
      addresses: BOTH,
      settings: (settings) => ({ ...settings, limits: { ...settings.limits, failedAttempts: 2 } })
    })
    for (const url of [secondOf(server), server.url]) {
      const headers = { 'x-api-key': 'sk_live_wrong' }
      const statuses: number[] = []
      for (let index = 0; index < 3; index++) statuses.push((await fetch(`${url}/api/v1/iocs`, { headers })).status)
      expect(statuses).toEqual([401, 401, 429])
    }
    await server.close()
    expect(server.log.filter((line) => line.includes('"msg":"request"'))).toHaveLength(4)
  })
})
