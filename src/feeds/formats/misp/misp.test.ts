import { describe, expect, it } from 'vitest'
import type { FeedItem } from '../../../indicator/raw-indicator.ts'
import { Problem } from '../../../problem/problem.ts'
import { feedFormatContract } from '../../feed-format.contract.ts'
import { misp } from './misp.ts'

async function* pieces(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 100) yield text.slice(at, at + 100)
}

const readText = async (text: string): Promise<readonly FeedItem[]> => {
  const items: FeedItem[] = []
  const options = { columns: undefined, maxLineLength: 100_000, now: 0 }
  for await (const batch of misp.read(pieces(text), options)) items.push(...batch)
  return items
}

const readEvent = async (event: object): Promise<readonly FeedItem[]> => readText(JSON.stringify({ Event: event }))

const readAttribute = async (attribute: unknown): Promise<readonly FeedItem[]> => readEvent({ Attribute: [attribute] })

const domain = { type: 'domain', value: 'a.example', to_ids: true }
const address = { type: 'ip-dst', value: '192.0.2.1', to_ids: true }

describe('MISP events', () => {
  it.each([
    ['wrapped', { Event: { Attribute: [domain] } }, '/Event/Attribute/0'],
    ['bare', { info: 'x', Attribute: [domain] }, '/Attribute/0'],
    ['in a list', [{ Event: { Attribute: [domain] } }], '/0/Event/Attribute/0'],
    ['bare in a list', [{ Attribute: [domain] }], '/0/Attribute/0'],
    ['as an answer', { response: { Event: { Attribute: [domain] } } }, '/response/Event/Attribute/0'],
    ['as a list in an answer', { response: [{ Event: { Attribute: [domain] } }] }, '/response/0/Event/Attribute/0'],
    ['as an answer to an attribute search', { response: { Attribute: [domain] } }, '/response/Attribute/0'],
    ['as an attribute of an object', { Event: { Object: [{ Attribute: [domain] }] } }, '/Event/Object/0/Attribute/0']
  ])('are read %s', async (_, text, position) => {
    expect(await readText(JSON.stringify(text))).toEqual([{ value: 'a.example', kind: 'domain', position }])
  })

  it('are read one per line', async () => {
    const lines = [{ Event: { Attribute: [domain] } }, { Event: { Attribute: [address] } }]
    const items = await readText(lines.map((line) => JSON.stringify(line)).join('\n'))
    expect(items.map(({ position }) => position)).toEqual(['/Event/Attribute/0', 'line 2 /Event/Attribute/0'])
  })

  it('give nothing where they hold nothing', async () => {
    expect(await readText('{"response": []}')).toEqual([])
    expect(await readText('{"Event": {"info": "x"}}')).toEqual([])
    expect(await readText('{"Event": {"Attribute": []}}')).toEqual([])
  })

  it('are missed in other JSON', async () => {
    expect(await readText('{"a": 1}')).toMatchObject([{ position: 'line 1', rejection: { reason: 'bad_record' } }])
    expect(await readText('[]')).toMatchObject([{ rejection: { reason: 'bad_record' } }])
  })

  it('are told from other formats', () => {
    const recognise = (text: string): boolean => misp.recognise({ text, complete: false })
    expect(recognise(' [{"Event" : {')).toBe(true)
    expect(recognise('{"info": "x", "threat_level_id": "1"')).toBe(true)
    expect(recognise('{"type": "bundle"')).toBe(false)
    expect(recognise('Event,"Attribute": [')).toBe(false)
  })
})

