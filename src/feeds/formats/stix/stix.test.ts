import { describe, expect, it } from 'vitest'
import type { FeedItem } from '../../../indicator/raw-indicator.ts'
import { Problem } from '../../../problem/problem.ts'
import { feedFormatContract } from '../../feed-format.contract.ts'
import { stix } from './stix.ts'

const NOW = Date.UTC(2026, 4, 17) / 1000

async function* pieces(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 100) yield text.slice(at, at + 100)
}

const readText = async (text: string): Promise<readonly FeedItem[]> => {
  const items: FeedItem[] = []
  const options = { columns: undefined, maxLineLength: 100_000, now: NOW }
  for await (const batch of stix.read(pieces(text), options)) items.push(...batch)
  return items
}

const bundleOf = (...objects: readonly unknown[]): string => JSON.stringify({ type: 'bundle', objects })

const readObjects = async (...objects: readonly unknown[]): Promise<readonly FeedItem[]> =>
  readText(bundleOf(...objects))

const contextsOf = (items: readonly FeedItem[]): readonly unknown[] =>
  items.map((item) => ('rejection' in item ? item.rejection : item.context))

const indicator = { type: 'indicator', id: 'indicator--1', pattern: "[domain-name:value = 'a.example']" }

const relationship = (type: string, source: string, target: string) => ({
  type: 'relationship',
  id: `relationship--${source}-${target}`,
  relationship_type: type,
  source_ref: source,
  target_ref: target
})

describe('STIX objects', () => {
  it.each([
    ['in a bundle', bundleOf({ type: 'identity' }, indicator), '/objects/1'],
    ['in a list of bundles', `[${bundleOf({ type: 'identity' }, indicator)}]`, '/0/objects/1'],
    ["in TAXII's envelope", JSON.stringify({ more: true, next: 'x', objects: [indicator] }), '/objects/0'],
    ['in a list of envelopes', JSON.stringify([{ more: false }, { objects: [indicator] }]), '/1/objects/0'],
    ['in envelopes one per line', `{"more":false}\n${JSON.stringify({ objects: [indicator] })}\n`, 'line 2 /objects/0'],
    ['in a list', JSON.stringify([indicator]), '/0'],
    ['alone', JSON.stringify(indicator), 'line 1'],
    ['one per line', `${JSON.stringify({ type: 'identity' })}\n${JSON.stringify(indicator)}\n`, 'line 2']
  ])('are read %s', async (_, text, position) => {
    expect(await readText(text)).toEqual([{ value: 'a.example', kind: 'domain', position }])
  })

  it('give nothing where they are no indicators', async () => {
    expect(await readText('{"type": "bundle", "id": "bundle--1"}')).toEqual([])
    expect(await readText('{}')).toEqual([])
    expect(await readText('{"more": false, "objects": []}')).toEqual([])
    expect(
      await readObjects({ type: 'ipv4-addr', id: 'ipv4-addr--1', value: '192.0.2.1' }, { type: 'report' })
    ).toEqual([])
  })

  it('are missed in other JSON', async () => {
    const reject = { position: '/objects/0', rejection: { reason: 'bad_record' } }
    expect(await readObjects({ id: 'x' })).toMatchObject([reject])
    expect(await readObjects('x')).toMatchObject([reject])
    expect(await readObjects({})).toMatchObject([reject])
    expect(await readText('{"error": "x"}')).toMatchObject([{ rejection: { reason: 'bad_record' } }])
    expect(await readText('"x"')).toMatchObject([{ rejection: { reason: 'bad_record' } }])
  })

  it('are told from other formats', () => {
    const recognise = (text: string): boolean => stix.recognise({ text, complete: false })
    expect(recognise('{"type" : "bundle"')).toBe(true)
    expect(recognise(' [{"pattern": "x", "id": "indicator--1"')).toBe(true)
    expect(recognise('{"more": false, "objects": [{"type": "malware", ')).toBe(true)
    expect(recognise('{"Event": {"type": "ip-dst"')).toBe(false)
    expect(recognise('"type": "bundle"')).toBe(false)
  })
})

