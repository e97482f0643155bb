import { describe, expect, test } from 'vitest'
import { operator } from '../../src/app/keys/granter.ts'
import { pause } from '../../src/platform/pause.ts'
import { MOMENT } from '../support/stores.ts'
import { errorOf, type Asked } from './ask.ts'
import { openStream } from './stream.ts'
import { startServer, type ServerOptions, type TestServer } from './test-server.ts'

const KEYS = '/api/v1/keys'
const SIGMA = '/api/v1/iocs/sigma'
const HOUR = 3_600_000_000

interface KeyObject {
  readonly id: string
  readonly key: string
  readonly key_prefix: string
  readonly account: string
  readonly [member: string]: unknown
}

interface Journey {
  readonly server: TestServer
  readonly send: (method: string, path: string, body?: unknown, key?: string) => Promise<Asked>
  /** Makes a key and gives it as it was answered. */
  readonly make: (body?: object, key?: string) => Promise<KeyObject>
}

/** A server that is asked with a key of these scopes, of the account `tests`. */
const begin = async (scopes: readonly string[], options: ServerOptions = {}): Promise<Journey> => {
  const server = await startServer(options)
  const own = await server.keyWith({ scopes })
  const send: Journey['send'] = (method, path, value, key = own) => {
    if (value === undefined) return server.ask(path, { method, key })
    const body = JSON.stringify(value)
    // Node sends the body of a DELETE without its length unless that is given.
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    return server.ask(path, { method, key, body, headers })
  }
  const make: Journey['make'] = async (body = {}, key = own) => {
    const { status, text } = await send('POST', KEYS, { name: 'made', ...body }, key)
    if (status !== 201) throw new Error(text)
    return objectOf(text)
  }
  return { server, send, make }
}

const SELF = ['read:iocs', 'keys:self']
const ADMIN = ['read:iocs', 'keys:admin']

const objectOf = (text: string): KeyObject => (JSON.parse(text) as { readonly data: KeyObject }).data

const objectsOf = (text: string): readonly KeyObject[] =>
  (JSON.parse(text) as { readonly data: readonly KeyObject[] }).data

const refusal = ({ status, text }: Asked): readonly [number, string] => [status, errorOf(text).code]

