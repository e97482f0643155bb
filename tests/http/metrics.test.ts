import { describe, expect, test } from 'vitest'
import { keepAnswers } from '../../src/http/kept/kept-answers.ts'
import { createMetrics } from '../../src/http/metrics/metrics.ts'
import { addresses, startServer, type TestServer } from './test-server.ts'

const metricsOf = async (server: TestServer): Promise<readonly string[]> => {
  const key = await server.keyWithScopes('metrics:read')
  return (await server.ask('/metrics', { key })).text.split('\n')
}

describe('GET /metrics', () => {
  test('counts requests by operation and status, and how long they took', async () => {
    const server = await startServer()
    await server.ask('/api/v1/iocs')
    await server.ask('/api/v1/pipelines/splunk-cim')
    await server.ask('/api/v1/pipelines/none')
    await server.ask('/nowhere')
    const lines = await metricsOf(server)
    for (const [operation, status, count] of [
      ['GET /api/v1/iocs', 200, 1],
      ['GET /api/v1/pipelines/{name}', 200, 1],
      ['GET /api/v1/pipelines/{name}', 404, 1],
      ['', 404, 1]
    ]) {
      expect(lines).toContain(`sigmill_http_requests_total{operation="${operation}",status="${status}"} ${count}`)
    }
    expect(lines).toContain('sigmill_http_request_duration_seconds_count{operation="GET /api/v1/pipelines/{name}"} 2')
  })

  test('counts what was handed out, and addresses that were held off', async () => {
    const server = await startServer({
      settings: (settings) => ({ ...settings, limits: { ...settings.limits, failedAttempts: 1 } })
    })
    await server.import(...addresses(3))
    await server.ask('/api/v1/iocs/sigma?limit=2')
    const key = await server.keyWithScopes('metrics:read')
    await server.ask('/api/v1/iocs', { key: 'x' })
    await server.ask('/api/v1/iocs', { key: 'x' })
    server.clock.set(server.clock.now() + 60_000_000)
    const { text } = await server.ask('/metrics', { key })
    expect(text).toContain('sigmill_exported_total{operation="GET /api/v1/iocs/sigma"} 2\n')
    expect(text).toContain('sigmill_http_held_off_total 1\n')
  })

  test('has the size of the store, counted at most once a minute, and what was taken in', async () => {
    const server = await startServer()
    await server.import(...addresses(3), 'evil.example', 'not a value')
    expect(await metricsOf(server)).toEqual(
      expect.arrayContaining([
        'sigmill_store_indicators{type="ipv4"} 3',
        'sigmill_store_indicators{type="domain"} 1',
        'sigmill_store_indicators{type="cve"} 0',
        'sigmill_imports_total 1',
        'sigmill_import_values_total{result="accepted"} 4',
        'sigmill_import_values_total{result="rejected"} 1'
      ])
    )
    await server.import('198.51.100.77')
    expect(await metricsOf(server)).toContain('sigmill_store_indicators{type="ipv4"} 3')
    server.clock.set(server.clock.now() + 60_000_000)
    expect(await metricsOf(server)).toContain('sigmill_store_indicators{type="ipv4"} 4')
    const bytes = (await metricsOf(server)).find((line) => line.startsWith('sigmill_store_bytes '))
    expect(Number(bytes?.split(' ')[1])).toBeGreaterThan(10_000)
  })

  test('needs the scope', async () => {
    const server = await startServer()
    expect((await server.ask('/metrics')).status).toBe(403)
    expect((await server.ask('/metrics', { key: '' })).status).toBe(401)
  })
})

describe('the port of the metrics', () => {
  test('asks for no key, has the probes, and nothing else', async () => {
    const server = await startServer({ isForMetrics: true })
    const { status, headers, text } = await server.ask('/metrics', { key: '' })
    expect([status, headers['content-type']]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8'])
    expect(text).toContain('sigmill_store_bytes ')
    expect((await server.ask('/readyz', { key: '' })).status).toBe(200)
    expect((await server.ask('/api/v1/iocs')).status).toBe(404)
  })
})

test('a process has its memory and the delay of its event loop', async () => {
  const server = await startServer()
  const text = await createMetrics({ ...server, kept: keepAnswers(0) }, { ofProcess: true }).text()
  expect(text).toMatch(/^process_resident_memory_bytes \d+/m)
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m)
})
