import { describe, expect, test } from 'vitest'
import { INSTANTS_PER_SECOND } from '../../src/indicator/time.ts'
import { unzipped } from '../support/unzipped.ts'
import { type Asked, errorOf, nextSinceOf } from './ask.ts'
import { startServer, type TestServer, withTier } from './test-server.ts'

const PATH = '/api/v1/bundles'
const DAY = 86_400 * INSTANTS_PER_SECOND

const filled = async (): Promise<TestServer> => {
  const server = await startServer()
  await server.import('192.0.2.1', 'evil.example.com', 'CVE-2021-44228')
  return server
}

const removed = async ({ store }: TestServer, value: string): Promise<void> => {
  await store.write(async (transaction) => {
    const [stored] = await transaction.find([{ kind: 'ipv4', value }])
    const at = await transaction.stamp(1)
    await transaction.remove(stored?.row ?? -1, { reason: 'removed', why: 'a mistake' }, at)
  })
}

const manifestOf = async (answer: Asked): Promise<Readonly<Record<string, unknown>>> =>
  JSON.parse((await unzipped(answer.bytes)).get('bundle.json') ?? '') as Record<string, unknown>

describe('GET /api/v1/bundles/{target}', () => {
  test.each(['splunk', 'sentinel', 'elastic', 'qradar'])('gives a bundle for %s as an archive', async (target) => {
    const server = await filled()
    const { status, headers, bytes } = await server.ask(`${PATH}/${target}`)
    expect([status, headers['content-type']]).toEqual([200, 'application/zip'])
    expect(headers).toMatchObject({
      'content-disposition': `attachment; filename="soc_defenders_${target}.zip"`,
      'cache-control': 'private, no-cache',
      'x-row-count': '2',
      'x-removal-count': '0',
      'x-rules-withheld': '0',
      'x-lookback-since': '2025-05-17T00:00:00.000000Z'
    })
    const files = await unzipped(bytes)
    expect([...files.keys()].slice(-2)).toEqual(['README.md', 'bundle.json'])
    const { files: listed, position } = JSON.parse(files.get('bundle.json') ?? '') as {
      readonly files: readonly { readonly path: string; readonly bytes: number }[]
      readonly position: string
    }
    expect(listed.map(({ path }) => path)).toEqual([...files.keys()].slice(0, -1))
    for (const file of listed) expect(Buffer.byteLength(files.get(file.path) ?? '')).toBe(file.bytes)
    expect(position).toBe(headers['x-next-since'])
  })

  test('gives the same bytes for the same data, packed once, and nothing to those who keep the tag', async () => {
    const server = await filled()
    const [one, two] = [
      await server.ask(`${PATH}/splunk`),
      await server.ask(`${PATH}/splunk`, { headers: { 'accept-encoding': 'gzip, br' } })
    ]
    expect(two.bytes).toEqual(one.bytes)
    expect(two.headers['content-encoding']).toBeUndefined()
    const kept = { headers: { 'if-none-match': String(one.headers['etag']) } }
    const again = await server.ask(`${PATH}/splunk`, kept)
    expect([again.status, again.bytes.length]).toEqual([304, 0])
    expect((await server.ask(`${PATH}/qradar`, kept)).status).toBe(200)
    server.clock.set(server.clock.now() + DAY)
    expect((await server.ask(`${PATH}/splunk`, kept)).status).toBe(200)
    await server.import('192.0.2.9')
    expect((await server.ask(`${PATH}/splunk`, kept)).status).toBe(200)
  })

  test('narrows by the filters of exports', async () => {
    const server = await filled()
    const answer = await server.ask(`${PATH}/elastic?type=domain&confidence=medium`)
    expect(await manifestOf(answer)).toMatchObject({ rows: { domain: 1 } })
  })

  test('gives in a delta what came and what went', async () => {
    const server = await filled()
    const since = nextSinceOf(await server.ask(`${PATH}/splunk`))
    await server.import('new.example.org')
    await removed(server, '192.0.2.1')
    const delta = await server.ask(`${PATH}/splunk?since=${since}`)
    expect(delta.headers).toMatchObject({
      'content-disposition': 'attachment; filename="soc_defenders_splunk_delta.zip"',
      'x-row-count': '1',
      'x-removal-count': '1'
    })
    expect(await manifestOf(delta)).toMatchObject({ since, rows: { domain: 1 }, removals: { ipv4: 1 } })
  })

  test('renews in a delta the rows whose time moves on, and no others', async () => {
    const server = await filled()
    const since = nextSinceOf(await server.ask(`${PATH}/splunk`))
    server.clock.set(server.clock.now() + 29 * DAY)
    expect((await server.ask(`${PATH}/splunk?since=${since}`)).status).toBe(204)
    server.clock.set(server.clock.now() + DAY)
    const renewed = await server.ask(`${PATH}/splunk?since=${since}`)
    expect(renewed.headers).toMatchObject({ 'x-row-count': '2', 'x-removal-count': '0' })
  })

  test('answers 204 where there is nothing, so that no older bundle is replaced', async () => {
    const server = await filled()
    const position = nextSinceOf(await server.ask(`${PATH}/splunk`))
    for (const query of ['type=email', `since=${position}`]) {
      const { status, headers, bytes } = await server.ask(`${PATH}/splunk?${query}`)
      expect([status, bytes.length]).toEqual([204, 0])
      expect(headers).toMatchObject({ 'x-row-count': '0', 'x-removal-count': '0', 'x-next-since': position })
      expect(headers['content-disposition']).toBeUndefined()
    }
  })

  test('refuses a delta whose way is no longer known', async () => {
    const server = await filled()
    await removed(server, '192.0.2.1')
    const { position } = await server.store.state()
    await server.store.write(async (transaction) => transaction.forget(position, position, 100))
    for (const since of ['2020-01-01', '2100-01-01']) {
      const { status, text } = await server.ask(`${PATH}/splunk?since=${since}`)
      expect([status, errorOf(text).code]).toEqual([410, 'cursor_expired'])
      expect(errorOf(text).message).toContain('Build a whole bundle')
    }
  })

  test('refuses a type that the target cannot look up, and a target that there is not', async () => {
    const server = await filled()
    const cve = await server.ask(`${PATH}/splunk?type=cve`)
    expect(cve.status).toBe(400)
    expect(errorOf(cve.text)).toMatchObject({ code: 'invalid_parameter', details: { parameter: 'type' } })
    expect(errorOf(cve.text).message).toContain('a bundle for Splunk cannot carry it')
    const { status, text } = await server.ask(`${PATH}/splunc`)
    expect([status, errorOf(text).code]).toEqual([404, 'not_found'])
    expect(errorOf(text).message).toContain('Did you mean "splunk"?')
    expect(errorOf((await server.ask(`${PATH}/..%2Fsplunk`)).text).message).not.toContain('Did you mean "qradar"')
  })

  test('is for tiers with the export, and its deltas for those with the longest lookback', async () => {
    const server = await startServer({ settings: withTier('free', { sigmaExport: true }) })
    await server.import('192.0.2.1')
    expect((await server.ask(`${PATH}/splunk`, { key: server.free })).status).toBe(200)
    const { status, text } = await server.ask(`${PATH}/splunk?since=2026-01-01`, { key: server.free })
    expect([status, errorOf(text).code]).toEqual([403, 'tier_required'])
    const usual = await filled()
    expect(errorOf((await usual.ask(`${PATH}/splunk`, { key: usual.free })).text).code).toBe('tier_required')
  })

  test('leaves out what the lookback of a tier does', async () => {
    const server = await startServer({ settings: withTier('free', { sigmaExport: true }) })
    await server.import('192.0.2.1')
    server.clock.set(server.clock.now() + 2 * DAY)
    await server.importFeed('other', '192.0.2.2')
    const answer = await server.ask(`${PATH}/splunk`, { key: server.free })
    expect(answer.headers['x-row-count']).toBe('1')
  })

  test('takes a place of the exports', async () => {
    const server = await startServer({
      settings: (defaults) => ({ ...defaults, limits: { ...defaults.limits, maxConcurrentExports: 1 } })
    })
    await server.import('192.0.2.1')
    for (let times = 0; times < 3; times++) expect((await server.ask(`${PATH}/splunk`)).status).toBe(200)
    expect((await server.ask(`${PATH}/splunk?since=2100-01-01`)).status).toBe(410)
    expect((await server.ask('/api/v1/iocs/sigma')).status).toBe(200)
  })

  test('answers HEAD without a body', async () => {
    const server = await filled()
    const { status, headers, bytes } = await server.ask(`${PATH}/splunk`, { method: 'HEAD' })
    expect([status, bytes.length, headers['x-row-count']]).toEqual([200, 0, '2'])
  })
})
