import { describe, expect, it } from 'vitest'
import type { Finding } from './finding.ts'
import { checkRules, createRuleCheck } from './rule-check.ts'

const ruleOf = (number: number, title = `Rule ${number}`): string =>
  `title: ${title}\nid: 00000000-0000-4000-8000-${String(number).padStart(12, '0')}\nlogsource:\n  product: windows\n` +
  'detection:\n  selection:\n    DestinationIp: 192.0.2.1\n  condition: selection\n'

const correlationOf = (reference: string): string =>
  `title: Correlation\nid: 00000000-0000-4000-8000-ffffffffffff\ncorrelation:\n  type: event_count\n  rules:\n    - ${reference}\n  timespan: 5m\n  condition:\n    gte: 2\n`

/** Checks files by name, as one run. */
const check = (files: Readonly<Record<string, string | Uint8Array>>, longest?: number): readonly Finding[] => {
  const run = createRuleCheck(longest)
  const found = Object.entries(files).flatMap(([name, content]) => {
    const file = run.file(name)
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    return [...file.push(bytes), ...file.end()]
  })
  return [...found, ...run.end()]
}

const briefly = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ file, document, line, column, check: name }) => `${file} ${document} ${line}:${column} ${name}`)

describe('a check of rules', () => {
  it('names document, line, column, field and reason', () => {
    expect(checkRules(`${ruleOf(1)}---\n${ruleOf(2)}level: severe\n`)).toEqual([
      {
        file: '-',
        document: 2,
        line: 18,
        column: 8,
        severity: 'error',
        check: 'level',
        field: 'level',
        reason: '"severe" is no level of a rule; write one of informational, low, medium, high, critical'
      }
    ])
  })

  it('finds one broken document among ten thousand, and reads the rest', () => {
    const documents = Array.from({ length: 10_000 }, (_, index) => (index === 5_000 ? 'title: "open\n' : ruleOf(index)))
    const found = checkRules(`${documents.join('---\n')}level: severe\n`)
    expect(briefly(found)).toEqual([
      expect.stringMatching(/^- 5001 \d+:\d+ yaml$/),
      expect.stringMatching(/^- 10000 \d+:8 level$/)
    ])
  })

  it('counts columns in characters', () => {
    expect(briefly(checkRules(ruleOf(1, '"\u{1f600}": x')))).toEqual(['- 1 1:11 yaml'])
  })

  it('cuts what is too long for a sentence', () => {
    const [finding] = checkRules(`${ruleOf(1)}level: ${'\u{1f600}'.repeat(500)}\n`)
    expect(finding?.reason.length).toBeLessThan(250)
    const [other] = checkRules(ruleOf(1).replace('DestinationIp', `${'x'.repeat(500)}|unknown`))
    expect(other?.field.length).toBeLessThan(120)
  })

  it('passes over a document that is too large', () => {
    const found = check(
      { 'rules_of_test.yml': `${ruleOf(1)}---\n${ruleOf(2)}${'# x\n'.repeat(200)}---\n${ruleOf(3)}level: x\n` },
      500
    )
    expect(briefly(found)).toEqual(['rules_of_test.yml 2 9:1 document-size', 'rules_of_test.yml 3 227:8 level'])
  })

  it('says where bytes are no UTF-8', () => {
    const bytes = new TextEncoder().encode(ruleOf(1))
    bytes[9] = 0xff
    expect(briefly(check({ 'rules_of_test.yml': bytes }))).toEqual(['rules_of_test.yml 1 1:10 yaml'])
  })
})

describe('a check of several files', () => {
  it('names the first document that has the same id, title or name', () => {
    const found = check({
      'first_file.yml': `${ruleOf(1)}---\nbroken: "\n---\n${ruleOf(2)}name: one\n`,
      'other_file.yml': `${ruleOf(2, 'Another')}---\n${ruleOf(3, 'Rule 1')}name: one\n`
    })
    expect(
      found
        .filter(({ severity }) => severity === 'high')
        .map(({ document, check: name, reason }) => `${document} ${name}: ${reason}`)
    ).toEqual([
      '1 duplicate-id: document 3 of "first_file.yml" has the same id; give each rule its own',
      '2 duplicate-title: document 1 of "first_file.yml" has the same title; give each rule its own',
      '2 duplicate-name: document 3 of "first_file.yml" has the same name; give each rule its own'
    ])
  })

  it('finds the rules of a correlation in any of them', () => {
    const rule = `${ruleOf(1)}name: known\n`
    expect(check({ 'correlation.yml': correlationOf('known'), 'rule_of_test.yml': rule })).toEqual([])
    expect(
      check({ 'correlation.yml': correlationOf('00000000-0000-4000-8000-000000000001'), 'rule_of_test.yml': rule })
    ).toEqual([])
    expect(briefly(check({ 'correlation.yml': correlationOf('unknown'), 'rule_of_test.yml': rule }))).toEqual([
      'correlation.yml 1 6:7 rule-reference'
    ])
  })

  it('looks at the names of files with one rule each', () => {
    const found = check({
      'a/same_name.yml': ruleOf(1),
      'b\\same_name.yml': ruleOf(2),
      'short.yml': ruleOf(3),
      [`${'long'.repeat(30)}.yml`]: ruleOf(4),
      'two.yml': `${ruleOf(5)}---\n${ruleOf(6)}`,
      '-': ruleOf(7)
    })
    expect(found.map(({ file, check: name }) => `${file.slice(0, 9)} ${name}`)).toEqual([
      'b\\same_na duplicate-file-name',
      'short.yml file-name-length',
      'longlongl file-name-length'
    ])
  })

  it('takes a file that is given twice for one file, and its rules for two', () => {
    const run = createRuleCheck()
    const found = [1, 2].flatMap(() => {
      const file = run.file('same_name.yml')
      return [...file.push(new TextEncoder().encode(ruleOf(1))), ...file.end()]
    })
    expect(found.map(({ check: name }) => name)).toEqual(['duplicate-id', 'duplicate-title'])
  })

  it('shares nothing of one file with another', () => {
    expect(check({ 'first_file.yml': 'action: global\nlevel: severe\n', 'other_file.yml': ruleOf(1) })).toEqual([])
  })

  it('counts documents as they come', () => {
    const file = createRuleCheck().file('-')
    expect(file.documents()).toBe(0)
    const found = [...file.push(new TextEncoder().encode(`${ruleOf(1)}---\n${ruleOf(2)}---\n`)), ...file.end()]
    expect(found.map(({ check: name }) => name)).toEqual(['empty-document'])
    expect(file.documents()).toBe(3)
  })
})
