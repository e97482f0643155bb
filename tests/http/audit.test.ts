import { describe, expect, test } from 'vitest'
import { verifyAudit } from '../../src/app/audit/verify-audit.ts'
import { removeIndicator } from '../../src/app/find-indicator.ts'
import { acting } from '../support/acting.ts'
import { nextSinceOf } from './ask.ts'
import { COLLECTIONS, OBJECTS } from './taxii-client.ts'
import { addresses, startServer, type TestServer } from './test-server.ts'

const FEEDS = '/api/v1/feeds'

interface Entry {
  readonly event: string
  readonly actor: string
  readonly details: Readonly<Record<string, unknown>>
}

const entriesOf = async ({ store, counting }: TestServer): Promise<readonly Entry[]> => {
  await counting.flush()
  return (await store.audit.entries(0, 2_000)).map(({ event, actor, details }) => ({ event, actor, details }))
}

/** Entries about exports, without who took them. */
const exportsOf = async (server: TestServer): Promise<readonly Entry['details'][]> =>
  (await entriesOf(server)).filter(({ event }) => event === 'export_taken').map(({ details }) => details)

/** What an edit of the level and the confidence of a feed without them leaves. */
const PROMISES = { before: ['confidence = none', 'tlp = none'], after: ['confidence = none', 'tlp = amber'] }

