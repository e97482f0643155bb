import { expect, test } from 'vitest'
import { idsOf } from './ask.ts'
import { addresses, startServer, type TestServer } from './test-server.ts'

const SIGMA = '/api/v1/iocs/sigma'
const MEBIBYTE = 2 ** 20

/** How many bytes of exports a server has in memory, as Prometheus sees it. */
const keptBytes = async (server: TestServer, key: string): Promise<number> => {
  const { text } = await server.ask('/metrics', { key })
  return Number(/^sigmill_kept_bytes (\d+)$/m.exec(text)?.[1])
}

const startSmall = async (): Promise<TestServer> =>
  startServer({ settings: (settings) => ({ ...settings, limits: { ...settings.limits, keptMebibytes: 1 } }) })

test('what is kept stays within its limit, however many read different exports at once', async () => {
  const server = await startSmall()
  await server.import(...addresses(400))
  const watcher = await server.keyWithScopes('metrics:read')
  const seen: number[] = []
  let bytes = 0
  /** Others are still read when an answer is there. */
  const readAndLook = async (limit: number): Promise<number> => {
    const answer = await server.ask(`${SIGMA}?limit=${limit}`)
    seen.push(await keptBytes(server, watcher))
    bytes += answer.bytes.length
    return idsOf(answer).length
  }
  for (let round = 0; round < 8; round++) {
    const limits = Array.from({ length: 6 }, (_, reader) => 200 + 25 * round + reader)
    expect(await Promise.all(limits.map(readAndLook))).toEqual(limits)
  }
  expect(bytes).toBeGreaterThan(5 * MEBIBYTE)
  expect(Math.max(...seen)).toBeLessThanOrEqual(MEBIBYTE)
  expect(seen.at(-1)).toBeGreaterThan(MEBIBYTE / 4)
})

test('what was kept of a store goes with the first answer from a newer one', async () => {
  const server = await startSmall()
  await server.import(...addresses(400))
  const watcher = await server.keyWithScopes('metrics:read')
  for (const limit of [200, 201, 202]) await server.ask(`${SIGMA}?limit=${limit}`)
  const before = await keptBytes(server, watcher)
  await server.import(...addresses(400), '198.51.100.1')
  const { bytes } = await server.ask(`${SIGMA}?limit=1`)
  const after = await keptBytes(server, watcher)
  expect(before).toBeGreaterThan(MEBIBYTE / 4)
  expect(after).toBeGreaterThan(bytes.length)
  expect(after).toBeLessThan(bytes.length + 16_384)
})