describe('POST /api/v1/keys', () => {
  test('makes a key that is shown this once, and holds', async () => {
    const { server, send } = await begin(SELF)
    const { status, headers, text } = await send('POST', KEYS, { name: 'prod-splunk-2026q2', expires_in_days: 90 })
    const data = objectOf(text)
    expect(status).toBe(201)
    expect(headers['location']).toBe(`${KEYS}/${data.id}`)
    expect(JSON.parse(text)).toEqual({
      data: {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        key_prefix: data.key.slice(0, 12),
        key_preview: 'sk_live_••••••••',
        name: 'prod-splunk-2026q2',
        account: 'tests',
        tier: 'pro',
        scopes: ['read:iocs'],
        state: 'live',
        rate_limit_per_minute: 1_000,
        rate_limit_per_day: 1_000_000,
        allowed_ips: null,
        max_tlp: null,
        allowed_feeds: null,
        total_requests: 0,
        last_used_at: null,
        last_used_from: null,
        created_at: '2026-05-17T10:00:00.000000Z',
        expires_at: '2026-08-15T10:00:00.000000Z',
        revoked_at: null,
        revoked_reason: null,
        previous_secret: null,
        key: expect.stringMatching(/^sk_live_[0-9A-Za-z]{49}$/) as string
      },
      meta: { warning: 'Store this API key securely. It will not be shown again.' }
    })
    expect((await server.ask(SIGMA, { key: data.key })).status).toBe(200)
  })

  test('takes everything that a key can be held to', async () => {
    const { make } = await begin(SELF)
    const body = {
      tier: 'free',
      scopes: ['read:iocs'],
      allowed_ips: ['192.0.2.9/24'],
      max_tlp: 'green',
      allowed_feeds: ['a']
    }
    expect(await make(body)).toMatchObject({ ...body, allowed_ips: ['192.0.2.0/24'], rate_limit_per_minute: 10 })
  })

  test.each<[object, RegExp]>([
    [{}, /^name: it is missing/],
    [{ name: 7 }, /^name: it is no text/],
    [{ name: 'a', nmae: 'b' }, /Did you mean "name"/],
    [{ name: 'a', scopes: 'read:iocs' }, /^scopes: it is no list of texts/],
    [{ name: 'a', scopes: ['read'] }, /^scopes "read": there is no such scope/],
    [{ name: 'a', allowed_ips: ['here'] }, /^allowed_ips "here": it is no address or network/],
    [{ name: 'a', max_tlp: 'blue' }, /^max_tlp "blue"/],
    [{ name: 'a', expires_in_days: '30' }, /^expires_in_days: it is no number/],
    [{ name: 'a', expires_in_days: -1 }, /^expires_in_days "-1"/],
    [{ name: 'a', tier: 'gold' }, /tier "gold": the configuration has no such tier/]
  ])('refuses %j', async (body, message) => {
    const { send } = await begin(SELF)
    const answer = await send('POST', KEYS, body)
    expect(refusal(answer)).toEqual([400, 'invalid_parameter'])
    expect(errorOf(answer.text).message).toMatch(message)
  })

  test.each<[object, string]>([
    [{ scopes: ['feeds:admin'] }, 'scopes'],
    [{ scopes: ['keys:admin'] }, 'scopes'],
    [{ account: 'another' }, 'account']
  ])('gives nothing that the key lacks: %j', async (body, parameter) => {
    const { send } = await begin(SELF)
    const answer = await send('POST', KEYS, { name: 'a', ...body })
    expect(refusal(answer)).toEqual([403, 'not_grantable'])
    expect(errorOf(answer.text).details).toMatchObject({ parameter })
  })

  test('keeps to the number of keys of an account', async () => {
    const { send, make } = await begin(SELF)
    for (let made = 0; made < 2; made++) await make({ tier: 'free' })
    expect(refusal(await send('POST', KEYS, { name: 'a', tier: 'free' }))).toEqual([409, 'too_many_keys'])
  })

  test('makes keys of any account for keys:admin, but none with keys:admin', async () => {
    const { make, send } = await begin(ADMIN)
    const self = await make({ account: 'acme', scopes: SELF })
    expect(self).toMatchObject({ account: 'acme', scopes: SELF })
    expect(await make({}, self.key)).toMatchObject({ account: 'acme' })
    expect(refusal(await send('POST', KEYS, { name: 'a', scopes: ['keys:admin'] }))).toEqual([403, 'not_grantable'])
  })
})

describe('GET /api/v1/keys', () => {
  test('lists the keys of the account, and never a secret', async () => {
    const { make, send } = await begin(SELF)
    const made = await make()
    const { text } = await send('GET', KEYS)
    const data = objectsOf(text)
    expect(data.map(({ account }) => account)).toEqual(['tests', 'tests', 'tests', 'tests'])
    expect(JSON.parse(text)).toMatchObject({ meta: { total: 4 } })
    expect(text).not.toContain(made.key.slice(12))
    expect(data.at(-1)).not.toHaveProperty('key')
  })

  test('lists the keys of all accounts for keys:admin alone', async () => {
    const { server, make, send } = await begin(ADMIN)
    await make({ account: 'acme' })
    const self = await server.keyWith({ account: 'acme', scopes: ['keys:self'] })
    const accountsFor = async (key?: string): Promise<readonly string[]> =>
      objectsOf((await send('GET', KEYS, undefined, key)).text).map(({ account }) => account)
    expect(new Set(await accountsFor())).toEqual(new Set(['tests', 'acme']))
    expect(new Set(await accountsFor(self))).toEqual(new Set(['acme']))
  })

  test('shows one, of the own account only', async () => {
    const { server, make, send } = await begin(SELF)
    const made = await make()
    const foreign = await server.keys.create({ name: 'x', account: 'acme' }, operator('tester'))
    const shown = objectOf((await send('GET', `${KEYS}/${made.id}`)).text)
    expect({ ...shown, key: made.key }).toEqual(made)
    for (const id of [foreign.key.id, 'nothing', made.key_prefix]) {
      expect(refusal(await send('GET', `${KEYS}/${id}`))).toEqual([404, 'not_found'])
    }
  })
})

