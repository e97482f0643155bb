import { connect } from 'node:net'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { addToGuard } from '../../src/app/guard/guard-edits.ts'
import { guardOf } from '../../src/app/guard/load-guard.ts'
import { recheckGuard } from '../../src/app/guard/recheck-guard.ts'
import { settableClock, type SettableClock } from '../../src/platform/clock.ts'
import type { IndicatorStore } from '../../src/store/indicator-store.ts'
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { acting } from '../support/acting.ts'
import { importInputs, textInput } from '../support/feeds.ts'
import { scratchFolder } from '../support/scratch.ts'
import { defaultSettings } from '../support/settings.ts'
import { MOMENT } from '../support/stores.ts'
import { type Asked, idsOf, nextSinceOf } from './ask.ts'
import { addresses, startServer, type TestServer } from './test-server.ts'

const SIGMA = '/api/v1/iocs/sigma'
const INSTANTS_PER_DAY = 86_400_000_000

/** How many exports were read from the store, whatever their form. */
const openedBy = async (server: TestServer): Promise<number> => {
  const key = await server.keyWithScopes('metrics:read')
  const { text } = await server.ask('/metrics', { key })
  return [...text.matchAll(/^sigmill_exports_opened_total\{.*\} (\d+)$/gm)].reduce((sum, [, n]) => sum + Number(n), 0)
}

/** Two that have one store open, as two processes do. */
const openTwice = async (): Promise<{ mine: IndicatorStore; other: IndicatorStore; clock: SettableClock }> => {
  const clock = settableClock(MOMENT)
  const path = join(await scratchFolder(), 'sigmill.db')
  const open = async (): Promise<IndicatorStore> => {
    const store = await openSqliteStore(path, { now: () => clock.now(), acceptClock: false, create: true })
    onTestFinished(async () => store.close())
    return store
  }
  return { mine: await open(), other: await open(), clock }
}

/** Of an answer, what is the same each time. */
const lastingOf = ({ status, headers, text }: Asked): unknown => {
  const names = ['etag', 'content-type', 'x-rule-count', 'x-rules-withheld', 'x-next-since', 'x-lookback-since', 'link']
  return [status, names.map((name) => headers[name]), text]
}

describe('an export that is asked for again', () => {
  test.each([
    `${SIGMA}?limit=20`,
    `${SIGMA}?limit=20&download=1`,
    `${SIGMA}?group=auto`,
    `${SIGMA}?since=2030-01-01`,
    `${SIGMA}?as_of=2026-05-17T10:00:00Z`,
    '/api/v1/iocs',
    '/api/v1/iocs?format=csv&raw=1',
    '/api/v1/iocs?format=txt',
    '/api/v1/iocs/stix'
  ])('%s is read from the store once', async (path) => {
    const server = await startServer()
    await server.import(...addresses(30))
    const first = await server.ask(path)
    expect(first.status).toBe(200)
    const again = await server.ask(path)
    expect(lastingOf(again)).toEqual(lastingOf(first))
    expect(again.headers['x-ratelimit-remaining']).toBe('998')
    expect(again.headers['x-request-id']).not.toBe(first.headers['x-request-id'])
    const head = await server.ask(path, { method: 'HEAD' })
    expect([head.status, head.headers.etag, head.text]).toEqual([200, first.headers.etag, ''])
    expect(await openedBy(server)).toBe(1)
  })

  test('is kept in each coding, and gives the same rules', async () => {
    const server = await startServer()
    await server.import(...addresses(30))
    const plain = await server.ask(SIGMA)
    const headers = { 'accept-encoding': 'gzip' }
    const coded = [await server.ask(SIGMA, { headers }), await server.ask(SIGMA, { headers })]
    for (const answer of coded) {
      expect(answer.headers['content-encoding']).toBe('gzip')
      expect(gunzipSync(answer.bytes).toString()).toBe(plain.text)
    }
    expect(await openedBy(server)).toBe(2)
  })

  test('repeats its own parameters in its links', async () => {
    const server = await startServer()
    await server.import(...addresses(3))
    for (const query of ['type=ipv4&limit=2', 'limit=2&type=ipv4']) {
      const { text } = await server.ask(`/api/v1/iocs?${query}`)
      expect((JSON.parse(text) as { links: { self: string } }).links.self).toBe(`/api/v1/iocs?${query}`)
    }
  })

  test('leaves an entry in the audit trail each time', async () => {
    const server = await startServer()
    await server.import(...addresses(3))
    for (let time = 0; time < 3; time++) await server.ask(SIGMA)
    await server.counting.flush()
    const taken = await server.store.audit.last({ event: 'export_taken' }, 10)
    expect(taken.map(({ details }) => details['count'])).toEqual([3, 3, 3])
  })

  test('is read anew where nothing may be kept', async () => {
    const server = await startServer({
      settings: (settings) => ({ ...settings, limits: { ...settings.limits, keptMebibytes: 0 } })
    })
    await server.import(...addresses(3))
    expect((await server.ask(SIGMA)).text).toBe((await server.ask(SIGMA)).text)
    expect(await openedBy(server)).toBe(2)
  })
})

