import { expect, test } from 'vitest'
import { startServer } from './test-server.ts'

const FEEDS = '/api/v1/feeds'

interface Line {
  readonly msg: string
  readonly request_id?: string
  readonly key_id?: string
  readonly status?: number
}

test('a whole journey leaves no secret in the log, in the audit trail or in the metrics', async () => {
  const server = await startServer()
  const admin = await server.keyWithScopes('feeds:admin')
  const metrics = await server.keyWithScopes('metrics:read')
  const headerSecret = 'a-secret-of-the-feed'
  const urlSecret = 'a-secret-in-the-url'
  const wrong = `sk_live_${'0'.repeat(49)}`
  const feed = {
    name: 'partner',
    url: `https://feed.example/?token=${urlSecret}`,
    headers: { 'Auth-Key': headerSecret }
  }
  const json = { 'content-type': 'application/json' }

  await server.import('198.51.100.1')
  await server.ask('/api/v1/iocs/sigma?type=ipv4')
  await server.ask(`/api/v1/iocs?api_key=${server.pro}`)
  await server.ask('/api/v1/iocs', { key: '', headers: { 'x-api-key': server.free } })
  await server.ask('/api/v1/iocs', { key: wrong })
  await server.ask(`/api/v1/iocs/sigma/${server.pro}`)
  await server.ask('/api/v1/iocs/sigma', { headers: { 'x-api-key': server.free } })
  await server.ask(FEEDS, { method: 'POST', key: admin, headers: json, body: JSON.stringify(feed) })
  await server.ask(`${FEEDS}/${encodeURIComponent(admin)}/run`, { method: 'POST', key: admin })
  await server.ask(`${FEEDS}/partner`, { method: 'DELETE', key: admin })
  const shown = await server.ask('/metrics', { key: metrics })
  await server.close()
  await server.counting.flush()

  const entries = await server.store.audit.entries(0, 100)
  expect(entries.length).toBeGreaterThan(3)
  const everything = [...server.log, JSON.stringify(entries), shown.text].join('\n')
  for (const secret of [server.pro, server.free, admin, metrics, wrong, headerSecret, urlSecret]) {
    expect(everything).not.toContain(secret)
  }
})

test('every request has its id in the log and, once its key holds, the id of the key', async () => {
  const server = await startServer()
  const id = '11111111-2222-4333-8444-555555555555'
  const key = await server.keyWith({ id, tier: 'free' })
  const answers = [
    await server.ask('/api/v1/iocs', { key }),
    await server.ask('/api/v1/iocs/sigma', { key }),
    await server.ask('/api/v1/iocs', { key: 'sk_live_wrong' }),
    await server.ask('/healthz', { key: '' })
  ]
  await server.close()
  const lines = server.log.map((line) => JSON.parse(line) as Line)
  expect(lines.map(({ request_id, key_id, status }) => [request_id, key_id, status])).toEqual([
    [answers[0]?.headers['x-request-id'], id, 200],
    [answers[1]?.headers['x-request-id'], id, 403],
    [answers[2]?.headers['x-request-id'], undefined, 401],
    [answers[3]?.headers['x-request-id'], undefined, 200]
  ])
})
