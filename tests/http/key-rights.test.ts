import { describe, expect, test } from 'vitest'
import type { Settings } from '../../src/config/settings.ts'
import type { StoredKey } from '../../src/store/key-store.ts'
import { errorOf, type Asked } from './ask.ts'
import { startServer, type TestServer } from './test-server.ts'

const KEYS = '/api/v1/keys'
const DAY = 86_400_000_000

const send = (server: TestServer, key: string, method: string, path: string, value?: object): Promise<Asked> => {
  if (value === undefined) return server.ask(path, { method, key })
  const body = JSON.stringify(value)
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
  return server.ask(path, { method, key, headers, body })
}

/** Everything that an operation on one key can be asked. */
const ON_ONE_KEY: readonly (readonly [method: string, rest: string, body?: object])[] = [
  ['GET', ''],
  ['GET', '/usage'],
  ['GET', '/usage?days=1'],
  ['DELETE', ''],
  ['DELETE', '', { reason: 'mine now' }],
  ['POST', '/rotate'],
  ['POST', '/rotate', { overlap_hours: 0 }]
]

const FOREIGN = '11111111-2222-4333-8444-555555555555'
const UNKNOWN = '66666666-2222-4333-8444-555555555555'

describe('a key with keys:self', () => {
  test('cannot tell a key of another account from one that is not there', async () => {
    const server = await startServer()
    const own = await server.keyWithScopes('keys:self')
    const foreign = await server.keyWith({ id: FOREIGN, account: 'acme' })
    for (const [method, rest, body] of ON_ONE_KEY) {
      const answers = await Promise.all(
        [FOREIGN, UNKNOWN].map(async (id) => send(server, own, method, `${KEYS}/${id}${rest}`, body))
      )
      const told = answers.map(({ status, text }, index) => {
        const { code, message, details } = errorOf(text)
        return [status, code, message.replace([FOREIGN, UNKNOWN][index] ?? '', 'ID'), details]
      })
      expect(told[0]?.slice(0, 2)).toEqual([404, 'not_found'])
      expect(told[0]).toEqual(told[1])
    }
    expect((await server.ask('/api/v1/iocs', { key: foreign })).status).toBe(200)
    expect((await send(server, own, 'GET', KEYS)).text).not.toContain(FOREIGN)
  })

  test('finds no key of another account by its first characters either', async () => {
    const server = await startServer()
    const own = await server.keyWithScopes('keys:self')
    const foreign = await server.keyWith({ account: 'acme' })
    const shown = foreign.slice(0, 'sk_live_'.length + 4)
    for (const [method, rest, body] of ON_ONE_KEY) {
      const { status } = await send(server, own, method, `${KEYS}/${shown}${rest}`, body)
      expect([method, rest, status]).toEqual([method, rest, 404])
    }
    expect((await server.ask('/api/v1/iocs', { key: foreign })).status).toBe(200)
  })
})

/** A key that is held to everything a key can be held to. */
const HELD: Partial<StoredKey> = {
  scopes: ['read:iocs', 'keys:self'],
  tier: 'plain',
  networks: ['127.0.0.0/8', '192.0.2.0/24'],
  maxTlp: 'green',
  feeds: ['a', 'b']
}

/** What such a key may give, whole. */
const WITHIN = {
  name: 'made',
  account: 'tests',
  tier: 'plain',
  scopes: ['read:iocs'],
  allowed_ips: ['192.0.2.7'],
  max_tlp: 'clear',
  allowed_feeds: ['b'],
  expires_in_days: 29
}

/** What goes beyond it, one part at a time. */
const BEYOND: readonly (readonly [member: string, value: unknown])[] = [
  ['account', 'acme'],
  ['tier', 'more_exports'],
  ['tier', 'more_a_minute'],
  ['tier', 'more_a_day'],
  ['tier', 'more_results'],
  ['tier', 'more_lookback'],
  ['tier', 'more_keys'],
  ['tier', 'more_formats'],
  ['scopes', ['feeds:admin']],
  ['scopes', ['metrics:read']],
  ['scopes', ['keys:admin']],
  ['scopes', ['guard:admin']],
  ['scopes', ['read:iocs', 'feeds:admin']],
  ['allowed_ips', ['0.0.0.0/0']],
  ['allowed_ips', ['::/0']],
  ['allowed_ips', ['192.0.2.0/23']],
  ['allowed_ips', ['::ffff:198.51.100.1']],
  ['allowed_ips', ['192.0.2.1', '198.51.100.1']],
  ['max_tlp', 'amber'],
  ['max_tlp', 'red'],
  ['allowed_feeds', ['c']],
  ['allowed_feeds', ['a', 'c']],
  ['expires_in_days', 31]
]

