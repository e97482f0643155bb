import { describe, expect, it } from 'vitest'
import type { FeedItem } from '../../../indicator/raw-indicator.ts'
import { feedFormatContract, readText } from '../../feed-format.contract.ts'
import { otx } from './otx.ts'

const indicator = { indicator: 'a.example', type: 'domain', created: '2026-01-02T03:04:05' }

const read = async (value: unknown): Promise<readonly FeedItem[]> => {
  const { items, problem } = await readText(otx, JSON.stringify(value))
  expect(problem).toBeUndefined()
  return items
}

const readIndicators = async (...indicators: readonly unknown[]): Promise<readonly FeedItem[]> => read({ indicators })

const pulse = {
  indicators: [indicator, { indicator: '192.0.2.1', type: 'IPv4' }],
  adversary: 'Example Bear',
  author_name: 'someone',
  created: '2026-01-01T00:00:00.123000',
  industries: ['Energy', 'Gardening'],
  malware_families: ['Example Loader'],
  attack_ids: [{ id: 'T1059.001', name: 'PowerShell' }, {}],
  TLP: 'green',
  tags: ['rat', 'example, with a comma'],
  references: ['https://reports.example/1', 'report.pdf']
}

const CONTEXT = {
  actors: ['Example Bear'],
  malwareFamilies: ['Example Loader'],
  techniques: ['T1059.001'],
  industries: ['energy'],
  tlp: 'green',
  tags: ['rat', 'example, with a comma'],
  links: ['https://reports.example/1']
}

describe('OTX pulses', () => {
  it.each([
    ['alone', pulse, ''],
    ['in a list', [pulse], '/0'],
    ['as an answer of the API', { count: 1, next: null, results: [pulse] }, '/results/0'],
    ['as a list by name', { pulses: [pulse] }, '/pulses/0']
  ])('are read %s, with what the pulse says before and behind its indicators', async (_, value, place) => {
    expect(otx.recognise({ text: JSON.stringify(value), complete: true })).toBe(true)
    expect(await read(value)).toEqual([
      {
        kind: 'domain',
        value: 'a.example',
        position: `${place}/indicators/0`,
        firstSeen: Date.UTC(2026, 0, 2, 3, 4, 5) / 1000,
        context: CONTEXT
      },
      {
        kind: 'ipv4',
        value: '192.0.2.1',
        position: `${place}/indicators/1`,
        firstSeen: Date.UTC(2026, 0, 1) / 1000,
        context: CONTEXT
      }
    ])
  })

  it('keep what they say to themselves', async () => {
    const items = await read([
      pulse,
      { tlp: 'white', indicators: [indicator], malware_families: [{ display_name: 'X' }] }
    ])
    expect(items.at(-1)).toMatchObject({
      position: '/1/indicators/0',
      context: { tlp: 'clear', malwareFamilies: ['X'] }
    })
    expect(items.at(-1)).not.toHaveProperty('context.actors')
  })

  it.each([[{ results: [] }], [{ pulses: [] }]])('may be none: %j', async (answer) => {
    expect(await read(answer)).toEqual([])
  })

  it('are refused where there are none', async () => {
    expect(await read({ detail: 'Authentication required' })).toMatchObject([
      { position: 'line 1', rejection: { reason: 'bad_record', detail: 'no pulse with indicators' } }
    ])
    expect(await read(['x'])).toMatchObject([{ rejection: { reason: 'bad_record' } }])
  })

  it('keep rejects of the JSON reader in their place', async () => {
    const { items } = await readText(otx, `${JSON.stringify(pulse)}\n{"indicators"\n${JSON.stringify(pulse)}\n`)
    expect(items.map((item) => 'rejection' in item)).toEqual([false, false, true, false, false])
  })
})

describe('an indicator of a pulse', () => {
  it.each([
    ['FileHash-SHA256', 'b'.repeat(64), 'sha256'],
    ['hostname', 'www.example.com', 'domain'],
    ['IPv6', '2001:db8::1', 'ipv6'],
    ['URL', 'https://a.example/', 'url'],
    ['URI', '/path', 'url'],
    ['email', 'a@b.example', 'email'],
    ['CVE', 'CVE-2026-0001', 'cve']
  ])('of type %s is of one of our kinds', async (type, value, kind) => {
    expect(await readIndicators({ type, indicator: value })).toEqual([{ kind, value, position: '/indicators/0' }])
  })

  it.each(['CIDR', 'FileHash-PEHASH', 'FileHash-IMPHASH', 'FilePath', 'Mutex', 'YARA', 'SSLCertFingerprint'])(
    'of type %s is refused',
    async (type) => {
      expect(await readIndicators({ type, indicator: 'c'.repeat(32) })).toMatchObject([
        { rejection: { reason: 'unsupported_type', detail: type } }
      ])
    }
  )

  it('says what is seen of it as its role', async () => {
    const items = await readIndicators(
      { ...indicator, role: 'scanning_host' },
      { ...indicator, role: 'command_and_control' },
      { ...indicator, role: 'trojan' },
      { ...indicator, role: null }
    )
    expect(items.map((item) => 'kind' in item && item.context)).toEqual([
      { role: 'source', threatTypes: ['scanning_host'] },
      { role: 'destination', threatTypes: ['command_and_control'] },
      { threatTypes: ['trojan'] },
      undefined
    ])
  })

  it('is valid until it expires, and then taken back, as when it is no longer active', async () => {
    const takesBack = { kind: 'domain', value: 'a.example' }
    expect(
      await readIndicators(
        { ...indicator, is_active: 1, expiration: '2026-06-01T00:00:00' },
        { ...indicator, is_active: 1, expiration: '2026-05-01T00:00:00' },
        { ...indicator, is_active: 0, expiration: null }
      )
    ).toMatchObject([
      { kind: 'domain', validUntil: Date.UTC(2026, 5, 1) / 1000 },
      { rejection: { reason: 'expired', detail: 'valid until 2026-05-01T00:00:00Z' }, takesBack },
      { rejection: { reason: 'expired', detail: 'not active' }, takesBack }
    ])
  })

  it('is a bad record without its parts', async () => {
    const items = await readIndicators('a.example', { type: 'domain' }, { indicator: 'a.example' })
    expect(items.map((item) => [item.value, 'rejection' in item && item.rejection.detail])).toEqual([
      ['', 'an indicator that is no JSON object'],
      ['', 'an indicator without its value or type'],
      ['a.example', 'an indicator without its value or type']
    ])
  })
})

feedFormatContract(otx, [
  {
    what: 'a list of pulses',
    text: JSON.stringify([pulse, { ...pulse, indicators: [{ indicator: 'b.example', type: 'domain' }] }], null, 1)
  },
  {
    what: 'an answer of the API',
    text: JSON.stringify({
      results: [pulse, { ...pulse, indicators: [{ indicator: 'c.example', type: 'domain', is_active: 0 }] }]
    })
  },
  {
    what: 'pulses one per line',
    text: ['d.example', 'e.example']
      .map((value) => JSON.stringify({ ...pulse, indicators: [{ ...indicator, indicator: value }] }))
      .join('\n')
  }
])
