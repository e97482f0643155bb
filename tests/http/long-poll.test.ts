import { describe, expect, test } from 'vitest'
import { pause, type Pause } from '../../src/platform/pause.ts'
import { errorOf, nextPageOf } from './ask.ts'
import { CHANGES, linesOf, nextOf, shortOf } from './change-lines.ts'
import { startServer, type TestServer } from './test-server.ts'

/** A pause that tells when it is taken first, and by whom. */
const watchedPause = (): { readonly pause: Pause; readonly taken: Promise<AbortSignal> } => {
  let tell = (_signal: AbortSignal): void => {}
  const taken = new Promise<AbortSignal>((resolve) => {
    tell = resolve
  })
  return {
    taken,
    pause: async (milliseconds, signal) => {
      tell(signal)
      await pause(milliseconds, signal)
    }
  }
}

describe('a long poll', () => {
  test('answers at once when there are lines', async () => {
    const server = await startServer({ pause: () => Promise.reject(new Error('nobody is to wait')) })
    await server.import('198.51.100.1')
    expect(linesOf(await server.ask(`${CHANGES}?wait=60`))).toHaveLength(1)
  })

  test('is woken by an import, and counts as one request', async () => {
    const watched = watchedPause()
    const server = await startServer({ pause: watched.pause })
    const start = await server.ask(`${CHANGES}?wait=0`)
    const waiting = server.ask(nextOf(start).replace('wait=0', 'wait=60'))
    await watched.taken
    await server.import('198.51.100.1')
    const answer = await waiting
    expect(linesOf(answer).map(shortOf)).toEqual(['put 198.51.100.1 new'])
    expect([start, answer].map(({ headers }) => headers['x-ratelimit-remaining'])).toEqual(['999', '998'])
  })

  test('that nothing wakes ends empty, and goes on from where the store has come', async () => {
    let pauses = 0
    const server = await startServer({
      pause: async () => {
        pauses++
        if (pauses === 2) await server.import('198.51.100.1')
      }
    })
    const start = await server.ask(`${CHANGES}?type=domain`)
    const answer = await server.ask(`${nextOf(start)}&wait=2`)
    expect([answer.status, answer.text, pauses]).toEqual([200, '', 8])
    const [before, after] = [start, answer].map((one) => /cursor=([^&]*)/.exec(nextOf(one))?.[1])
    expect(after).not.toBe(before)
  })

  test('ends when the client goes away', async () => {
    const watched = watchedPause()
    const server = await startServer({ pause: watched.pause })
    const controller = new AbortController()
    const headers = { authorization: `Bearer ${server.pro}` }
    const asked = fetch(`${server.url}${CHANGES}?wait=60`, { headers, signal: controller.signal })
    const over = await watched.taken
    controller.abort()
    await expect(asked).rejects.toThrow(/abort/i)
    await new Promise((resolve) => {
      if (over.aborted) resolve(undefined)
      else over.addEventListener('abort', resolve)
    })
  })

  test('is refused once its key was revoked or has expired while it waited', async () => {
    for (const [code, end] of [
      ['invalid_api_key', (server: TestServer, id: string) => server.store.keys.revoke(id, server.clock.now(), 'lost')],
      ['expired_api_key', (server: TestServer) => server.clock.set(server.clock.now() + 60_000_000)]
    ] as const) {
      const watched = watchedPause()
      const server = await startServer({ pause: watched.pause })
      const id = '11111111-2222-4333-8444-555555555555'
      const key = await server.keyWith({ id, expires: server.clock.now() + 60_000_000 })
      const start = await server.ask(CHANGES, { key })
      const waiting = server.ask(`${nextOf(start)}&wait=60`, { key })
      await watched.taken
      await end(server, id)
      await server.import('198.51.100.1')
      const { status, text } = await waiting
      expect([status, errorOf(text).code]).toEqual([401, code])
      expect(text).not.toContain('198.51.100.1')
    }
  })

  test('ends with an answer when the server stops', async () => {
    const watched = watchedPause()
    const server = await startServer({ pause: watched.pause, graceMs: 600_000 })
    const waiting = server.ask(`${CHANGES}?wait=60`)
    await watched.taken
    await server.close()
    expect((await waiting).status).toBe(200)
    expect(nextPageOf(await waiting)).toBeDefined()
  })
})