describe('an indicator', () => {
  it('says when it is valid, how sure it is and what it is about', async () => {
    const items = await readObjects({
      ...indicator,
      spec_version: '2.1',
      created: '2026-01-01T00:00:00.000Z',
      valid_from: '2026-01-02T00:00:00Z',
      valid_until: '2026-12-31T00:00:00Z',
      confidence: 85,
      indicator_types: ['malicious-activity'],
      labels: ['campaign-x'],
      kill_chain_phases: [{ kill_chain_name: 'mitre-attack', phase_name: 'execution' }, { phase_name: 'x' }, {}],
      external_references: [{ source_name: 'report', url: 'https://reports.example/1' }, { source_name: 'other' }]
    })
    expect(items).toEqual([
      {
        value: 'a.example',
        kind: 'domain',
        position: '/objects/0',
        confidence: 'high',
        firstSeen: Date.UTC(2026, 0, 2) / 1000,
        validUntil: Date.UTC(2026, 11, 31) / 1000,
        context: {
          threatTypes: ['malicious-activity'],
          tags: ['campaign-x', 'mitre-attack:execution'],
          links: ['https://reports.example/1']
        }
      }
    ])
  })

  it('was first seen when it was created, where it has no other date', async () => {
    const items = await readObjects({ ...indicator, created: '2026-01-01T00:00:00Z', valid_from: 'soon' })
    expect(items).toMatchObject([{ firstSeen: Date.UTC(2026, 0, 1) / 1000 }])
  })

  it('states its types as labels in STIX 2.0, and has free labels in 2.1', async () => {
    const labels = ['phishing']
    const items = await readObjects({ ...indicator, labels }, { ...indicator, labels, spec_version: '2.1' })
    expect(contextsOf(items)).toEqual([{ threatTypes: ['phishing'] }, { tags: ['phishing'] }])
  })

  it('gives one item for each value of its pattern', async () => {
    const pattern = "[network-traffic:src_ref.value IN ('192.0.2.1', '192.0.2.2') OR url:value LIKE 'x%']"
    expect(await readObjects({ ...indicator, pattern })).toEqual([
      { value: '192.0.2.1', kind: undefined, position: '/objects/0', context: { role: 'source' } },
      { value: '192.0.2.2', kind: undefined, position: '/objects/0', context: { role: 'source' } },
      { value: pattern, position: '/objects/0', rejection: { reason: 'unsupported_pattern', detail: 'url:value LIKE' } }
    ])
  })

  it.each([
    ['without a pattern', { pattern: undefined }, { reason: 'bad_record', detail: 'an indicator without a pattern' }],
    ['in another language', { pattern_type: 'yara' }, { reason: 'unsupported_type', detail: 'yara pattern' }],
    ['that cannot be read', { pattern: '[x' }, { reason: 'bad_pattern', detail: ': expected at character 3' }],
    ['of another type', { pattern: "[process:name = 'x']" }, { reason: 'unsupported_type', detail: 'process:name' }],
    ['that is revoked', { revoked: true }, { reason: 'revoked' }],
    ['of good things', { indicator_types: ['benign'] }, { reason: 'not_for_detection', detail: 'benign' }],
    [
      'past its time',
      { valid_until: '2026-05-16T00:00:00Z' },
      { reason: 'expired', detail: 'valid until 2026-05-16T00:00:00Z' }
    ]
  ])('%s is a reject', async (_, parts, rejection) => {
    expect(contextsOf(await readObjects({ ...indicator, ...parts }))).toEqual([rejection])
  })

  it('takes back every value of its pattern, whole, when it is revoked', async () => {
    const pattern = `[url:value = 'https://a.example/${'x'.repeat(300)}' OR ipv4-addr:value = '192.0.2.1' OR process:pid = 1]`
    const items = await readObjects({ ...indicator, pattern, revoked: true })
    expect(items.map((item) => 'rejection' in item && item.takesBack)).toEqual([
      { kind: 'url', value: `https://a.example/${'x'.repeat(300)}` },
      { kind: 'ipv4', value: '192.0.2.1' },
      undefined
    ])
  })

  it('names its pattern type in any case', async () => {
    expect(await readObjects({ ...indicator, pattern_type: 'STIX' })).toMatchObject([{ kind: 'domain' }])
  })
})

