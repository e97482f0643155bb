import { describe, expect, it } from 'vitest'
import { type GoldenIndicator, goldenIndicator } from '../../tests/golden/rules/golden-indicator.ts'
import { SEED_STYLE } from '../../tests/golden/rules/seed-style.ts'
import type { Kind } from '../indicator/kind.ts'
import { recipeFor } from './recipes.ts'
import { ruleFor } from './rule-for.ts'

const ADDRESS: GoldenIndicator = { kind: 'ipv4', value: '192.0.2.1' }
const rule = (golden: Partial<GoldenIndicator>) => ruleFor(goldenIndicator({ ...ADDRESS, ...golden }), SEED_STYLE)
const titled = (title: string) => `SOC Defenders IOC - ${title}`

describe('an indicator that is a matter of policy', () => {
  it.each<[Kind, string, string]>([
    ['ipv4', '192.0.2.1', 'Policy IP 192.0.2.1'],
    ['ipv6', '2001:db8::1', 'Policy IP 2001:DB8::1'],
    ['domain', 'vpn.example.com', 'Policy Domain vpn.example.com'],
    ['url', 'vpn.example.com/a', 'Policy URL vpn.example.com/a'],
    ['email', 'a@vpn.example.com', 'Policy Sender a@vpn.example.com'],
    ['md5', '0'.repeat(32), `Policy File MD5 ${'0'.repeat(32)}`],
    ['cve', 'CVE-2026-0001', 'Exploit Detection for CVE-2026-0001'],
    ['mitre-attack', 'T1090', 'Technique T1090']
  ])('of kind %s, %s, is titled %s', (kind, value, title) => {
    expect(rule({ kind, value, context: { threatTypes: ['vpn'] } }).title).toBe(titled(title))
  })

  it.each([
    ['high', 'low'],
    ['medium', 'low'],
    ['low', 'informational']
  ] as const)('at %s confidence has the level %s', (confidence, level) => {
    expect(rule({ confidence, context: { threatTypes: ['tor'] } }).level).toBe(level)
  })

  it('is told for what it is, with all that lists say', () => {
    const { description, falsepositives } = rule({ context: { threatTypes: ['tor-exit-node', 'VPN'] } })
    expect(description).toContain(
      'Listed as a Tor node and a VPN service, which is a matter of policy and not malicious by itself.'
    )
    expect(falsepositives).toEqual(['Permitted use of Tor', 'Permitted use of the VPN service'])
  })

  it('is looked for as any other of its kind', () => {
    const policy = rule({ context: { threatTypes: ['proxy'] } })
    const malicious = rule({})
    expect(policy.selection).toEqual(malicious.selection)
    expect(policy.logsource).toEqual(malicious.logsource)
  })

  it('shares its recipe with all that are listed alike', () => {
    const recipe = (threatTypes: readonly string[]) =>
      recipeFor(goldenIndicator({ ...ADDRESS, context: { threatTypes } }))
    expect(recipe(['tor'])).toBe(recipe(['tor-exit-node']))
    expect(recipe(['tor'])).not.toBe(recipe(['vpn']))
  })

  it('is malicious as soon as a source says more than that', () => {
    expect(rule({ context: { threatTypes: ['tor', 'botnet_cc'] } }).title).toBe(titled('Malicious IP 192.0.2.1'))
    expect(rule({ context: { threatTypes: ['tor'], malwareFamilies: ['Example'] } }).level).toBe('high')
  })
})

describe('a scanner', () => {
  it.each(['unknown', 'source'] as const)('in the role %s is looked for as a source, with a low level', (role) => {
    const { title, logsource, level, falsepositives } = rule({ context: { threatTypes: ['mass scanner'], role } })
    expect(title).toBe(titled('Scanning IP 192.0.2.1'))
    expect(logsource).toEqual({ category: 'firewall' })
    expect(level).toBe('low')
    expect(falsepositives).toEqual(['Scanners of researchers and security companies'])
  })

  it.each<Partial<GoldenIndicator>>([
    { context: { threatTypes: ['scanner'], role: 'destination' } },
    { context: { threatTypes: ['scanner', 'vpn'] } }
  ])('that is something else too is looked for as a destination: %j', (golden) => {
    const { title, logsource } = rule(golden)
    expect(title).toBe(titled('Policy IP 192.0.2.1'))
    expect(logsource.category).toBe('network_connection')
  })

  it('that has a name is a matter of policy', () => {
    expect(rule({ kind: 'domain', value: 'scan.example.com', context: { threatTypes: ['scanner'] } }).title).toBe(
      titled('Policy Domain scan.example.com')
    )
  })
})
