import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { goldenIndicator, type GoldenIndicator } from '../../../tests/golden/rules/golden-indicator.ts'
import { SEED_STYLE } from '../../../tests/golden/rules/seed-style.ts'
import type { SigmaRule } from '../../sigma/rule.ts'
import { ruleFor } from '../rule-for.ts'
import { groupRule } from './group-rule.ts'
import { groupOf } from './rule-group.ts'

const CHUNK = { size: 500, prefix: '3f', id: '3f2a91c0-0000-500a-8000-000000000001' }

const ruleOf = (members: readonly GoldenIndicator[], style = SEED_STYLE): SigmaRule => {
  const indicators = members.map(goldenIndicator)
  const [first] = indicators
  if (first === undefined) throw new Error('a group has members')
  return groupRule(groupOf(first), indicators, CHUNK, style)
}

const address = (last: number, more: Partial<GoldenIndicator> = {}): GoldenIndicator => ({
  kind: 'ipv4',
  value: `192.0.2.${last}`,
  ...more
})

describe('the rule of a chunk', () => {
  it('is titled by the chunk alone, so that it keeps its title whatever joins', () => {
    const title = 'SOC Defenders IOC - Malicious IPs (3F2A91C00000500A)'
    expect(ruleOf([address(1)]).title).toBe(title)
    expect(ruleOf([address(1), address(2)]).title).toBe(title)
  })

  it('says what it detects, how it is cut, and who reported it since when', () => {
    const members = [
      address(1, { feeds: ['B', 'A'], firstSeen: '2026-05-02' }),
      address(2, { feeds: ['A', 'C', 'D', 'E', 'F'], firstSeen: '2026-04-01' }),
      address(3)
    ]
    expect(ruleOf(members).description).toBe(
      'Detects a network connection to any of several malicious IPv4 addresses, a group of at most 500 whose ids begin with 3f, reported by A, B, C, D, E and 2 more with high confidence, first seen 2026-04-01 at the earliest.'
    )
    expect(ruleOf([{ ...address(1), feeds: [] }]).description).toBe(
      'Detects a network connection to any of several malicious IPv4 addresses, a group of at most 500 whose ids begin with 3f.'
    )
  })

  it('keeps the caveat of what it looks for', () => {
    expect(ruleOf([{ kind: 'cve', value: 'CVE-2021-44228' }]).description).toMatch(
      / A CVE is no observable by itself\.$/
    )
  })

  it('has a title that differs from that of a chunk whose id begins alike', () => {
    const members = [goldenIndicator(address(1))]
    const titles = ['3f2a91c0-0000-500a-8000-000000000001', '3f2a91c0-0000-500b-8000-000000000001'].map((id) =>
      members.map((member) => groupRule(groupOf(member), members, { ...CHUNK, id }, SEED_STYLE).title)
    )
    expect(titles[0]).not.toEqual(titles[1])
  })

  it('is as old as its oldest member, and says no day of a change, of which members that went would be part', () => {
    const members = [
      address(1, { firstSeen: '2026-05-02', added: '2026-05-10' }),
      address(2, { added: '2026-05-12', changed: '2026-06-01' })
    ]
    expect(ruleOf(members)).toMatchObject({ date: '2026-05-02', modified: undefined })
    expect(ruleOf([address(1, { added: '2026-05-10' })]).date).toBe('2026-05-10')
  })

  it('carries the shared tactics, what values say themselves, and the strictest TLP above clear', () => {
    const techniques = ['T1059.001', 'T1071'].map((value): GoldenIndicator => ({ kind: 'mitre-attack', value }))
    expect(ruleOf(techniques.slice(0, 1)).tags).toEqual(['attack.execution', 'attack.t1059.001'])
    const cves = ['CVE-2021-44228', 'CVE-2020-1'].map((value): GoldenIndicator => ({ kind: 'cve', value }))
    expect(ruleOf(cves).tags).toEqual(['cve.2020-1', 'cve.2021-44228'])
    const marked = [address(1, { context: { tlp: 'green' } }), address(2, { context: { tlp: 'amber' } }), address(3)]
    expect(ruleOf(marked).tags).toEqual(['attack.command-and-control', 'tlp.amber'])
    expect(ruleOf([address(1, { context: { tlp: 'clear' } })]).tags).toEqual(['attack.command-and-control'])
  })

  it('names no technique that a source names for a single member', () => {
    expect(ruleOf([address(1, { context: { techniques: ['T1059.001'] } })]).tags).toEqual(['attack.execution'])
  })

  it('lists fields where the style asks for them', () => {
    expect(ruleOf([address(1)]).fields).toEqual([])
    expect(ruleOf([address(1)], { ...SEED_STYLE, fields: true }).fields).toContain('DestinationIp')
  })

  it('looks for what the rule of its only member looks for', () => {
    const url: GoldenIndicator = { kind: 'url', value: 'h.example/a?b=1' }
    for (const golden of [address(1), url]) {
      const { selection, logsource, level } = ruleFor(goldenIndicator(golden), SEED_STYLE)
      expect(ruleOf([golden])).toMatchObject({ logsource, level })
      expect(JSON.stringify(ruleOf([golden]).selection)).toHaveLength(JSON.stringify(selection).length)
    }
  })

  it('is the same in whatever order its members are given', () => {
    const members = [1, 2, 3, 4].map((last) => address(last, { feeds: [`Feed ${last}`] }))
    fc.assert(
      fc.property(fc.shuffledSubarray(members, { minLength: 4 }), (shuffled) => {
        expect(ruleOf(shuffled)).toEqual(ruleOf(members))
      })
    )
  })
})
