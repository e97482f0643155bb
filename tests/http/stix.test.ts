import { describe, expect, test } from 'vitest'
import { errorOf, nextPageOf, nextSinceOf, type Asked } from './ask.ts'
import { foundIn, shortOf, type Stix } from './taxii-client.ts'
import { addresses, startServer } from './test-server.ts'

const STIX = '/api/v1/iocs/stix'

interface Bundle {
  readonly type: string
  readonly id: string
  readonly objects: readonly Stix[]
}

const bundleOf = ({ status, text }: Asked): Bundle => {
  expect(status).toBe(200)
  return JSON.parse(text) as Bundle
}

describe('the STIX export', () => {
  test.each([undefined, 'application/stix+json;version=2.1', 'application/json', 'text/html'])(
    'is a bundle for who accepts %s',
    async (accept) => {
      const server = await startServer()
      await server.import('198.51.100.1', 'CVE-2021-44228', 'T1059.001')
      const answer = await server.ask(STIX, { headers: accept === undefined ? {} : { accept } })
      expect(answer.headers['content-type']).toBe('application/stix+json;version=2.1')
      const { type, id, objects } = bundleOf(answer)
      expect([type, id]).toEqual(['bundle', expect.stringMatching(/^bundle--[0-9a-f-]{36}$/)])
      expect(objects.map((object) => object.type)).toEqual(['identity', 'attack-pattern', 'vulnerability', 'indicator'])
    }
  )

  test('holds each marking once, before what is marked by it', async () => {
    const server = await startServer()
    await server.importText('Feed', 'indicator,tlp\n198.51.100.1,amber\n198.51.100.2,red\n198.51.100.3,amber\n')
    const { objects } = bundleOf(await server.ask(`${STIX}?since=2026-05-01`))
    expect(objects.map(({ type, name }) => (type === 'indicator' ? name.slice(-1) : name))).toEqual([
      'SOC Defenders',
      'TLP:AMBER',
      '1',
      'TLP:RED',
      '2',
      '3'
    ])
  })

  test('has the indicators of the rules, in their order, by the same filters', async () => {
    const server = await startServer()
    await server.import(...addresses(30), 'evil.example')
    for (const query of ['?limit=10000', '?limit=7', '?type=domain', '?since=2026-05-01&limit=3', '?confidence=low']) {
      const rules = await server.ask(`/api/v1/iocs/sigma${query}`)
      const answer = await server.ask(STIX + query)
      const ids = foundIn(bundleOf(answer)).map(({ id }) => id.replace('indicator--', ''))
      expect(ids).toEqual([...rules.text.matchAll(/^id: (.*)$/gm)].map(([, id]) => id))
      for (const name of ['x-rule-count', 'x-rules-withheld', 'x-next-since', 'x-lookback-since']) {
        expect([name, answer.headers[name]]).toEqual([name, rules.headers[name]])
      }
    }
  })

  test('is walked by its Link, and polled by X-Next-Since', async () => {
    const server = await startServer()
    await server.import(...addresses(5))
    const names: string[] = []
    let since = ''
    for (let next: string | undefined = `${STIX}?limit=2`; next !== undefined; ) {
      const answer: Asked = await server.ask(next)
      names.push(...foundIn(bundleOf(answer)).map(shortOf))
      since = nextSinceOf(answer)
      next = nextPageOf(answer)
    }
    expect(new Set(names).size).toBe(5)
    await server.import('new.example')
    const polled = bundleOf(await server.ask(`${STIX}?since=${since}`))
    expect(foundIn(polled).map(shortOf)).toEqual(['Malicious Domain new.example'])
  })

  test('is not sent again while nothing has changed, and is the same bytes if it is', async () => {
    const server = await startServer()
    await server.import('198.51.100.1')
    const first = await server.ask(STIX)
    expect((await server.ask(STIX)).text).toBe(first.text)
    const again = await server.ask(STIX, { headers: { 'if-none-match': String(first.headers['etag']) } })
    expect([again.status, again.text]).toEqual([304, ''])
    await server.import('198.51.100.2')
    const changed = await server.ask(STIX, { headers: { 'if-none-match': String(first.headers['etag']) } })
    expect(bundleOf(changed).id).not.toBe(bundleOf(first).id)
  })

  test('of nothing is a bundle of the publisher alone', async () => {
    const server = await startServer()
    expect(bundleOf(await server.ask(STIX)).objects.map(({ type }) => type)).toEqual(['identity'])
  })

  test('links to why there is a rule where the address of the server is set', async () => {
    const server = await startServer({ settings: (defaults) => ({ ...defaults, publicUrl: 'https://intel.example' }) })
    await server.import('198.51.100.1')
    const { text } = await server.ask(STIX)
    expect(text).toMatch(/"url":"https:\/\/intel\.example\/api\/v1\/iocs\/sigma\/[0-9a-f-]{36}\/why"/)
  })

  test('needs a tier with the Sigma export', async () => {
    const server = await startServer()
    const { status, text } = await server.ask(STIX, { key: server.free })
    expect([status, errorOf(text).code]).toEqual([403, 'tier_required'])
  })
})