describe('an export that is kept', () => {
  test('is not given once another process has changed the store', async () => {
    const { mine, other, clock } = await openTwice()
    const server = await startServer({ over: { store: mine, clock } })
    await server.import('198.51.100.1')
    const before = await server.ask(SIGMA)
    await importInputs(other, clock, [textInput('list', '198.51.100.2')], { feed: 'list' })
    const after = await server.ask(SIGMA)
    expect([idsOf(before).length, idsOf(after).length]).toEqual([1, 2])
    const poll = await server.ask(`${SIGMA}?since=${nextSinceOf(before)}`)
    expect(poll.headers['x-rule-count']).toBe('1')
    expect((await server.ask(SIGMA, { headers: { 'if-none-match': before.headers.etag } })).status).toBe(200)
  })

  test('is not given to a key that another process has revoked', async () => {
    const { mine, other, clock } = await openTwice()
    const server = await startServer({ over: { store: mine, clock } })
    await server.import('198.51.100.1')
    const id = 'b8f6e1e2-0000-4000-8000-000000000001'
    const key = await server.keyWith({ id })
    const { status, headers } = await server.ask(SIGMA, { key })
    expect(status).toBe(200)
    await other.keys.revoke(id, clock.now(), undefined)
    expect((await server.ask(SIGMA, { key })).status).toBe(401)
    expect((await server.ask(SIGMA, { key, headers: { 'if-none-match': headers.etag } })).status).toBe(401)
  })

  test('nor to one that has expired, or comes from a network that is not its own', async () => {
    const server = await startServer()
    await server.import('198.51.100.1')
    const key = await server.keyWith({ expires: server.clock.now() + 1_000_000 })
    expect((await server.ask(SIGMA, { key })).status).toBe(200)
    server.clock.set(server.clock.now() + 1_000_000)
    expect((await server.ask(SIGMA, { key })).status).toBe(401)
    const elsewhere = await server.keyWith({ networks: ['203.0.113.0/24'] })
    expect((await server.ask(SIGMA, { key: elsewhere })).status).toBe(403)
  })

  test('never holds what the guard has taken out since', async () => {
    const server = await startServer()
    await server.import('198.51.100.1', '198.51.100.2')
    expect(idsOf(await server.ask(SIGMA))).toHaveLength(2)
    await addToGuard(acting(server.store), '198.51.100.2', { mode: 'block', why: 'ours', until: undefined })
    await recheckGuard(server.store, guardOf(server.store, await defaultSettings(), server.clock))
    const after = await server.ask(SIGMA)
    expect([idsOf(after).length, after.headers['x-rules-withheld']]).toEqual([1, '1'])
  })

  test('is another one after midnight', async () => {
    const server = await startServer()
    await server.import('198.51.100.1')
    const before = await server.ask(SIGMA)
    server.clock.set(server.clock.now() + INSTANTS_PER_DAY)
    const after = await server.ask(SIGMA)
    expect(after.text).toBe(before.text)
    expect(after.headers.etag).not.toBe(before.headers.etag)
    expect([before.headers['x-lookback-since'], after.headers['x-lookback-since']]).toEqual([
      '2025-05-17T00:00:00.000000Z',
      '2025-05-18T00:00:00.000000Z'
    ])
  })

  test.each([
    ['a feed', { feeds: ['Alpha'] }],
    ['a TLP', { maxTlp: 'clear' }]
  ] as const)('is nothing to a key that is bound to %s, whatever it asks with', async (_bound, parts) => {
    const server = await startServer()
    await server.importFeed('Alpha', '198.51.100.1')
    await server.importText('Bureau', 'value,tlp\n198.51.100.2,amber\n')
    const all = await server.ask(SIGMA)
    expect(idsOf(all)).toHaveLength(2)
    const key = await server.keyWith(parts)
    const head = await server.ask(SIGMA, { key, method: 'HEAD' })
    expect([head.status, head.headers['x-rule-count']]).toEqual([200, '1'])
    const got = await server.ask(SIGMA, { key, headers: { 'if-none-match': all.headers.etag } })
    expect([got.status, idsOf(got).length]).toEqual([200, 1])
    expect(idsOf(await server.ask(SIGMA, { key }))).toEqual(idsOf(got))
  })

  test('is never given to a key that may not see all of it', async () => {
    const server = await startServer()
    await server.importFeed('Alpha', '198.51.100.1')
    await server.importFeed('Bureau', '198.51.100.2')
    const alpha = await server.keyWith({ feeds: ['Alpha'] })
    const bureau = await server.keyWith({ feeds: ['Bureau'] })
    for (const path of [SIGMA, '/api/v1/iocs', '/api/v1/iocs/stix', `${SIGMA}?group=auto`]) {
      const all = await server.ask(path)
      for (const [key, own, hidden] of [
        [alpha, '198.51.100.1', '198.51.100.2'],
        [bureau, '198.51.100.2', '198.51.100.1']
      ] as const) {
        const { text, headers } = await server.ask(path, { key })
        expect([text.includes(own), text.includes(hidden), all.text.includes(hidden)]).toEqual([true, false, true])
        expect(headers.etag).not.toBe(all.headers.etag)
        expect((await server.ask(path, { key })).text).toBe(text)
      }
    }
    expect(await openedBy(server)).toBe(12)
  })
})

