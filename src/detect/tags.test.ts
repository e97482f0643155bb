import { describe, expect, it } from 'vitest'
import { type GoldenIndicator, goldenIndicator } from '../../tests/golden/rules/golden-indicator.ts'
import { recipeFor } from './recipes.ts'
import { tagsFor } from './tags.ts'

const tags = (golden: Partial<GoldenIndicator>) => {
  const indicator = goldenIndicator({ kind: 'domain', value: 'evil.example.com', ...golden })
  return tagsFor(indicator, recipeFor(indicator))
}
const url: Partial<GoldenIndicator> = { kind: 'url', value: 'evil.example.com/a' }

describe('tags', () => {
  it('are the default tactic when no source names a technique', () => {
    expect(tags({})).toEqual(['attack.command-and-control'])
  })

  it('are the techniques of the sources with all their tactics instead', () => {
    expect(tags({ context: { techniques: ['T1053.005'] } })).toEqual([
      'attack.execution',
      'attack.persistence',
      'attack.privilege-escalation',
      'attack.t1053.005'
    ])
  })

  it('name the successor of a revoked technique, once', () => {
    expect(tags({ context: { techniques: ['T1059.001', 'T1086'] } })).toEqual(['attack.execution', 'attack.t1059.001'])
  })

  it('keep only the tactics of a deprecated technique', () => {
    expect(tags({ context: { techniques: ['T1051'] } })).toEqual(['attack.lateral-movement'])
  })

  it('drop an unknown technique', () => {
    expect(tags({ context: { techniques: ['T9999'] } })).toEqual(['attack.command-and-control'])
  })

  it.each(['phishing', 'Phishing_URL', 'credential_phish'])(
    'give a URL of threat type %s initial access',
    (threatType) => {
      expect(tags({ ...url, context: { threatTypes: [threatType] } })).toEqual(['attack.initial-access'])
    }
  )

  it('give a URL of another threat type command and control', () => {
    expect(tags({ ...url, context: { threatTypes: ['malware_download'] } })).toEqual(['attack.command-and-control'])
  })

  it('are none for a technique that ATT&CK does not know', () => {
    expect(tags({ kind: 'mitre-attack', value: 'T9999' })).toEqual([])
  })

  it('name a CVE, and no tactic that no source gives', () => {
    expect(tags({ kind: 'cve', value: 'CVE-2021-44228' })).toEqual(['cve.2021-44228'])
  })

  it('name a CVE together with what sources say of its use', () => {
    expect(tags({ kind: 'cve', value: 'CVE-2021-44228', context: { techniques: ['T1190'] } })).toEqual([
      'attack.initial-access',
      'attack.t1190',
      'cve.2021-44228'
    ])
  })

  it.each(['green', 'amber', 'amber-strict', 'red'] as const)('carry TLP %s', (tlp) => {
    expect(tags({ context: { tlp } })).toEqual(['attack.command-and-control', `tlp.${tlp}`])
  })

  it('carry no mark for what anyone may read', () => {
    expect(tags({ context: { tlp: 'clear' } })).toEqual(['attack.command-and-control'])
  })
})