describe('a vulnerability', () => {
  it('gives the CVE ids that it refers to, else its name', async () => {
    const items = await readObjects(
      {
        type: 'vulnerability',
        name: 'Example hole',
        external_references: [
          { source_name: 'cve', external_id: 'CVE-2026-0001' },
          { source_name: 'CVE', external_id: 'CVE-2026-0001' },
          { source_name: 'cve', external_id: 'CVE-2026-0002' },
          { external_id: 'CVE-2026-0003' },
          { source_name: 'cve' }
        ]
      },
      { type: 'vulnerability', name: 'CVE-2026-0004', revoked: true },
      { type: 'vulnerability' }
    )
    expect(items).toEqual([
      { value: 'CVE-2026-0001', kind: 'cve', position: '/objects/0' },
      { value: 'CVE-2026-0002', kind: 'cve', position: '/objects/0' },
      {
        value: 'CVE-2026-0004',
        position: '/objects/1',
        rejection: { reason: 'revoked' },
        takesBack: { kind: 'cve', value: 'CVE-2026-0004' }
      },
      { value: '', kind: 'cve', position: '/objects/2' }
    ])
  })
})

describe('an attack pattern', () => {
  const technique = {
    type: 'attack-pattern',
    id: 'attack-pattern--1',
    external_references: [{ source_name: 'mitre-attack', external_id: 'T1059.001' }]
  }

  it('gives its technique', async () => {
    expect(await readObjects(technique)).toEqual([{ value: 'T1059.001', kind: 'mitre-attack', position: '/objects/0' }])
  })

  it('gives nothing where it is none of ATT&CK', async () => {
    const external_references = [{ source_name: 'capec', external_id: 'CAPEC-163' }]
    expect(await readObjects({ ...technique, external_references })).toEqual([])
  })

  it('is a reject where ATT&CK gave it up', async () => {
    expect(contextsOf(await readObjects({ ...technique, x_mitre_deprecated: true }))).toEqual([
      { reason: 'revoked', detail: 'deprecated by ATT&CK' }
    ])
  })
})

describe('what other objects say', () => {
  it('is joined to an indicator, wherever they stand', async () => {
    const items = await readObjects(
      indicator,
      relationship('indicates', 'indicator--1', 'malware--1'),
      relationship('indicates', 'indicator--1', 'campaign--1'),
      relationship('uses', 'indicator--1', 'attack-pattern--1'),
      relationship('attributed-to', 'campaign--1', 'intrusion-set--1'),
      relationship('attributed-to', 'intrusion-set--1', 'threat-actor--1'),
      relationship('attributed-to', 'threat-actor--1', 'identity--actor'),
      relationship('targets', 'campaign--1', 'identity--1'),
      relationship('targets', 'campaign--1', 'identity--unknown'),
      relationship('targets', 'campaign--1', 'malware--1'),
      relationship('uses', 'campaign--1', 'attack-pattern--2'),
      { type: 'malware', id: 'malware--1', name: 'Example Loader' },
      { type: 'campaign', id: 'campaign--1', name: 'Example Storm' },
      { type: 'intrusion-set', id: 'intrusion-set--1', name: 'Example Bear' },
      { type: 'threat-actor', id: 'threat-actor--1', name: 'Example Group' },
      { type: 'identity', id: 'identity--1', sectors: ['government-national', 'energy', 'pigeon-racing'] },
      { type: 'identity', id: 'identity--actor', sectors: ['defense'] },
      {
        type: 'attack-pattern',
        id: 'attack-pattern--1',
        external_references: [{ source_name: 'mitre-attack', external_id: 'T1059' }]
      },
      { type: 'attack-pattern', id: 'attack-pattern--2' }
    )
    expect(contextsOf(items)[0]).toEqual({
      malwareFamilies: ['Example Loader'],
      actors: ['Example Storm', 'Example Bear', 'Example Group'],
      techniques: ['T1059'],
      industries: ['government-facilities', 'energy']
    })
  })

  it('is found through a tool and without going round in circles', async () => {
    const items = await readObjects(
      { type: 'tool', id: 'tool--1', name: 'Example Tool' },
      { type: 'campaign', id: 'campaign--1' },
      relationship('indicates', 'indicator--1', 'tool--1'),
      relationship('attributed-to', 'indicator--1', 'campaign--1'),
      relationship('attributed-to', 'campaign--1', 'campaign--1'),
      indicator
    )
    expect(contextsOf(items)).toEqual([{ malwareFamilies: ['Example Tool'] }])
  })

  it('is looked at up to a limit', async () => {
    const actors = Array.from({ length: 150 }, (_, index) => ({
      type: 'threat-actor',
      id: `threat-actor--${index}`,
      name: `Actor ${index}`
    }))
    const items = await readObjects(
      ...actors,
      ...actors.map(({ id }) => relationship('indicates', 'indicator--1', id)),
      relationship('attributed-to', 'threat-actor--0', 'threat-actor--149'),
      indicator
    )
    expect(items).toHaveLength(1)
    expect(items[0]).toHaveProperty('context.actors.length', 100)
  })

  it('counts only where it is complete', async () => {
    const items = await readObjects(
      { type: 'malware', name: 'Without an id' },
      { type: 'relationship', source_ref: 'indicator--1', target_ref: 'malware--1' },
      { type: 'relationship', relationship_type: 'indicates', target_ref: 'malware--1' },
      { type: 'relationship', relationship_type: 'indicates', source_ref: 'indicator--1' },
      relationship('mitigates', 'indicator--1', 'malware--1'),
      { type: 'malware', id: 'malware--1', name: 'Not related' },
      relationship('uses', 'indicator--1', 'attack-pattern--1'),
      { type: 'attack-pattern', id: 'attack-pattern--1' },
      indicator
    )
    expect(contextsOf(items)).toEqual([undefined])
  })
})

