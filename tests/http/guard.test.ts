import { describe, expect, test } from 'vitest'
import { guardOf } from '../../src/app/guard/load-guard.ts'
import { recheckGuard } from '../../src/app/guard/recheck-guard.ts'
import type { Settings } from '../../src/config/settings.ts'
import { defaultSettings } from '../support/settings.ts'
import { errorOf, type Asked } from './ask.ts'
import { startServer, type TestServer } from './test-server.ts'

const GUARD = '/api/v1/guard'
const ENTRIES = `${GUARD}/entries`

/** Values that are kept for documentation become rules here, as in a demonstration. */
const demonstrating = (settings: Settings): Settings => ({
  ...settings,
  guard: { own: ['own.example'], documentation: 'inform' }
})

interface Journey {
  readonly server: TestServer
  readonly key: string
  readonly send: (method: string, path: string, body?: unknown) => Promise<Asked>
  /** The members of an answer of the expected status. */
  readonly get: (path: string) => Promise<Record<string, unknown>>
  readonly add: (body: object) => Promise<Record<string, unknown>>
}

const objectOf = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>

const begin = async (): Promise<Journey> => {
  const server = await startServer({ settings: demonstrating })
  const key = await server.keyWithScopes('guard:admin')
  const send: Journey['send'] = (method, path, body) =>
    server.ask(path, {
      method,
      key,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
    })
  const expecting = async (status: number, answer: Promise<Asked>): Promise<Record<string, unknown>> => {
    const { status: got, text } = await answer
    if (got !== status) throw new Error(`${got}: ${text}`)
    return objectOf(text)
  }
  return {
    server,
    key,
    send,
    get: (path) => expecting(200, send('GET', path)),
    add: (body) => expecting(201, send('POST', ENTRIES, body))
  }
}

const ENTRY = {
  value: '198.51.100.0/24',
  shape: 'network',
  covers: 'an address or a network in CIDR form',
  mode: 'block',
  why: 'our lab',
  until: '2027-03-31',
  added: '2026-05-17T10:00:00.000000Z'
}

describe('GET /api/v1/guard', () => {
  test('gives lists with their size and how they count, and what was added', async () => {
    const { get, add } = await begin()
    await add({ value: '198.51.100.0/24', why: 'our lab', until: '2027-03-31' })
    const { lists, entries } = await get(GUARD)
    expect(lists).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'own domains and networks', origin: 'settings', entries: 1, loaded: null }),
        expect.objectContaining({ name: 'documentation', mode: 'inform', origin: 'built in' }),
        expect.objectContaining({ name: 'public suffixes', entries: null })
      ])
    )
    expect(entries).toEqual([ENTRY])
  })
})

