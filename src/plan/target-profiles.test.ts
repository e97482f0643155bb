import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { goldenIndicator, type GoldenIndicator } from '../../tests/golden/rules/golden-indicator.ts'
import { SEED_STYLE } from '../../tests/golden/rules/seed-style.ts'
import { BUNDLE_TARGETS, bundleTarget } from '../bundle/bundle-targets.ts'
import type { Bundle } from '../bundle/bundle.ts'
import { wholeText } from '../bundle/whole-text.ts'
import { classed } from '../bundle/indicator-class.ts'
import { setOf } from '../bundle/targets/qradar/set-of.ts'
import { groupOf } from '../detect/group/rule-group.ts'
import { ruleFor } from '../detect/rule-for.ts'
import { KINDS } from '../indicator/kind.ts'
import { qradar } from './targets/qradar.ts'
import { TARGET_PROFILES } from './target-profiles.ts'

const EMPTY: Bundle = {
  position: 1_780_000_000_000_000,
  since: undefined,
  load: 'e5bd2a1f-7f0c-5a36-9f0e-3c9dd7a6b001',
  publisher: SEED_STYLE.publisher,
  whyUrl: undefined,
  async *entries() {},
  async *live() {},
  async *removals() {}
}

/** What of a bundle's files is a search or a rule. */
const SEARCHES: Readonly<Record<string, (path: string, text: string) => number>> = {
  splunk: (path, text) => (path.endsWith('savedsearches.conf') ? (text.match(/^\[Sigmill - /gm) ?? []).length : 0),
  sentinel: (path, text) => (path === 'analytics-rules.json' ? text.split('"kind": "Scheduled"').length - 1 : 0),
  elastic: (path, text) => (path === 'detection-rules.ndjson' ? text.trimEnd().split('\n').length : 0),
  qradar: (path) => (path.endsWith('.aql') ? 1 : 0)
}

const cellsOf = (line: string): readonly string[] => line.split('|').map((cell) => cell.trim())

const matrix = readFileSync(resolve(import.meta.dirname, '../../docs/targets.md'), 'utf8').split('\n')
const columns = cellsOf(matrix.find((line) => line.startsWith('| SIEM ')) ?? '')

/** The row of the matrix for a way of converting. */
const rowOf = (convert: string): readonly string[] => {
  const [, backend = '', , pipeline = ''] = convert.split(' ')
  const row = matrix
    .map(cellsOf)
    .find((cells) => cells[2] === `\`-t ${backend}\`` && cells[3]?.startsWith(`[\`${pipeline}`))
  if (row === undefined) throw new Error(`no row for ${convert}`)
  return row
}

describe('the profiles of the planner', () => {
  it('are those of the targets of bundles, in their order', () => {
    expect(TARGET_PROFILES.map(({ name }) => name)).toEqual(BUNDLE_TARGETS.map(({ name }) => name))
  })

  it.each(TARGET_PROFILES)('say of the rules for $name what the matrix of targets says', ({ rules }) => {
    const row = rowOf(rules.convert)
    for (const kind of KINDS) {
      expect(`${kind} ${row[columns.indexOf(kind)]}`).toContain(`${kind} ${rules.coverage[kind]?.verdict ?? 'yes'}`)
    }
  })

  it.each(TARGET_PROFILES)('count the searches that the bundle for $name brings', async ({ name, bundle }) => {
    let searches = 0
    const files = bundleTarget(name)?.files(EMPTY)
    for await (const { path, text } of files ?? []) searches += SEARCHES[name]?.(path, await wholeText(text)) ?? 0
    expect(searches).toBe(bundle.searches)
  })

  it.each(TARGET_PROFILES)('give every type of $name a row at least', ({ bundle }) => {
    const ipv6 = goldenIndicator({ kind: 'ipv6', value: '2001:db8::1' })
    const ipv4 = goldenIndicator({ kind: 'ipv4', value: '192.0.2.1' })
    expect(bundle.rowsOf(ipv4)).toBe(1)
    expect([1, 2]).toContain(bundle.rowsOf(ipv6))
  })

  it('name the page and the day of every limit', () => {
    for (const { address, source, noted, number } of TARGET_PROFILES.flatMap(({ limits }) => limits)) {
      expect(address).toMatch(/^https:\/\//)
      expect(source).not.toBe('')
      expect(noted).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect(Number.isInteger(number)).toBe(true)
    }
  })

  it.each(TARGET_PROFILES)('have no limit that a bundle for $name could break for good', ({ limits, bundle }) => {
    for (const { measure, effect, number, isShared } of limits) {
      if (measure === 'enabled_rules') expect(bundle.searches).toBeLessThanOrEqual(number / (isShared ? 2 : 1))
      if (measure === 'table_rows' || measure === 'table_bytes') expect(effect).toBe('slows')
    }
  })

  it('call the limits of a target by different names', () => {
    for (const { limits } of TARGET_PROFILES) {
      expect(new Set(limits.map(({ name }) => name)).size).toBe(limits.length)
    }
  })

  it.each(TARGET_PROFILES.filter(({ isMadeByHand }) => isMadeByHand))(
    'count the rules of $name that are made by hand',
    async ({ name, bundle }) => {
      const files = bundleTarget(name)?.files(EMPTY)
      for await (const { path, text } of files ?? []) {
        const written = await wholeText(text)
        if (path === 'rules.md') expect(written.match(/^## /gm)).toHaveLength(bundle.searches)
      }
      expect.hasAssertions()
    }
  )

  it('give a group of QRadar the reference set that the bundle puts it into', async () => {
    const golden: readonly GoldenIndicator[] = [
      { kind: 'ipv4', value: '192.0.2.1' },
      { kind: 'ipv4', value: '192.0.2.2', confidence: 'low' },
      { kind: 'ipv4', value: '192.0.2.3', context: { critical: true } },
      { kind: 'ipv4', value: '192.0.2.4', context: { role: 'source' } },
      { kind: 'ipv6', value: '2001:db8::1', context: { role: 'source' }, confidence: 'medium' },
      { kind: 'ipv4', value: '192.0.2.5', context: { threatTypes: ['tor'] } },
      { kind: 'domain', value: 'evil.example.com' }
    ]
    const pairs = golden.map(goldenIndicator).map((indicator) => {
      const rule = ruleFor(indicator, SEED_STYLE)
      const entry = classed({ indicator, rule, validFrom: 0, validUntil: 0 })
      if (entry === undefined) throw new Error(`${indicator.value} has no class`)
      return [qradar.bundle.tableOf(groupOf(indicator)), setOf(entry)] as const
    })
    for (const [table, set] of pairs) {
      for (const [otherTable, otherSet] of pairs) expect(table === otherTable).toBe(set === otherSet)
    }
  })
})
