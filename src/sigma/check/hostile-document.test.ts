import { expect, it } from 'vitest'
import { readUuid } from './uuid.ts'
import { checkRules } from './rule-check.ts'
import type { Finding } from './finding.ts'

const MANY = 50_000

const HEAD = 'title: Rule\nid: 00000000-0000-4000-8000-000000000001\nlogsource:\n  product: windows\n'

const detecting = (selection: string, condition = 'selection'): string =>
  `${HEAD}detection:\n${selection}\n  condition: ${condition}\n`

const list = (item: string, count = MANY): string => `[${Array.from({ length: count }, () => item).join(', ')}]`

const counted = (findings: readonly Finding[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const { check } of findings) counts[check] = (counts[check] ?? 0) + 1
  return counts
}

it('counts fifty thousand findings in one line, and names the first thousand', () => {
  const findings = checkRules(detecting(`  selection:\n    A: ${list('"\\t"')}`))
  expect(counted(findings)).toEqual({ 'control-character': 1_000, 'too-many-findings': 1 })
  expect(findings[999]).toMatchObject({ line: 7, column: 9 + 999 * 6 })
  expect(findings.at(-1)).toMatchObject({
    line: 7,
    column: 9 + 1_000 * 6,
    severity: 'high',
    reason: expect.stringContaining(`${MANY - 1_000} more`) as string
  })
})

it('counts fifty thousand tabs in quotes, and finds the one outside of them', () => {
  const tabs = detecting(`  selection:\n    A: ${list('"x\ty"')}`)
  expect(counted(checkRules(tabs))).toEqual({ 'control-character': 1_000, 'too-many-findings': 1 })
  expect(checkRules(`${tabs}author:\tnobody\n`)).toMatchObject([{ check: 'yaml', line: 9, column: 8 }])
})

it('takes fifty thousand tabs in a comment', () => {
  expect(checkRules(`${detecting('  selection:\n    A: b')}#${'#\t'.repeat(MANY)}\n`)).toEqual([])
})

it('counts the rules of a correlation that are not there', () => {
  const findings = checkRules(
    `title: Correlation\nid: 00000000-0000-4000-8000-000000000001\ncorrelation:\n  type: event_count\n  rules: ${list('a')}\n  timespan: 5m\n  condition:\n    gte: 2\n`
  )
  expect(counted(findings)).toEqual({ 'rule-reference': 1_000, 'too-many-findings': 1 })
})

it('holds no patterns against searches where there are too many of both', () => {
  const searches = Array.from({ length: MANY / 4 }, (_, index) => `  s${index}: {A: b}`).join('\n')
  const patterns = Array.from({ length: MANY / 4 }, (_, index) => `1 of x${index}*`).join(' or ')
  expect(counted(checkRules(detecting(searches, patterns)))).toEqual({ 'dangling-condition': 1 })
})

it('reads many conditions over many searches', () => {
  const searches = Array.from({ length: MANY / 4 }, (_, index) => `  s${index}: {A: b}`).join('\n')
  const findings = checkRules(detecting(searches, list('s', MANY / 2)))
  expect(counted(findings)).toEqual({ condition: 1_000, 'too-many-findings': 1 })
})

it('refuses modifiers that make values ever longer', () => {
  const findings = checkRules(detecting(`  selection:\n    A${'|wide'.repeat(60)}: b`))
  expect(findings[0]).toMatchObject({ check: 'modifier-value', reason: expect.stringContaining('use fewer') as string })
})

it('refuses many modifiers on many values', () => {
  const findings = checkRules(detecting(`  selection:\n    ? A${'|all'.repeat(MANY)}\n    : ${list('b')}`))
  expect(counted(findings)).toEqual({ 'modifier-value': 1_000, 'too-many-findings': 1 })
})

it('refuses a long text with many aliases', () => {
  const findings = checkRules(`${HEAD}references: [&a ${'x'.repeat(MANY)}${', *a'.repeat(MANY)}]\n`)
  expect(findings).toMatchObject([{ check: 'yaml', reason: expect.stringContaining('1000000 characters') as string }])
})

it('refuses to share a large document with every small one behind it', () => {
  const shared = `action: global\nreferences: ${list('a')}\n`
  const findings = checkRules(`${shared}${'---\na: b\n'.repeat(30)}`)
  const refused = findings.filter(({ check }) => check === 'action')
  expect(refused).toHaveLength(11)
  expect(refused[0]).toMatchObject({ document: 21, reason: expect.stringContaining('too many values') as string })
})

it('reads an id that is full of braces', () => {
  expect(readUuid(`x${'}'.repeat(1_000_000)}x`)).toBeUndefined()
  expect(readUuid('}'.repeat(1_000_000))).toBeUndefined()
  expect(readUuid(`{{${'a'.repeat(32)}}}`)).toBe('a'.repeat(32))
})