describe('POST /api/v1/guard/entries', () => {
  test('adds an entry in its one spelling, and says where it is', async () => {
    const { send, get } = await begin()
    const body = { value: '198.51[.]100.9/24', why: 'our lab', until: '2027-03-31' }
    const { status, headers, text } = await send('POST', ENTRIES, body)
    expect([status, headers['location']]).toEqual([201, `${ENTRIES}/198.51.100.0%2F24`])
    expect(objectOf(text)).toEqual(ENTRY)
    expect(await get(String(headers['location']))).toEqual(ENTRY)
    expect(await get(ENTRIES)).toEqual({ data: [ENTRY] })
  })

  test('blocks without end and without a reason, unless they are given', async () => {
    const { add } = await begin()
    const entry = await add({ value: 'a.partner.example', why: null, mode: null, until: null })
    expect(entry).toMatchObject({ mode: 'block', why: 'no reason given', until: null, shape: 'below' })
  })

  test('takes the place of the same entry', async () => {
    const { add, get } = await begin()
    await add({ value: 'partner.example', why: 'once' })
    await add({ value: 'Partner.example.', why: 'again', mode: 'inform' })
    expect(await get(ENTRIES)).toMatchObject({ data: [{ value: 'partner.example', why: 'again', mode: 'inform' }] })
  })

  test.each(['.duckdns.org', 'duckdns.org', 'https://partner.example/a?b=c%20d', 'a+b@partner.example', 'T1059.001'])(
    'finds %s again where it says that it is',
    async (value) => {
      const { send, get } = await begin()
      const { headers, text } = await send('POST', ENTRIES, { value })
      expect(await get(String(headers['location']))).toEqual(objectOf(text))
      expect((await send('DELETE', String(headers['location']))).status).toBe(200)
    }
  )

  test.each<[unknown, string]>([
    [{}, 'value: it is missing.'],
    [{ value: 7 }, 'value: it is no text, or empty.'],
    [{ value: '' }, 'value: it is no text, or empty.'],
    [{ value: 'no entry' }, 'value "no entry": neither an address'],
    [{ value: '0.0.0.0/0' }, 'every address'],
    [{ value: 'com' }, 'value "com": '],
    [{ value: 'a.example', mode: 'blok' }, 'Did you mean "block"?'],
    [{ value: 'a.example', until: 'soon' }, 'until "soon": it is no day such as 2027-03-31'],
    [{ value: 'a.example', until: '2027-02-30' }, 'until "2027-02-30"'],
    [{ value: 'a.example', until: 20_270_331 }, 'until: it is no text'],
    [{ value: 'a.example', why: ['x'] }, 'why: it is no text'],
    [{ value: 'a.example', reason: 'x' }, 'reason: there is no such member'],
    [{ value: 'a.example', list: 'x' }, 'list: there is no such member'],
    [{ value: 'x'.repeat(60_000) }, 'value "xxx'],
    [{ value: '\u0000\u001b[31m' }, 'value '],
    [['a.example'], 'object']
  ])('refuses %j', async (body, sentence) => {
    const { send, get } = await begin()
    const { status, text } = await send('POST', ENTRIES, body)
    expect([status, errorOf(text).code]).toEqual([400, 'invalid_parameter'])
    expect(errorOf(text).message).toContain(sentence)
    expect(errorOf(text).message.length).toBeLessThan(1_000)
    expect(await get(ENTRIES)).toEqual({ data: [] })
  })
})

describe('an entry that is not there', () => {
  test.each(['partner.example', 'no%20entry', 'public%20suffixes', '8.8.8.8'])('is not found: %s', async (value) => {
    const { send } = await begin()
    for (const method of ['GET', 'DELETE']) {
      const { status, text } = await send(method, `${ENTRIES}/${value}`)
      expect([status, errorOf(text).code]).toEqual([404, 'not_found'])
    }
  })
})

describe('DELETE /api/v1/guard/entries/{value}', () => {
  test('removes an entry, in whatever spelling', async () => {
    const { add, send, get } = await begin()
    await add({ value: 'partner.example' })
    const { status, text } = await send('DELETE', `${ENTRIES}/PARTNER%5B.%5Dexample.`)
    expect([status, objectOf(text)]).toEqual([200, { value: 'partner.example' }])
    expect(await get(ENTRIES)).toEqual({ data: [] })
  })

  test('leaves lists alone that have the name of a value', async () => {
    const { send, server, get } = await begin()
    const list = {
      name: 'partner.example',
      mode: 'block',
      why: 'x',
      until: undefined,
      kinds: [],
      coversMail: false
    } as const
    const loaded = { ...list, origin: 'a file', loaded: server.clock.now() }
    await server.store.guard.putList(loaded, [{ shape: 'below', text: 'a.example' }])
    expect((await send('DELETE', `${ENTRIES}/partner.example`)).status).toBe(404)
    expect((await get(GUARD))['lists']).toContainEqual(
      expect.objectContaining({ name: 'partner.example', entries: 1, loaded: '2026-05-17T10:00:00.000000Z' })
    )
  })
})