describe('an attribute', () => {
  it.each([
    ['ip-src', '192.0.2.1', [['ipv4', '192.0.2.1', { role: 'source' }]]],
    ['ip-dst', '2001:db8::1', [['ipv6', '2001:db8::1', { role: 'destination' }]]],
    ['ip-dst|port', '192.0.2.1|443', [['ipv4', '192.0.2.1', { role: 'destination', ports: [443] }]]],
    ['hostname|port', 'a.example|8080', [['domain', 'a.example', { ports: [8080] }]]],
    [
      'domain|ip',
      'a.example|192.0.2.1',
      [
        ['domain', 'a.example', undefined],
        ['ipv4', '192.0.2.1', undefined]
      ]
    ],
    ['filename|md5', `x.exe|${'a'.repeat(32)}`, [['md5', 'a'.repeat(32), { fileNames: ['x.exe'] }]]],
    ['malware-sample', `x.exe|${'a'.repeat(32)}`, [['md5', 'a'.repeat(32), { fileNames: ['x.exe'] }]]],
    ['link', 'https://a.example/x', [['url', 'https://a.example/x', { links: ['https://a.example/x'] }]]],
    ['vulnerability', 'CVE-2026-0001', [['cve', 'CVE-2026-0001', undefined]]],
    ['email-src', 'a@b.example', [['email', 'a@b.example', undefined]]]
  ])('%s gives its values with what the type says', async (type, value, expected) => {
    const items = await readAttribute({ type, value, to_ids: true })
    expect(items.map((item) => 'kind' in item && [item.kind, item.value, item.context])).toEqual(expected)
  })

  it.each(['comment', 'text', 'filename', 'port', 'link'])('%s is context and no reject', async (type) => {
    expect(await readAttribute({ type, value: 'https://a.example/', to_ids: false })).toEqual([])
  })

  it.each([
    ['one of another type', { type: 'ja3-fingerprint-md5', value: 'x' }, 'unsupported_type', 'ja3-fingerprint-md5'],
    ['a deleted one', { ...domain, deleted: '1' }, 'deleted', undefined],
    ['one that is not for detection', { ...domain, to_ids: false }, 'not_for_detection', undefined],
    ['one without a value', { type: 'domain' }, 'bad_record', 'an attribute domain without a value'],
    ['one without a type', { value: 'a.example' }, 'bad_record', 'an attribute without a type'],
    ['one without anything', {}, 'bad_record', 'an attribute without a type'],
    ['a text', 'a.example', 'bad_record', 'an attribute that is no JSON object']
  ])('%s is a reject', async (_, attribute, reason, detail) => {
    const [item, ...others] = await readAttribute(attribute)
    expect(others).toEqual([])
    expect(item).toMatchObject({ position: '/Event/Attribute/0', rejection: { reason } })
    expect(item).toHaveProperty('rejection', detail === undefined ? { reason } : { reason, detail })
  })

  it('takes back each of its values', async () => {
    const items = await readAttribute({ type: 'domain|ip', value: 'a.example|192.0.2.1', to_ids: '0' })
    expect(items.map((item) => 'rejection' in item && item.takesBack)).toEqual([
      { kind: 'domain', value: 'a.example' },
      { kind: 'ipv4', value: '192.0.2.1' }
    ])
  })

  it('is for detection where it does not say', async () => {
    expect(await readAttribute({ type: 'domain', value: 'a.example' })).toMatchObject([{ kind: 'domain' }])
  })

  it('is first seen when it says, else when it was changed, else on the day of the event', async () => {
    const first = {
      ...domain,
      first_seen: '2026-01-02T00:00:00Z',
      last_seen: '2026-01-03T00:00:00Z',
      timestamp: '1000000000'
    }
    const items = await readEvent({
      Attribute: [first, { ...domain, timestamp: '1000000000' }, domain],
      date: '2026-02-01'
    })
    expect(items).toMatchObject([
      { firstSeen: Date.UTC(2026, 0, 2) / 1000, lastSeen: Date.UTC(2026, 0, 3) / 1000 },
      { firstSeen: 1_000_000_000 },
      { firstSeen: Date.UTC(2026, 1, 1) / 1000 }
    ])
    expect(items[1]).not.toHaveProperty('lastSeen')
  })

  it('has no date where the event has none that can be read', async () => {
    const [item] = await readEvent({ date: 20_260_101, Attribute: [domain] })
    expect(item).not.toHaveProperty('firstSeen')
  })
})

describe('an object', () => {
  it('joins what its attributes say to each other', async () => {
    const file = [
      { type: 'filename', value: 'x.exe' },
      { type: 'filename', value: 'gone.exe', deleted: true },
      { type: 'filename' },
      { type: 'md5', value: 'a'.repeat(32), object_relation: 'md5' }
    ]
    const traffic = [
      address,
      { type: 'url', value: 'https://a.example/', to_ids: true },
      { type: 'port', object_relation: 'dst-port', value: '443' },
      { type: 'port', object_relation: 'src-port', value: '50000' },
      { type: 'port', value: 'none' }
    ]
    const items = await readEvent({ Object: [{ Attribute: file }, { Attribute: traffic }] })
    expect(items.map((item) => 'kind' in item && item.context)).toEqual([
      { fileNames: ['x.exe'] },
      { role: 'destination', ports: [443] },
      undefined
    ])
  })

  it('gives its days to attributes that have none of their own', async () => {
    const object = {
      first_seen: '2026-01-02',
      last_seen: '2026-01-03',
      Attribute: [{ ...domain, timestamp: '1000000000' }]
    }
    expect(await readEvent({ Object: [object] })).toMatchObject([
      { firstSeen: Date.UTC(2026, 0, 2) / 1000, lastSeen: Date.UTC(2026, 0, 3) / 1000 }
    ])
  })

  it('gives the days that it states as attributes', async () => {
    const object = {
      Attribute: [
        { ...domain, timestamp: '1000000000' },
        { type: 'datetime', object_relation: 'first-seen', value: '2026-01-02' },
        { type: 'datetime', object_relation: 'last-seen', value: '2026-01-03' }
      ]
    }
    expect(await readEvent({ Object: [object] })).toMatchObject([
      { firstSeen: Date.UTC(2026, 0, 2) / 1000, lastSeen: Date.UTC(2026, 0, 3) / 1000 }
    ])
  })

  it('says the port of the side that is contacted', async () => {
    const source = { type: 'ip-src', value: '192.0.2.9', to_ids: true }
    const object = { Attribute: [source, address, { type: 'port', object_relation: 'dst-port', value: '443' }] }
    const items = await readEvent({ Object: [object] })
    expect(items.map((item) => 'kind' in item && item.context)).toEqual([
      { role: 'source' },
      { role: 'destination', ports: [443] }
    ])
  })

  it('is deleted with all of its attributes', async () => {
    const items = await readEvent({ Object: [{ deleted: true, Attribute: [domain] }] })
    const takesBack = { kind: 'domain', value: 'a.example' }
    expect(items).toMatchObject([{ value: 'a.example', rejection: { reason: 'deleted' }, takesBack }])
  })

  it('is a reject when it is none', async () => {
    expect(await readEvent({ Object: ['x'] })).toMatchObject([{ rejection: { reason: 'bad_record' } }])
  })
})