const begin = async () => {
  const server = await startServer()
  const id = '11111111-2222-4333-8444-555555555555'
  const key = await server.keyWith({ id, scopes: ['feeds:admin'] })
  const send = async (method: string, path: string, body?: object): Promise<number> => {
    const headers = body === undefined ? {} : { 'content-type': 'application/json' }
    return (
      await server.ask(path, { method, key, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
    ).status
  }
  return { server, actor: `key:${id}`, send }
}

describe('what changes feeds', () => {
  test('is in the trail with who did it, and no secret', async () => {
    const { server, actor, send } = await begin()
    const headers = { 'Auth-Key': 'a secret of the feed' }
    await send('POST', FEEDS, { name: 'partner', url: 'https://feed.example/list?token=secret', headers })
    const said = { url: 'https://feed.example/new?token=secret', threat_types: ['phishing'] }
    await send('PATCH', `${FEEDS}/partner`, { ...said, headers: { 'Auth-Key': 'another secret' } })
    await send('PATCH', `${FEEDS}/partner`, { tlp: 'amber', confidence: null })
    for (const verb of ['disable', 'freeze', 'enable']) await send('POST', `${FEEDS}/partner/${verb}`)
    await send('POST', `${FEEDS}/partner/run`)
    await server.store.feeds.saveState('partner', (state) => ({ ...state, heldSize: 12 }))
    await send('POST', `${FEEDS}/partner/approve`)
    await send('DELETE', `${FEEDS}/partner`)
    const entries = await entriesOf(server)
    expect(entries).toEqual([
      { event: 'feed_added', actor, details: { feed: 'partner', url: 'https://feed.example/list?...' } },
      {
        event: 'feed_changed',
        actor,
        details: { feed: 'partner', parts: ['url', 'threatTypes', 'headers'], url: 'https://feed.example/new?...' }
      },
      { event: 'feed_changed', actor, details: { feed: 'partner', parts: ['confidence', 'tlp'], ...PROMISES } },
      { event: 'feed_disabled', actor, details: { feed: 'partner' } },
      { event: 'feed_frozen', actor, details: { feed: 'partner' } },
      { event: 'feed_enabled', actor, details: { feed: 'partner' } },
      { event: 'feed_run', actor, details: { feed: 'partner' } },
      { event: 'feed_approved', actor, details: { feed: 'partner', size: 12 } },
      { event: 'feed_removed', actor, details: { feed: 'partner' } }
    ])
    expect(JSON.stringify(entries)).not.toContain('secret')
    expect(await verifyAudit(server.store.audit)).toMatchObject({ count: 9 })
  })

  test('and is refused is there too, once the key holds', async () => {
    const { server, actor, send } = await begin()
    expect(await send('DELETE', `${FEEDS}/no%20such`)).toBe(404)
    expect(await send('POST', FEEDS, { name: 'x' })).toBe(400)
    const action = `POST ${FEEDS}/{name}/freeze`
    expect((await server.ask(`${FEEDS}/partner/freeze`, { method: 'POST' })).status).toBe(403)
    expect((await server.ask(`${FEEDS}/partner/freeze`, { method: 'POST', key: '' })).status).toBe(401)
    expect((await server.ask(`${FEEDS}/partner`)).status).toBe(403)
    const [gone, broken, refused, ...others] = await entriesOf(server)
    expect(gone).toEqual({
      event: 'action_refused',
      actor,
      details: { action: `DELETE ${FEEDS}/{name}`, target: ['no such'], code: 'not_found' }
    })
    expect(broken?.details).toMatchObject({ action: `POST ${FEEDS}`, code: 'invalid_parameter' })
    expect(refused?.details).toEqual({ action, target: ['partner'], code: 'insufficient_scope' })
    expect(others.filter(({ event }) => event !== 'key_network')).toEqual([])
  })
})

describe('a key from a network that it may not be used from', () => {
  test('is in the trail once, whatever it tries and however often, and no action of it', async () => {
    const server = await startServer()
    const id = '11111111-2222-4333-8444-555555555555'
    const key = await server.keyWith({ id, networks: ['192.0.2.0/24'], scopes: ['feeds:admin'] })
    for (const method of ['GET', 'POST', 'GET']) {
      expect((await server.ask(FEEDS, { method, key })).status).toBe(403)
    }
    const details = { key: id, network: '127.0.0.0/24' }
    expect(await entriesOf(server)).toEqual([{ event: 'network_refused', actor: `key:${id}`, details }])
    server.clock.set(server.clock.now() + 5 * 60_000_000)
    await server.ask(FEEDS, { key })
    expect(await entriesOf(server)).toHaveLength(2)
  })

  test('leaves no trace of a use', async () => {
    const server = await startServer()
    const id = '11111111-2222-4333-8444-555555555555'
    const key = await server.keyWith({ id, networks: ['192.0.2.0/24'] })
    await server.ask('/api/v1/iocs', { key })
    await server.counting.flush()
    expect((await server.store.keys.find(id))?.lastUsed).toBeUndefined()
  })
})

describe('refusals', () => {
  test('without number are not all kept, and keep nobody from an export', async () => {
    const server = await startServer()
    await server.import(...addresses(3))
    const record = { at: 0, actor: 'key:x', event: 'action_refused', details: {} }
    for (let index = 0; index < 20_000; index++) server.counting.audit.note(record)
    expect((await server.ask('/api/v1/iocs/sigma')).status).toBe(200)
    expect((await entriesOf(server)).filter(({ event }) => event === 'action_refused')).toHaveLength(1_000)
  })
})

describe('what is handed out', () => {
  test('is in the trail with the filter and the number of rules', async () => {
    const server = await startServer()
    await server.import(...addresses(3), 'evil.example')
    await server.ask('/api/v1/iocs/sigma?type=ipv4&limit=2')
    await server.ask('/api/v1/iocs')
    await server.ask('/api/v1/iocs/sigma/manifest?type=domain')
    await server.ask('/api/v1/iocs/sigma/changes')
    expect(await exportsOf(server)).toEqual([
      { path: '/api/v1/iocs/sigma', parameters: 'type=ipv4 limit=2', count: 2 },
      { path: '/api/v1/iocs', parameters: '', count: 4 },
      { path: '/api/v1/iocs/sigma/manifest', parameters: 'type=domain', count: 1 },
      { path: '/api/v1/iocs/sigma/changes', parameters: '', count: 4 }
    ])
  })

  test('is there whatever its form: grouped rules, bundles, STIX and TAXII', async () => {
    const server = await startServer()
    await server.import(...addresses(3), 'evil.example')
    await server.ask('/api/v1/iocs/sigma?group=auto')
    await server.ask('/api/v1/iocs/sigma/manifest?group=auto')
    await server.ask('/api/v1/iocs/sigma/changes?group=auto')
    await server.ask('/api/v1/bundles/splunk?type=ipv4')
    await server.ask('/api/v1/iocs/stix')
    await server.ask(`${OBJECTS}?limit=7`)
    await server.ask(`${COLLECTIONS}domain/manifest/`)
    expect(await exportsOf(server)).toEqual([
      { path: '/api/v1/iocs/sigma', parameters: 'group=auto', count: 2 },
      { path: '/api/v1/iocs/sigma/manifest', parameters: 'group=auto', count: 2 },
      { path: '/api/v1/iocs/sigma/changes', parameters: 'group=auto', count: 2 },
      { path: '/api/v1/bundles/splunk', parameters: 'type=ipv4', count: 3 },
      { path: '/api/v1/iocs/stix', parameters: '', count: 4 },
      { path: OBJECTS, parameters: 'limit=7', count: 1 },
      { path: `${COLLECTIONS}domain/manifest/`, parameters: '', count: 1 }
    ])
  })

  test('with what is taken away counts that, too', async () => {
    const server = await startServer()
    await server.import(...addresses(2))
    const since = nextSinceOf(await server.ask('/api/v1/iocs/sigma'))
    await removeIndicator(acting(server.store), addresses(1)[0] ?? '', 'gone')
    await server.ask(`/api/v1/bundles/splunk?since=${since}`)
    await server.ask(`${OBJECTS}?added_after=${since}`)
    expect((await exportsOf(server)).slice(1).map(({ count }) => count)).toEqual([1, 1])
  })

  test('of changes of grouped rules has an entry for every 50', async () => {
    const server = await startServer()
    await server.import(...addresses(2_000))
    const { text } = await server.ask('/api/v1/iocs/sigma/changes?group=10')
    const counts = (await exportsOf(server)).map(({ count }) => Number(count))
    expect(counts.length).toBeGreaterThan(3)
    expect(new Set(counts.slice(0, -1))).toEqual(new Set([50]))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(text.trimEnd().split('\n').length)
  })

  test('of a walk has an entry for every page', async () => {
    const server = await startServer()
    await server.import(...addresses(3))
    const first = await server.ask('/api/v1/iocs/sigma?limit=2')
    const next = /<([^>]+)>/.exec(String(first.headers['link']))?.[1] ?? ''
    await server.ask(next)
    expect(await exportsOf(server)).toMatchObject([{ count: 2 }, { parameters: 'limit=2 cursor', count: 1 }])
  })

  test('is nothing for HEAD, 304, an empty answer and a refusal', async () => {
    const server = await startServer()
    await server.import(...addresses(3))
    const { headers } = await server.ask('/api/v1/iocs/sigma')
    await server.ask('/api/v1/iocs/sigma', { method: 'HEAD' })
    await server.ask('/api/v1/iocs/sigma', { headers: { 'if-none-match': headers.etag } })
    await server.ask('/api/v1/iocs/sigma?type=cve')
    await server.ask('/api/v1/iocs/sigma?type=x')
    await server.ask('/api/v1/bundles/splunk', { method: 'HEAD' })
    await server.ask('/api/v1/bundles/splunk?type=domain')
    await server.ask('/api/v1/iocs/sigma/changes?group=auto&type=domain')
    await server.ask(`${COLLECTIONS}domain/objects/`)
    await server.ask('/api/v1/plan?target=splunk')
    expect(await exportsOf(server)).toHaveLength(1)
  })

  test('is nothing at all while so much waits that cannot be written', async () => {
    const server = await startServer()
    await server.import(...addresses(3))
    const record = { at: 0, actor: 'user:x', event: 'export_taken', details: {} }
    for (let index = 0; index < 10_000; index++) server.counting.audit.note(record)
    const changes = '/api/v1/iocs/sigma/changes'
    for (const path of ['/api/v1/iocs/sigma', changes, `${changes}?group=auto`, '/api/v1/bundles/splunk', OBJECTS]) {
      expect((await server.ask(path)).status).toBe(503)
    }
    await server.counting.flush()
    expect((await server.ask('/api/v1/iocs/sigma')).status).toBe(200)
  })
})

test('entries stand in the order in which they were written when the clock steps back', async () => {
  const { server, send } = await begin()
  await send('POST', FEEDS, { name: 'one', url: 'https://feed.example/1' })
  server.clock.set(server.clock.now() - 3_600_000_000)
  await send('POST', FEEDS, { name: 'two', url: 'https://feed.example/2' })
  const feeds = (await entriesOf(server)).filter(({ event }) => event === 'feed_added')
  expect(feeds.map(({ details }) => details['feed'])).toEqual(['one', 'two'])
  await verifyAudit(server.store.audit)
})
