import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { env } from 'node:process'
import { describe, expect, it } from 'vitest'
import { type GoldenIndicator, goldenIndicator } from '../../tests/golden/rules/golden-indicator.ts'
import { SEED_STYLE } from '../../tests/golden/rules/seed-style.ts'
import { DOCUMENT_SEPARATOR } from '../sigma/write-rule.ts'
import { ruleText } from './rule-text.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const MODELS = resolve(ROOT, env['SIGMILL_TEST_DATA'] ?? '../shared/data', '../research/model-rules.yml')

const seen: Partial<GoldenIndicator> = { firstSeen: '2026-05-17' }
const unsourced: Partial<GoldenIndicator> = { feeds: [] }
const indicators: readonly GoldenIndicator[] = [
  { kind: 'ipv4', value: '203.0.113.42', ...seen },
  { kind: 'ipv6', value: '2001:db8::dead:beef', ...seen },
  { kind: 'ipv4', value: '198.51.100.7', ...seen, context: { role: 'source' } },
  { kind: 'domain', value: 'evil.example.com', ...seen },
  { kind: 'url', value: 'evil.example.com/a/b', ...seen },
  { kind: 'url', value: 'evil.example.com:8080/x.php?id=1&x=2', ...seen },
  { kind: 'url', value: 'evil.example.com/', ...seen },
  { kind: 'md5', value: '44d88612fea8a8f36de82e1278abb02f', ...seen },
  { kind: 'sha1', value: '3395856ce81f2b7382dee72602f798b642f14140', ...seen },
  { kind: 'sha256', value: '275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f', ...seen },
  { kind: 'email', value: 'bad@evil.example.com', ...seen },
  { kind: 'cve', value: 'CVE-2021-44228', ...unsourced },
  { kind: 'mitre-attack', value: 'T1059.001', ...unsourced }
]

const isThere = existsSync(MODELS)
if (!isThere) console.warn(`${MODELS} is missing: its rules are not compared with ours.`)

describe('the decided rules', () => {
  it.skipIf(!isThere)('are written byte for byte', () => {
    const texts = indicators.map((indicator) => ruleText(goldenIndicator(indicator), SEED_STYLE))
    expect(texts.join(DOCUMENT_SEPARATOR)).toBe(readFileSync(MODELS, 'utf8'))
  })
})
