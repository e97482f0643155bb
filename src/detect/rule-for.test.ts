import { describe, expect, it } from 'vitest'
import { type GoldenIndicator, goldenIndicator } from '../../tests/golden/rules/golden-indicator.ts'
import { SEED_STYLE } from '../../tests/golden/rules/seed-style.ts'
import type { Confidence } from '../indicator/confidence.ts'
import type { Kind } from '../indicator/kind.ts'
import { writeRule } from '../sigma/write-rule.ts'
import { ruleFor } from './rule-for.ts'
import { ruleText } from './rule-text.ts'

const VALUES: Readonly<Record<Kind, string>> = {
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  domain: 'evil.example.com',
  url: 'evil.example.com/a',
  md5: '0'.repeat(32),
  sha1: '0'.repeat(40),
  sha256: '0'.repeat(64),
  cve: 'CVE-2021-44228',
  'mitre-attack': 'T1059.001',
  email: 'bad@evil.example.com'
}
const rule = (kind: Kind, golden: Partial<GoldenIndicator> = {}, fields = false) =>
  ruleFor(goldenIndicator({ kind, value: VALUES[kind], ...golden }), { ...SEED_STYLE, fields })

describe('the level of a rule', () => {
  it.each<[Kind, Confidence, string]>([
    ['ipv4', 'high', 'high'],
    ['ipv4', 'medium', 'medium'],
    ['ipv4', 'low', 'low'],
    ['cve', 'high', 'medium'],
    ['cve', 'low', 'low'],
    ['mitre-attack', 'high', 'low'],
    ['mitre-attack', 'low', 'informational']
  ])('of %s at %s confidence is %s', (kind, confidence, level) => {
    expect(rule(kind, { confidence }).level).toBe(level)
  })

  it.each<[Kind, string]>([
    ['domain', 'critical'],
    ['cve', 'medium'],
    ['mitre-attack', 'low']
  ])('of %s that a source calls critical is %s', (kind, level) => {
    expect(rule(kind, { confidence: 'low', context: { critical: true } }).level).toBe(level)
  })
})

describe('the fields list', () => {
  it.each(Object.keys(VALUES) as Kind[])('is empty for %s unless the publisher wants it', (kind) => {
    expect(rule(kind).fields).toEqual([])
    expect(rule(kind, {}, true).fields.length).toBeGreaterThan(2)
  })
})

describe('the role of an address', () => {
  it.each(['ipv4', 'ipv6'] as const)('decides where %s is looked for', (kind) => {
    expect(rule(kind, { context: { role: 'source' } }).logsource).toEqual({ category: 'firewall' })
    expect(rule(kind, { context: { role: 'destination' } }).logsource.category).toBe('network_connection')
  })

  it('is of no meaning for other kinds', () => {
    expect(rule('domain', { context: { role: 'source' } })).toEqual(rule('domain'))
  })
})

it('a rule has the id of its indicator', () => {
  expect(rule('ipv4').id).toBe(goldenIndicator({ kind: 'ipv4', value: VALUES.ipv4 }).id)
})

it('a rule names its publisher as author, in the title and as first reference', () => {
  const publisher = { name: 'Example', url: 'https://example.com', slug: 'example' }
  const { author, title, references } = ruleFor(goldenIndicator({ kind: 'ipv4', value: '192.0.2.1' }), {
    publisher,
    fields: false
  })
  expect([author, title, references]).toEqual([
    'Example',
    'Example IOC - Malicious IP 192.0.2.1',
    ['https://example.com']
  ])
})

it('a rule that says more than there is room for is cut at the end of its description, as object and as text', () => {
  const feeds = [`Tom's ${'😀'.repeat(70_000)}`]
  const context = { threatTypes: ['botnet_cc'] }
  const each = goldenIndicator({ kind: 'ipv4', value: VALUES.ipv4, feeds, context, firstSeen: '2026-05-17' })
  const made = ruleFor(each, SEED_STYLE)
  expect(made.description).toMatch(/^Detects a network connection to 192\.0\.2\.1, reported by Tom's (?:😀)+\.\.\.$/u)
  expect(Array.from(made.description)).toHaveLength(65_535)
  expect(ruleText(each, SEED_STYLE)).toBe(writeRule(made))
})