describe('GET /api/v1/guard/check', () => {
  const check = (value: string): string => `${GUARD}/check?value=${encodeURIComponent(value)}`

  test('says what would stop a value, and what covers it besides', async () => {
    const { get, add } = await begin()
    await add({ value: '198.51.100.0/24', why: 'our lab' })
    const hit = { list: 'added by hand', entry: '198.51.100.0/24', mode: 'block', why: 'our lab', until: null }
    expect(await get(check('hxxp://198.51.100[.]7/x'))).toEqual({
      type: 'url',
      value: '198.51.100.7/x',
      withheld: true,
      verdict: hit,
      hits: [hit, expect.objectContaining({ list: 'documentation', mode: 'inform' })]
    })
    expect(await get(check('evil.example.net'))).toMatchObject({ withheld: false, verdict: null })
    expect(await get(check('host.own.example'))).toMatchObject({ verdict: { list: 'own domains and networks' } })
    expect(await get(check('partner.invalid.org'))).toMatchObject({ withheld: false, hits: [] })
  })

  test('knows an edit with the next question', async () => {
    const { get, add, send } = await begin()
    expect(await get(check('evil.example.net'))).toMatchObject({ withheld: false })
    await add({ value: 'evil.example.net' })
    expect(await get(check('evil.example.net'))).toMatchObject({ withheld: true })
    await send('DELETE', `${ENTRIES}/evil.example.net`)
    expect(await get(check('evil.example.net'))).toMatchObject({ withheld: false })
  })

  test.each([
    ['check', 'value: it is missing.'],
    ['check?value=', 'value'],
    ['check?value=nonsense', 'value "nonsense": '],
    ['check?value=a.example&value=b.example', 'value'],
    ['check?vlaue=a.example', 'vlaue']
  ])('refuses %s', async (path, sentence) => {
    const { send } = await begin()
    const { status, text } = await send('GET', `${GUARD}/${path}`)
    expect([status, errorOf(text).code]).toEqual([400, 'invalid_parameter'])
    expect(errorOf(text).message).toContain(sentence)
  })
})

describe('an edit of the guard', () => {
  test('stands in the audit trail with the key that made it, refused ones too', async () => {
    const { server, add, send } = await begin()
    await add({ value: 'partner.example', why: 'a partner' })
    await send('DELETE', `${ENTRIES}/partner.example`)
    await send('DELETE', `${ENTRIES}/partner.example`)
    await server.counting.flush()
    const entries = await server.store.audit.entries(0, 10)
    const shown = entries.map(({ actor, event, details }) => [actor.startsWith('key:'), event, details])
    expect(shown).toEqual([
      [true, 'guard_entry_added', { entry: 'partner.example', mode: 'block', why: 'a partner' }],
      [true, 'guard_entry_removed', { entry: 'partner.example' }],
      [
        true,
        'action_refused',
        { action: 'DELETE /api/v1/guard/entries/{value}', target: ['partner.example'], code: 'not_found' }
      ]
    ])
  })

  test('makes rules leave the export and stand in the changes, once the store has followed', async () => {
    const { server, add, send } = await begin()
    await server.import('a.partner.example', 'evil.example.net')
    const follow = async (): Promise<void> => {
      const settings = demonstrating(await defaultSettings())
      await recheckGuard(server.store, guardOf(server.store, settings, server.clock))
    }
    const count = async (): Promise<unknown> => (await server.ask('/api/v1/iocs/sigma')).headers['x-rule-count']
    const first = await server.ask('/api/v1/iocs/sigma/changes')
    const next = /<(.*?)>/.exec(String(first.headers['link']))?.[1] ?? ''
    expect(await count()).toBe('2')
    await add({ value: 'partner.example' })
    await follow()
    expect(await count()).toBe('1')
    expect((await server.ask(next)).text).toContain('"reason":"guarded"')
    await send('DELETE', `${ENTRIES}/partner.example`)
    await follow()
    expect(await count()).toBe('2')
    expect((await server.ask(next)).text).toContain('"reason":"returned"')
  })

  test('needs the scope of the guard, and no other one will do', async () => {
    const { server } = await begin()
    const key = await server.keyWithScopes('read:iocs', 'feeds:admin', 'keys:admin', 'metrics:read')
    const { status, text } = await server.ask(ENTRIES, { method: 'POST', key })
    expect([status, errorOf(text).code]).toEqual([403, 'insufficient_scope'])
  })
})
