import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { idsOf, nextSinceOf } from './ask.ts'
import { addresses, startServer, withTier, type TestServer } from './test-server.ts'

const SIGMA = '/api/v1/iocs/sigma'

/** Asks for everything from a moment on, with nothing but X-Next-Since to go on by, until nothing more comes. */
const pollUntilQuiet = async (server: TestServer, since: string, limit: number, seen: Set<string>): Promise<string> => {
  let position = since
  let more = true
  while (more) {
    const answer = await server.ask(`${SIGMA}?since=${position}&limit=${limit}`)
    for (const id of idsOf(answer)) seen.add(id)
    position = nextSinceOf(answer)
    more = answer.headers['x-rule-count'] !== '0'
  }
  return position
}

describe('a poller', () => {
  test('that keeps X-Next-Since loses nothing, whatever the limits and however writes fall between', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ writes: fc.integer({ min: 0, max: 6 }), limit: fc.integer({ min: 1, max: 5 }) }), {
          minLength: 1,
          maxLength: 8
        }),
        async (rounds) => {
          const server = await startServer()
          const seen = new Set<string>()
          let position = '2026-01-01'
          let added = 0
          for (const { writes, limit } of rounds) {
            await server.import(...addresses(writes, added))
            added += writes
            const answer = await server.ask(`${SIGMA}?since=${position}&limit=${limit}`)
            for (const id of idsOf(answer)) seen.add(id)
            position = nextSinceOf(answer)
          }
          await pollUntilQuiet(server, position, 3, seen)
          expect(seen).toEqual(new Set(idsOf(await server.ask(`${SIGMA}?limit=100`))))
        }
      ),
      { numRuns: 15 }
    )
  })

  test('that was down goes on where it was', async () => {
    const server = await startServer()
    await server.import(...addresses(3))
    const seen = new Set<string>()
    const position = await pollUntilQuiet(server, '2026-01-01', 2, seen)
    server.clock.set(server.clock.now() + 30 * 86_400_000_000)
    await server.import(...addresses(3, 3))
    await pollUntilQuiet(server, position, 2, seen)
    expect(seen.size).toBe(6)
  })

  test('sees a change again, and only that', async () => {
    const server = await startServer()
    await server.import('198.51.100.1', '198.51.100.2')
    const first = await server.ask(SIGMA)
    await server.importFeed('Other', '198.51.100.2')
    const poll = await server.ask(`${SIGMA}?since=${nextSinceOf(first)}`)
    expect(poll.headers['x-rule-count']).toBe('1')
    expect(poll.text).toContain('198.51.100.2')
  })

  test('is told nothing when a feed is imported again', async () => {
    const server = await startServer()
    await server.import('198.51.100.1')
    const first = await server.ask(SIGMA)
    server.clock.set(server.clock.now() + 86_400_000_000)
    await server.import('198.51.100.1')
    const poll = await server.ask(`${SIGMA}?since=${nextSinceOf(first)}`)
    expect(poll.headers['x-rule-count']).toBe('0')
    expect(poll.headers['x-next-since']).toBe(nextSinceOf(first))
  })

  test('with If-None-Match on a fixed since gets 304 until something happens', async () => {
    const server = await startServer()
    await server.import('198.51.100.1')
    const first = await server.ask(SIGMA)
    const path = `${SIGMA}?since=${nextSinceOf(first)}`
    const quiet = await server.ask(path)
    const conditional = { headers: { 'if-none-match': quiet.headers.etag } }
    expect((await server.ask(path, conditional)).status).toBe(304)
    await server.import('198.51.100.2')
    expect((await server.ask(path, conditional)).headers['x-rule-count']).toBe('1')
  })
})

describe('lookback', () => {
  test('is membership by last sight, not a clamp on since', async () => {
    const server = await startServer()
    await server.import('198.51.100.1')
    server.clock.set(server.clock.now() + 3 * 86_400_000_000)
    await server.import('198.51.100.2')
    const list = async (key: string): Promise<string> =>
      (await server.ask('/api/v1/iocs?since=2026-01-01', { key })).text
    expect(await list(server.pro)).toContain('198.51.100.1')
    expect(await list(server.free)).not.toContain('198.51.100.1')
    expect(await list(server.free)).toContain('198.51.100.2')
  })

  test('of a shorter tier lets since admit no rule that was only seen again', async () => {
    const server = await startServer({ settings: withTier('free', { lookbackDays: 400 }) })
    await server.import('198.51.100.1')
    const first = await server.ask(SIGMA)
    server.clock.set(server.clock.now() + 3 * 86_400_000_000)
    await server.import('198.51.100.1')
    const since = nextSinceOf(first)
    expect((await server.ask(`${SIGMA}?since=${since}`)).headers['x-rule-count']).toBe('0')
    expect((await server.ask(`/api/v1/iocs?since=${since}`)).text).toContain('198.51.100.1')
  })

  test('of a shorter tier never leads a poller back', async () => {
    const server = await startServer()
    await server.import('198.51.100.1')
    server.clock.set(server.clock.now() + 3 * 86_400_000_000)
    await server.import('198.51.100.2')
    server.clock.set(server.clock.now() + 86_400_000_000)
    await server.import('198.51.100.1')
    const poll = async (since: string): Promise<string> =>
      nextSinceOf(await server.ask(`/api/v1/iocs?since=${since}`, { key: server.free }))
    const position = await poll('2026-05-18')
    expect(position).toBe('2026-05-20T10:00:00.000000Z')
    expect(await poll(position)).toBe(position)
  })

  test('of a shorter tier lets since admit what was seen again later', async () => {
    const server = await startServer()
    await server.import('198.51.100.1')
    const first = await server.ask('/api/v1/iocs', { key: server.free })
    server.clock.set(server.clock.now() + 3 * 86_400_000_000)
    await server.import('198.51.100.1')
    const path = `/api/v1/iocs?format=json&since=${nextSinceOf(first)}`
    expect((await server.ask(path, { key: server.free })).text).toContain('198.51.100.1')
    expect((await server.ask(path)).text).not.toContain('198.51.100.1')
  })
})
