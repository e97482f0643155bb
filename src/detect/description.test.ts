import { describe, expect, it } from 'vitest'
import { type GoldenIndicator, goldenIndicator } from '../../tests/golden/rules/golden-indicator.ts'
import type { Context } from '../indicator/context.ts'
import { descriptionFor } from './description.ts'
import { recipeFor } from './recipes.ts'

const describeIt = (golden: Partial<GoldenIndicator>, firstSeen?: string) => {
  const indicator = goldenIndicator({ kind: 'ipv4', value: '192.0.2.1', ...golden })
  return descriptionFor(indicator, recipeFor(indicator), firstSeen)
}
const begin = 'Detects a network connection to 192.0.2.1, reported by ThreatFox with high confidence.'

describe('a description', () => {
  it('says what is detected, who says so, how sure they are and since when', () => {
    expect(describeIt({ feeds: ['A', 'B'], confidence: 'low' }, '2026-05-17')).toBe(
      'Detects a network connection to 192.0.2.1, reported by A, B with low confidence, first seen 2026-05-17.'
    )
  })

  it('names five feeds and counts the others', () => {
    expect(describeIt({ feeds: ['A', 'B', 'C', 'D', 'E', 'F', 'G'] })).toContain(
      'reported by A, B, C, D, E and 2 more with'
    )
  })

  it.each<[Partial<Context>, string]>([
    [{ threatTypes: ['botnet_cc'] }, 'Threat type: botnet cc.'],
    [{ threatTypes: ['botnet_cc', 'c2_server'] }, 'Threat types: botnet cc, c2 server.'],
    [{ malwareFamilies: ['Cobalt Strike'] }, 'Malware family: Cobalt Strike.'],
    [{ malwareFamilies: ['A', 'B', 'C', 'D', 'E', 'F'] }, 'Malware families: A, B, C, D, E and 1 more.'],
    [{ actors: ['APT Example'] }, 'Actor or campaign: APT Example.'],
    [{ actors: ['A', 'B'] }, 'Actors or campaigns: A, B.'],
    [{ ports: [443] }, 'Port: 443.'],
    [{ ports: [80, 443] }, 'Ports: 80, 443.'],
    [{ industries: ['energy'] }, 'Industry: energy.'],
    [{ industries: ['energy', 'healthcare'] }, 'Industries: energy, healthcare.']
  ])('with %j ends: %s', (context, sentence) => {
    expect(describeIt({ context })).toBe(`${begin} ${sentence}`)
  })

  it('says nothing about links, tags, file names and licences', () => {
    const context = { links: ['https://example.com/'], tags: ['a'], fileNames: ['a.exe'], licences: ['CC0-1.0'] }
    expect(describeIt({ context })).toBe(begin)
  })

  it('is the same however often the indicator is seen', () => {
    expect(describeIt({ changed: '2026-07-01' })).toBe(begin)
  })

  it('shows a whole URL that the title cuts', () => {
    const value = `evil.example.com/${'a'.repeat(2000)}`
    expect(describeIt({ kind: 'url', value })).toContain(` ${value},`)
  })

  it('says of a CVE that it is no observable, behind what sources say', () => {
    expect(describeIt({ kind: 'cve', value: 'CVE-2021-44228' })).toBe(
      'Detects a security product signature that names CVE-2021-44228, reported by ThreatFox with high confidence. A CVE is no observable by itself.'
    )
  })

  it('stays within the limit of the schema and never splits a character', () => {
    const text = describeIt({ feeds: ['😀'.repeat(70_000)] })
    expect(Array.from(text)).toHaveLength(65_535)
    expect(text.endsWith('😀...')).toBe(true)
  })
})