describe('DELETE /api/v1/keys/{id}', () => {
  test('revokes at once, with or without a reason', async () => {
    const { server, make, send } = await begin(SELF)
    for (const body of [undefined, {}, { reason: 'laptop lost' }]) {
      const made = await make()
      const { status, text } = await send('DELETE', `${KEYS}/${made.id}`, body)
      expect([status, JSON.parse(text)]).toEqual([200, { success: true, message: 'API key revoked successfully' }])
      expect(refusal(await server.ask(SIGMA, { key: made.key }))).toEqual([401, 'invalid_api_key'])
      expect(objectOf((await send('GET', `${KEYS}/${made.id}`)).text)).toMatchObject({
        state: 'revoked',
        revoked_at: '2026-05-17T10:00:00.000000Z',
        revoked_reason: body?.reason ?? null
      })
      expect((await send('DELETE', `${KEYS}/${made.id}`, { reason: 'again' })).status).toBe(200)
      expect(objectOf((await send('GET', `${KEYS}/${made.id}`)).text)['revoked_reason']).toBe(body?.reason ?? null)
      expect(refusal(await send('POST', `${KEYS}/${made.id}/rotate`))).toEqual([409, 'key_state'])
    }
  })

  test('is noticed by another server on the same store', async () => {
    const { server, make, send } = await begin(SELF)
    const other = await startServer({ over: server })
    const made = await make()
    expect((await other.ask(SIGMA, { key: made.key })).status).toBe(200)
    await send('DELETE', `${KEYS}/${made.id}`)
    expect(refusal(await other.ask(SIGMA, { key: made.key }))).toEqual([401, 'invalid_api_key'])
  })

  test('takes a reason and nothing else', async () => {
    const { make, send } = await begin(SELF)
    const { id } = await make()
    expect(refusal(await send('DELETE', `${KEYS}/${id}`, { raeson: 'x' }))).toEqual([400, 'invalid_parameter'])
    expect(refusal(await send('DELETE', `${KEYS}/${id}`, { reason: 7 }))).toEqual([400, 'invalid_parameter'])
  })
})

