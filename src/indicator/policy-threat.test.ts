import { describe, expect, it } from 'vitest'
import { EMPTY_CONTEXT } from './make-context.ts'
import { POLICY_THREATS, policyThreat, policyThreatsOf } from './policy-threat.ts'

describe('policyThreat', () => {
  it('reads every threat by its own name, in any case and as a plural', () => {
    for (const threat of POLICY_THREATS) {
      expect(policyThreat(threat)).toBe(threat)
      expect(policyThreat(` ${threat.toUpperCase()} `)).toBe(threat)
      expect(policyThreat(`${threat}s`)).toBe(threat)
    }
  })

  it.each([
    ['tor-exit-node', 'tor'],
    ['TOR_EXIT_NODES', 'tor'],
    ['VPN service', 'vpn'],
    ['anonymization', 'proxy'],
    ['Anonymizer', 'proxy'],
    ['open proxies', undefined],
    ['mass scanner', 'scanner'],
    ['port-scan', 'scanner'],
    ['dns-over-https', 'doh'],
    ['DNS over HTTPS', 'doh'],
    ['filesharing', 'file-sharing'],
    ['cloud storage', 'file-sharing'],
    ['botnet_cc', undefined],
    ['storm', undefined],
    ['', undefined]
  ])('reads %j as %s', (text, threat) => {
    expect(policyThreat(text)).toBe(threat)
  })
})

describe('policyThreatsOf', () => {
  const of = (parts: Partial<typeof EMPTY_CONTEXT>) => policyThreatsOf({ ...EMPTY_CONTEXT, ...parts })

  it('names each threat once, in the order of the vocabulary', () => {
    expect(of({ threatTypes: ['vpn', 'tor', 'tor-exit-node'] })).toEqual(['tor', 'vpn'])
  })

  it('names none where nothing is said, or something else too', () => {
    expect(of({})).toEqual([])
    expect(of({ threatTypes: ['tor', 'botnet_cc'] })).toEqual([])
    expect(of({ threatTypes: ['tor'], malwareFamilies: ['Example'] })).toEqual([])
    expect(of({ threatTypes: ['tor'], actors: ['Example'] })).toEqual([])
    expect(of({ threatTypes: ['tor'], critical: true })).toEqual([])
  })
})