describe('several clients that ask for one export at once', () => {
  test('have it read from the store once', async () => {
    const server = await startServer()
    await server.import(...addresses(3_000))
    const path = `${SIGMA}?limit=3000`
    const answers = await Promise.all(Array.from({ length: 6 }, () => server.ask(path)))
    for (const answer of answers) expect(lastingOf(answer)).toEqual(lastingOf(await server.ask(path)))
    expect(idsOf(await server.ask(path))).toHaveLength(3_000)
    expect(await openedBy(server)).toBe(1)
  })

  test('get all of it although one of them goes away in the middle', async () => {
    const server = await startServer()
    await server.import(...addresses(10_000))
    const path = `${SIGMA}?limit=10000`
    const { hostname, port } = new URL(server.url)
    const socket = connect({ host: hostname, port: Number(port) })
    socket.on('error', () => {})
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nX-API-Key: ${server.pro}\r\n\r\n`)
    await new Promise((resolve) => socket.once('readable', resolve))
    const others = [server.ask(path), server.ask(path)]
    socket.resetAndDestroy()
    for (const answer of await Promise.all(others)) expect(idsOf(answer)).toHaveLength(10_000)
    expect(await openedBy(server)).toBeLessThan(3)
    await server.close()
    expect(server.log.filter((line) => line.includes('"level":"error"'))).toEqual([])
  })
})