describe('POST /api/v1/keys/{id}/rotate', () => {
  test('gives another secret to the same key; the one before it holds for a day', async () => {
    const { server, make, send } = await begin(SELF)
    const made = await make()
    const { status, text } = await send('POST', `${KEYS}/${made.id}/rotate`)
    const rotated = objectOf(text)
    expect(status).toBe(200)
    expect(JSON.parse(text)).toMatchObject({
      meta: { warning: expect.stringContaining('not be shown again') as string }
    })
    expect(rotated).toMatchObject({
      id: made.id,
      key_prefix: rotated.key.slice(0, 12),
      previous_secret: { key_prefix: made.key_prefix, until: '2026-05-18T10:00:00.000000Z' }
    })
    for (const key of [made.key, rotated.key]) expect((await server.ask(SIGMA, { key })).status).toBe(200)
    server.clock.set(MOMENT + 24 * HOUR)
    expect(refusal(await server.ask(SIGMA, { key: made.key }))).toEqual([401, 'invalid_api_key'])
    expect((await server.ask(SIGMA, { key: rotated.key })).status).toBe(200)
    expect(objectOf((await send('GET', `${KEYS}/${made.id}`)).text)['previous_secret']).toBeNull()
  })

  test('ends the secret of before at once where there is no overlap', async () => {
    const { server, make, send } = await begin(SELF)
    const made = await make()
    await send('POST', `${KEYS}/${made.id}/rotate`, { overlap_hours: 0 })
    expect(refusal(await server.ask(SIGMA, { key: made.key }))).toEqual([401, 'invalid_api_key'])
  })

  test('ends a stream of events that was begun with the secret of before', async () => {
    const { server, make, send } = await begin(SELF, { pause: (_milliseconds, signal) => pause(1, signal) })
    const made = await make()
    await send('POST', `${KEYS}/${made.id}/rotate`, { overlap_hours: 1 })
    const stream = await openStream(server.url, `${SIGMA}/changes`, made.key)
    await stream.until('\n\n')
    server.clock.set(MOMENT + HOUR)
    await stream.rest()
    expect(refusal(await server.ask(SIGMA, { key: made.key }))).toEqual([401, 'invalid_api_key'])
  })

  test.each([{ overlap_hours: -1 }, { overlap_hours: 721 }, { overlap_hours: '1h' }, { overlap: 1 }])(
    'refuses %j',
    async (body) => {
      const { make, send } = await begin(SELF)
      const { id } = await make()
      expect(refusal(await send('POST', `${KEYS}/${id}/rotate`, body))).toEqual([400, 'invalid_parameter'])
    }
  )

  test('is no way to the rights of a stronger key of the account', async () => {
    const { server, send } = await begin(SELF)
    await server.keyWith({ id: 'stronger', scopes: ['feeds:admin'] })
    expect(refusal(await send('POST', `${KEYS}/stronger/rotate`))).toEqual([403, 'not_grantable'])
  })
})

describe('GET /api/v1/keys/{id}/usage', () => {
  test('counts what a key was used for', async () => {
    const { server, make, send } = await begin(SELF)
    const made = await make()
    for (const query of ['', '?type=x']) await server.ask(`${SIGMA}${query}`, { key: made.key })
    await server.counting.flush()
    const usage = objectOf((await send('GET', `${KEYS}/${made.id}/usage?days=7`)).text)
    expect(usage).toMatchObject({ key_id: made.id, window_days: 7, total_requests: 2, client_errors: 1 })
    expect(objectOf((await send('GET', `${KEYS}/${made.id}`)).text)).toMatchObject({
      total_requests: 2,
      last_used_at: '2026-05-17T10:00:00.000000Z',
      last_used_from: '127.0.0.0/24'
    })
  })

  test.each(['0', '91', 'x'])('refuses days=%s', async (days) => {
    const { make, send } = await begin(SELF)
    const { id } = await make()
    expect(refusal(await send('GET', `${KEYS}/${id}/usage?days=${days}`))).toEqual([400, 'invalid_parameter'])
  })

  test('is of the own account only', async () => {
    const { server, send } = await begin(SELF)
    await server.keyWith({ id: 'foreign', account: 'acme' })
    expect(refusal(await send('GET', `${KEYS}/foreign/usage`))).toEqual([404, 'not_found'])
  })
})

describe('GET /api/v1/me', () => {
  test('tells any key what it may do, and what is left', async () => {
    const { server, send } = await begin([])
    const { status, text } = await send('GET', '/api/v1/me', undefined, server.free)
    expect(status).toBe(200)
    expect(objectOf(text)).toMatchObject({
      account: 'tests',
      tier: 'free',
      scopes: ['read:iocs'],
      limits: {
        requests_per_minute: 10,
        requests_per_day: 1_000,
        results_per_request: 100,
        lookback_days: 1,
        formats: ['json'],
        sigma_export: false,
        keys_per_account: 3,
        exports_at_once: 8
      },
      remaining: { minute: { limit: 10, remaining: 9 }, day: { limit: 1_000, remaining: 999 } },
      live_keys: 1,
      key: { name: 'test', state: 'live' }
    })
    expect((await send('GET', '/api/v1/me')).status).toBe(200)
    expect(refusal(await send('GET', '/api/v1/me', undefined, 'nonsense'))).toEqual([401, 'invalid_api_key'])
  })
})
