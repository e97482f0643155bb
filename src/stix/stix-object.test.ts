import { describe, expect, it, test } from 'vitest'
import { goldenIndicator, type GoldenIndicator } from '../../tests/golden/rules/golden-indicator.ts'
import { SEED_STYLE } from '../../tests/golden/rules/seed-style.ts'
import type { Context } from '../indicator/context.ts'
import { INSTANTS_PER_SECOND } from '../indicator/time.ts'
import type { StixOptions } from './object-base.ts'
import { publisherIdentity } from './publisher-identity.ts'
import { stixObject } from './stix-object.ts'

const { publisher } = SEED_STYLE
const ADDRESS: GoldenIndicator = { kind: 'ipv4', value: '198.51.100.7' }

const object = (golden: Partial<GoldenIndicator>, options: Partial<StixOptions> = {}) =>
  stixObject(goldenIndicator({ ...ADDRESS, ...golden }), { publisher, ...options })

const ofContext = (context: Partial<Context>) => object({ context })

describe('an indicator', () => {
  it('is written member by member in one order', () => {
    const golden: Partial<GoldenIndicator> = {
      confidence: 'medium',
      firstSeen: '2026-05-01T12:00:00Z',
      added: '2026-05-17T10:00:00Z',
      changed: '2026-05-18T10:00:00.123Z',
      context: {
        role: 'source',
        threatTypes: ['botnet_cc'],
        malwareFamilies: ['Emotet'],
        industries: ['energy'],
        techniques: ['T1071.001'],
        links: ['https://example.com/report'],
        tlp: 'amber'
      }
    }
    expect(JSON.stringify(object(golden), undefined, 2)).toMatchInlineSnapshot(`
      "{
        "type": "indicator",
        "spec_version": "2.1",
        "id": "indicator--9c5f2e45-045f-58d8-bf0e-425bef301fa4",
        "created_by_ref": "identity--996a0ede-b1ae-57ed-bc90-f335e184d022",
        "created": "2026-05-17T10:00:00.000000Z",
        "modified": "2026-05-18T10:00:00.123000Z",
        "confidence": 50,
        "labels": [
          "botnet_cc",
          "Emotet",
          "role:source",
          "industry:energy"
        ],
        "external_references": [
          {
            "source_name": "SOC Defenders",
            "url": "https://socdefenders.ai"
          },
          {
            "source_name": "sigmill",
            "external_id": "9c5f2e45-045f-58d8-bf0e-425bef301fa4"
          },
          {
            "source_name": "mitre-attack",
            "url": "https://attack.mitre.org/techniques/T1071/001/",
            "external_id": "T1071.001"
          },
          {
            "source_name": "example.com",
            "url": "https://example.com/report"
          }
        ],
        "object_marking_refs": [
          "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421"
        ],
        "name": "Attacking IP 198.51.100.7",
        "description": "Detects a connection from 198.51.100.7, a scanner, reported by ThreatFox with medium confidence, first seen 2026-05-01. Threat type: botnet cc. Malware family: Emotet. Industry: energy.",
        "indicator_types": [
          "malicious-activity"
        ],
        "pattern": "[ipv4-addr:value = '198.51.100.7']",
        "pattern_type": "stix",
        "pattern_version": "2.1",
        "valid_from": "2026-05-01T12:00:00Z",
        "kill_chain_phases": [
          {
            "kill_chain_name": "mitre-attack",
            "phase_name": "command-and-control"
          }
        ]
      }"
    `)
  })

  it('counts without an end while it lives, and until the moment of its removal afterwards', () => {
    expect(object({})).not.toHaveProperty('valid_until')
    const validUntil = Date.parse('2026-06-01T00:00:00Z') * 1_000 + 1
    expect(object({}, { validUntil })).toMatchObject({ valid_until: '2026-06-01T00:00:00.000001Z' })
  })

  it('is of the moment of its change, unless another one is given', () => {
    expect(object({ changed: '2026-06-01' })).toMatchObject({ modified: '2026-06-01T00:00:00.000000Z' })
    expect(object({}, { modified: 1_780_000_000 * INSTANTS_PER_SECOND })).toMatchObject({
      modified: '2026-05-28T20:26:40.000000Z'
    })
  })

  it.each([
    [undefined, '2026-05-17T00:00:00.000000Z'],
    ['2026-05-01', '2026-05-01T00:00:00Z'],
    ['2031-01-01', '2026-05-17T00:00:00.000000Z']
  ])('first seen %s is valid from %s', (firstSeen, from) => {
    expect(object(firstSeen === undefined ? {} : { firstSeen })).toMatchObject({ valid_from: from })
  })

  it.each([
    ['low', 15],
    ['medium', 50],
    ['high', 85]
  ] as const)('of confidence %s has %d', (confidence, number) => {
    expect(object({ confidence })).toMatchObject({ confidence: number })
  })

  it.each<[Partial<Context>, readonly string[]]>([
    [{}, ['malicious-activity']],
    [{ threatTypes: ['botnet_cc'] }, ['malicious-activity']],
    [{ threatTypes: ['Compromised site'] }, ['malicious-activity', 'compromised']],
    [{ threatTypes: ['tor'] }, ['anonymization']],
    [{ threatTypes: ['tor', 'vpn', 'scanner'] }, ['anonymization', 'anomalous-activity']],
    [{ threatTypes: ['tor', 'botnet_cc'] }, ['malicious-activity']]
  ])('of %j has the types %j', (context, types) => {
    expect(ofContext(context)).toMatchObject({ indicator_types: types })
  })

  it('has the tactics of its rule', () => {
    const phases = (...names: readonly string[]) => ({
      kill_chain_phases: names.map((name) => ({ kill_chain_name: 'mitre-attack', phase_name: name }))
    })
    expect(ofContext({})).toMatchObject(phases('command-and-control'))
    expect(ofContext({ techniques: ['T1059'] })).toMatchObject(phases('execution'))
  })

  it('without names and marks has no labels and no markings', () => {
    expect(Object.keys(ofContext({}))).not.toContain('labels')
    expect(Object.keys(ofContext({}))).not.toContain('object_marking_refs')
  })

  it('names what is said twice once', () => {
    expect(ofContext({ threatTypes: ['Emotet'], malwareFamilies: ['Emotet'], tags: ['b'] })).toMatchObject({
      labels: ['Emotet', 'b']
    })
  })
})