describe('markings', () => {
  const marked = (...refs: readonly string[]) => ({ ...indicator, object_marking_refs: refs })

  it.each([
    ['f88d31f6-486f-44da-b317-01333bde0b82', 'amber'],
    ['939a9414-2ddd-4d32-a0cd-375ea402b003', 'amber-strict'],
    ['613f2e26-407d-48c7-9eca-b8e91df99dc9', 'clear']
  ])('of the standard are known: %s is %s', async (id, tlp) => {
    expect(contextsOf(await readObjects(marked(`marking-definition--${id}`)))).toEqual([{ tlp }])
  })

  it.each([
    ['a definition', { definition: { tlp: 'green' } }, { tlp: 'green' }],
    ['a name', { name: 'TLP:RED' }, { tlp: 'red' }],
    [
      'an extension',
      { extensions: { 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d': { tlp_2_0: 'amber+strict' } } },
      { tlp: 'amber-strict' }
    ],
    ['terms of use', { name: 'Red Team', definition: { statement: 'CC-BY 4.0' } }, { licences: ['CC-BY 4.0'] }],
    ['nothing', {}, undefined]
  ])('are read from the bundle: %s', async (_, parts, context) => {
    const id = 'marking-definition--1'
    const items = await readObjects(marked(id, 'marking-definition--unknown'), {
      type: 'marking-definition',
      id,
      ...parts
    })
    expect(contextsOf(items)).toEqual([context])
  })

  it('count by the strictest', async () => {
    const items = await readObjects(
      marked('marking-definition--1', 'marking-definition--2'),
      { type: 'marking-definition', id: 'marking-definition--1', definition: { tlp: 'red' } },
      { type: 'marking-definition', id: 'marking-definition--2', definition: { tlp: 'green' } }
    )
    expect(contextsOf(items)).toEqual([{ tlp: 'red' }])
  })
})

describe('a damaged file', () => {
  it('gives what stands before the damage', async () => {
    const items: FeedItem[] = []
    const read = async (): Promise<void> => {
      const text = bundleOf(indicator, indicator).slice(0, -10)
      for await (const batch of stix.read(pieces(text), { columns: undefined, maxLineLength: 150, now: NOW })) {
        items.push(...batch)
      }
    }
    await expect(read()).rejects.toThrow(Problem)
    expect(items).toMatchObject([{ value: 'a.example' }])
  })

  it('keeps rejects of the JSON reader in their place', async () => {
    const items = await readText(`${JSON.stringify(indicator)}\n{"type"\n${JSON.stringify(indicator)}\n`)
    expect(items).toMatchObject([{ kind: 'domain' }, { rejection: { reason: 'bad_record' } }, { kind: 'domain' }])
  })
})

feedFormatContract(stix, [
  {
    what: 'a bundle',
    text: bundleOf(
      indicator,
      { ...indicator, pattern: "[ipv4-addr:value = '192.0.2.1']", revoked: true },
      { ...indicator, pattern: "[url:value = 'https://b.example/x' OR url:value = 'https://c.example/x']" },
      { type: 'malware', id: 'malware--1', name: 'Example Loader' },
      relationship('indicates', 'indicator--1', 'malware--1')
    )
  },
  {
    what: 'objects one per line',
    text: [indicator, { ...indicator, pattern: "[ipv4-addr:value = '192.0.2.1']" }]
      .map((o) => JSON.stringify(o))
      .join('\n')
  }
])