/** A plain tier, and one for each figure that goes beyond it in that alone. */
const withTiers = (settings: Settings): Settings => {
  const plain = {
    name: 'plain',
    sigmaExport: false,
    requestsPerMinute: 100,
    requestsPerDay: 1_000,
    resultsPerRequest: 100,
    lookbackDays: 10,
    keysPerAccount: 10,
    formats: ['json'] as const
  }
  return {
    ...settings,
    tiers: [
      ...settings.tiers,
      plain,
      { ...plain, name: 'more_exports', sigmaExport: true },
      { ...plain, name: 'more_a_minute', requestsPerMinute: 101 },
      { ...plain, name: 'more_a_day', requestsPerDay: 1_001 },
      { ...plain, name: 'more_results', resultsPerRequest: 101 },
      { ...plain, name: 'more_lookback', lookbackDays: 11 },
      { ...plain, name: 'more_keys', keysPerAccount: 11 },
      { ...plain, name: 'more_formats', formats: ['json', 'csv'] }
    ]
  }
}

describe('a key that is held to everything', () => {
  const begin = async (): Promise<{ readonly server: TestServer; readonly key: string }> => {
    const server = await startServer({ settings: withTiers })
    return { server, key: await server.keyWith({ ...HELD, expires: server.clock.now() + 30 * DAY }) }
  }

  test('gives what lies within', async () => {
    const { server, key } = await begin()
    const { status, text } = await send(server, key, 'POST', KEYS, WITHIN)
    expect([status, status === 201 ? '' : text]).toEqual([201, ''])
  })

  test('gives what it has where nothing is said, and nothing wider', async () => {
    const { server, key } = await begin()
    const { text } = await send(server, key, 'POST', KEYS, { name: 'made' })
    expect(JSON.parse(text)).toMatchObject({
      data: {
        account: 'tests',
        tier: 'plain',
        scopes: ['read:iocs'],
        allowed_ips: HELD.networks,
        max_tlp: 'green',
        allowed_feeds: HELD.feeds,
        expires_at: '2026-06-16T10:00:00.000000Z'
      }
    })
  })

  test.each(BEYOND)('gives no %s of %j', async (member, value) => {
    const { server, key } = await begin()
    const before = await server.store.keys.list()
    const { status, text } = await send(server, key, 'POST', KEYS, { ...WITHIN, [member]: value })
    const { code, details } = errorOf(text)
    expect([status, code, details?.['parameter']]).toEqual([403, 'not_grantable', member])
    expect(await server.store.keys.list()).toEqual(before)
  })

  test.each<Partial<StoredKey>>([
    { scopes: ['feeds:admin'] },
    { tier: 'pro' },
    { networks: [] },
    { networks: ['192.0.2.0/23'] },
    { maxTlp: undefined },
    { maxTlp: 'amber' },
    { feeds: [] },
    { feeds: ['c'] },
    { expires: undefined }
  ])('takes over no key of its account with %j by rotating it', async (parts) => {
    const { server, key } = await begin()
    const expires = server.clock.now() + DAY
    const text = await server.keyWith({ ...HELD, scopes: ['read:iocs'], expires, id: FOREIGN, ...parts })
    const answer = await send(server, key, 'POST', `${KEYS}/${FOREIGN}/rotate`)
    expect([answer.status, errorOf(answer.text).code]).toEqual([403, 'not_grantable'])
    const [secret, ...others] = (await server.store.keys.find(FOREIGN))?.secrets ?? []
    expect([secret?.until, others]).toEqual([undefined, []])
    expect((await server.keys.verify(text)).valid).toBe(true)
  })
})