describe('its references', () => {
  it('are the publisher, the rule and the first links that can be URIs', () => {
    const links = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `https://example.net/${name}|`)
    const { external_references: references } = ofContext({
      links: [...links, publisher.url, 'https://bücher.example/']
    })
    expect(references.map(({ url }) => url)).toEqual([
      publisher.url,
      undefined,
      'https://example.net/a%7C',
      'https://example.net/b%7C',
      'https://example.net/c%7C',
      'https://example.net/d%7C',
      'https://example.net/e%7C'
    ])
    expect(references[2]?.source_name).toBe('example.net')
  })

  it('leave out a link that can be none', () => {
    expect(ofContext({ links: ['https://bücher.example/'] }).external_references).toHaveLength(2)
  })

  it('lead to the reasons of the rule where the address of the server is known', () => {
    const { external_references: references } = object({}, { whyUrl: (id) => `https://intel.example/${id}` })
    expect(references[1]).toEqual({
      source_name: 'sigmill',
      url: 'https://intel.example/9c5f2e45-045f-58d8-bf0e-425bef301fa4',
      external_id: '9c5f2e45-045f-58d8-bf0e-425bef301fa4'
    })
  })

  it('name techniques as ATT&CK has them today, each once', () => {
    const { external_references: references } = ofContext({ techniques: ['T1086', 'T1059.001', 'T9999'] })
    expect(references.slice(2)).toEqual([
      {
        source_name: 'mitre-attack',
        url: 'https://attack.mitre.org/techniques/T1059/001/',
        external_id: 'T1059.001'
      }
    ])
  })
})

test('a CVE is a vulnerability of that name', () => {
  const vulnerability = object({ kind: 'cve', value: 'CVE-2021-44228' })
  expect(vulnerability.id).toMatch(/^vulnerability--/)
  expect(vulnerability).toMatchObject({
    type: 'vulnerability',
    name: 'CVE-2021-44228',
    external_references: [{}, {}, { source_name: 'cve', external_id: 'CVE-2021-44228' }]
  })
})

describe('a technique', () => {
  it('is an attack pattern of that name, with its tactics', () => {
    expect(object({ kind: 'mitre-attack', value: 'T1059.001', context: { techniques: ['T1059.001'] } })).toMatchObject({
      type: 'attack-pattern',
      name: 'T1059.001',
      external_references: [{}, {}, { source_name: 'mitre-attack', external_id: 'T1059.001' }],
      kill_chain_phases: [{ kill_chain_name: 'mitre-attack', phase_name: 'execution' }]
    })
  })

  it('that ATT&CK does not know has none', () => {
    expect(Object.keys(object({ kind: 'mitre-attack', value: 'T9999' }))).not.toContain('kill_chain_phases')
  })
})

test('the publisher is an identity whose id rests on its address', () => {
  expect(publisherIdentity(publisher)).toEqual({
    type: 'identity',
    spec_version: '2.1',
    id: 'identity--996a0ede-b1ae-57ed-bc90-f335e184d022',
    created: '2021-06-10T00:00:00.000Z',
    modified: '2021-06-10T00:00:00.000Z',
    name: 'SOC Defenders',
    identity_class: 'organization',
    contact_information: 'https://socdefenders.ai'
  })
  expect(publisherIdentity({ ...publisher, name: 'Others' }).id).toBe(publisherIdentity(publisher).id)
})
