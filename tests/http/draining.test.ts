import { expect, test } from 'vitest'
import { createDraining } from '../../src/http/create-draining.ts'
import { startServer } from './test-server.ts'

test('a server that drains is not ready, and serves on until the pause is over', async () => {
  const seen: unknown[] = []
  const draining = createDraining({
    async pause(milliseconds) {
      const [ready, alive, served] = await Promise.all(
        ['/readyz', '/healthz', '/api/v1/me'].map(async (path) => server.ask(path))
      )
      seen.push(milliseconds, ready?.status, alive?.status, served?.status)
    }
  })
  const server = await startServer({ draining: draining.signal })
  expect((await server.ask('/readyz')).status).toBe(200)
  await draining.drain(30)
  expect(seen).toEqual([30_000, 503, 200, 200])
})

test('where there is no time to drain, a server is not ready at once', async () => {
  const draining = createDraining({
    pause: async () => {
      throw new Error('nobody is to wait')
    }
  })
  await draining.drain(0)
  expect(draining.signal.aborted).toBe(true)
})