describe('what an event says', () => {
  it('is joined to its attributes, also where it stands behind them', async () => {
    const [item] = await readEvent({
      Attribute: [
        { ...domain, Tag: [{ name: 'own' }, { name: 'misp:confidence-level="rarely-confident"' }], Galaxy: [] },
        { type: 'link', value: 'https://reports.example/1', to_ids: false },
        { type: 'link', value: 'https://www.virustotal.com/file/1', to_ids: false },
        { type: 'link', value: 'https://reports.example/gone', deleted: true },
        { type: 'threat-actor', value: 'Example Bear' }
      ],
      Object: [{ Attribute: [{ type: 'campaign-name', value: 'Example Storm' }] }],
      Tag: [{ name: 'tlp:green' }, { name: 'misp:confidence-level="usually-confident"' }, {}],
      Galaxy: [
        { type: 'malpedia', GalaxyCluster: [{ value: 'Example Loader' }, {}] },
        { GalaxyCluster: [{ value: 'x', tag_name: 'misp-galaxy:sector="Energy"' }, { value: 'untyped' }] }
      ]
    })
    expect(item).toEqual({
      value: 'a.example',
      kind: 'domain',
      position: '/Event/Attribute/0',
      confidence: 'low',
      context: {
        actors: ['Example Bear', 'Example Storm'],
        malwareFamilies: ['Example Loader'],
        industries: ['energy'],
        tlp: 'green',
        tags: ['own'],
        links: ['https://reports.example/1']
      }
    })
  })

  it('is said of all its attributes where they say nothing themselves', async () => {
    const items = await readEvent({
      Attribute: [domain, address],
      Tag: [{ name: 'admiralty-scale:source-reliability="a"' }]
    })
    expect(items).toMatchObject([{ confidence: 'high' }, { confidence: 'high' }])
  })

  it('is not said of the next event', async () => {
    const event = { Attribute: [domain], Tag: [{ name: 'first' }] }
    const items = await readText(JSON.stringify([{ Event: event }, { Event: { Attribute: [address] } }]))
    expect(items.map((item) => 'kind' in item && item.context?.tags)).toEqual([['first'], undefined])
  })

  it('is kept up to a limit', async () => {
    const links = Array.from({ length: 300 }, (_, index) => ({
      type: 'link',
      value: `https://reports.example/${index}`
    }))
    const [item] = await readEvent({ Attribute: [domain, ...links] })
    expect(item !== undefined && 'kind' in item && item.context?.links?.length).toBe(200)
  })
})

describe('a damaged file', () => {
  it('gives what stands before the damage', async () => {
    const items: FeedItem[] = []
    const read = async (): Promise<void> => {
      const text = '{"Event": {"Attribute": [{"type": "domain", "value": "a.example"}, {"type": "dom'
      for await (const batch of misp.read(pieces(text), { columns: undefined, maxLineLength: 100, now: 0 })) {
        items.push(...batch)
      }
    }
    await expect(read()).rejects.toThrow(Problem)
    expect(items).toMatchObject([{ value: 'a.example' }])
  })

  it('keeps rejects of the JSON reader in their place', async () => {
    const lines = [
      JSON.stringify({ Event: { Attribute: [domain] } }),
      '{"Event"',
      JSON.stringify({ Attribute: [address] })
    ]
    const items = await readText(lines.join('\n'))
    expect(items).toMatchObject([
      { value: 'a.example' },
      { rejection: { reason: 'bad_record' } },
      { value: '192.0.2.1' }
    ])
  })
})

feedFormatContract(misp, [
  {
    what: 'an event',
    text: JSON.stringify({
      Event: {
        date: '2026-01-01',
        Attribute: [domain, { ...address, to_ids: false }, { type: 'regkey', value: 'HKLM' }],
        Object: [
          { Attribute: [{ type: 'ip-dst|port', value: '192.0.2.2|443' }] },
          { Attribute: [{ type: 'email', value: 'a@b.example' }] }
        ],
        Tag: [{ name: 'tlp:green' }]
      }
    })
  },
  {
    what: 'events one per line',
    text: [domain, address].map((attribute) => JSON.stringify({ Event: { Attribute: [attribute] } })).join('\n')
  }
])
