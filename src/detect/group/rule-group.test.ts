import { describe, expect, it } from 'vitest'
import { goldenIndicator, type GoldenIndicator } from '../../../tests/golden/rules/golden-indicator.ts'
import { RECIPES } from '../recipes.ts'
import { KINDS } from '../../indicator/kind.ts'
import { groupOf } from './rule-group.ts'

const keyOf = (golden: GoldenIndicator): string => groupOf(goldenIndicator(golden)).key

const ADDRESS: GoldenIndicator = { kind: 'ipv4', value: '192.0.2.1' }

describe('the group of an indicator', () => {
  it('is told by kind, confidence, recipe, level and tactics', () => {
    expect(keyOf(ADDRESS)).toBe('ipv4 high destination-ip high command-and-control')
    expect(keyOf({ ...ADDRESS, confidence: 'low' })).toBe('ipv4 low destination-ip low command-and-control')
    expect(keyOf({ ...ADDRESS, context: { critical: true } })).toBe(
      'ipv4 high destination-ip critical command-and-control'
    )
    expect(keyOf({ ...ADDRESS, context: { role: 'source' } })).toBe('ipv4 high attacking-ip high reconnaissance')
    expect(keyOf({ ...ADDRESS, context: { threatTypes: ['tor'] } })).toContain('destination-ip-tor')
  })

  it('has the tactics of the techniques that sources name, and not the techniques', () => {
    expect(keyOf({ ...ADDRESS, context: { techniques: ['T1059.001'] } })).toBe(
      keyOf({ ...ADDRESS, context: { techniques: ['T1059'] } })
    )
    expect(groupOf(goldenIndicator({ ...ADDRESS, context: { techniques: ['T1059.001'] } })).tactics).toEqual([
      'execution'
    ])
  })

  it('has the tactics of a technique that is the value itself', () => {
    expect(keyOf({ kind: 'mitre-attack', value: 'T1059.001' })).toBe('mitre-attack high mitre-attack low execution')
    expect(keyOf({ kind: 'cve', value: 'CVE-2021-44228' })).toBe('cve high cve medium ')
  })

  it('is the same for all that share it, whatever else is said of them', () => {
    const first = keyOf({ ...ADDRESS, feeds: ['A'], firstSeen: '2026-01-01' })
    expect(keyOf({ ...ADDRESS, value: '192.0.2.2', context: { malwareFamilies: ['Emotet'] } })).toBe(first)
    const indicator = goldenIndicator(ADDRESS)
    expect(groupOf({ ...indicator, value: '192.0.2.3' })).toBe(groupOf(indicator))
  })

  it('has a recipe whose name no other recipe has', () => {
    const names = KINDS.map((kind) => RECIPES[kind].name)
    expect(new Set(names).size).toBe(KINDS.length - 1)
  })
})
