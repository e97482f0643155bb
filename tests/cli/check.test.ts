import { once } from 'node:events'
import { chmod, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/sigma/check/finding.ts'
import { bash, ending, folderWith, like, PROGRAM, sigmill, startProgram } from './program.ts'

const ruleOf = (number: number, title = `Rule ${number}`): string =>
  `title: ${title}\nid: 00000000-0000-4000-8000-${String(number).padStart(12, '0')}\nlogsource:\n  product: windows\n` +
  'detection:\n  selection:\n    DestinationIp: 192.0.2.1\n  condition: selection\n'

const ISSUE = ruleOf(1).replace('192.0.2.1', "'5'")
const ERROR = `${ruleOf(1)}level: severe\n`

const findingsIn = (stdout: string): readonly Finding[] =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Finding)

describe('sigmill check', () => {
  it('writes a line per finding to standard output and a summary to standard error', async () => {
    const cwd = await folderWith({
      'some_rules.yml': `${ruleOf(1)}---\n${ERROR.replace('Rule 1', 'Rule 2').replace('01\n', '02\n')}`
    })
    expect(await sigmill(['check', 'some_rules.yml'], { cwd })).toEqual({
      code: 1,
      signal: null,
      stdout:
        'some_rules.yml:18:8: document 2: error: level: "severe" is no level of a rule; write one of informational, low, medium, high, critical [level]\n',
      stderr: '2 documents in 1 file: 1 error, 0 high, 0 medium, 0 low\n'
    })
  })

  it('writes NDJSON for programs', async () => {
    const cwd = await folderWith({ 'some_rules.yml': ISSUE })
    const { stdout } = await sigmill(['check', 'some_rules.yml', '--json'], { cwd })
    expect(findingsIn(stdout)).toEqual([
      {
        file: 'some_rules.yml',
        document: 1,
        line: 7,
        column: 20,
        severity: 'low',
        check: 'number-as-string',
        field: 'detection.selection.DestinationIp',
        reason: like(/quotes/)
      }
    ])
  })

  it.each([
    ['nothing', ruleOf(1), [], 0],
    ['an error', ERROR, [], 1],
    ['an error, when less is asked for', ERROR, ['--fail-on', 'high'], 1],
    ['an issue', ISSUE, [], 5],
    ['an issue as grave as asked for', ISSUE, ['--fail-on', 'low'], 5],
    ['an issue less grave than asked for', ISSUE, ['--fail-on', 'medium'], 0],
    ['broken YAML', 'title: "open\n', [], 1]
  ] as const)('ends by what it finds: %s', async (_what, rules, flags, code) => {
    const cwd = await folderWith({ 'some_rules.yml': rules })
    expect((await sigmill(['check', 'some_rules.yml', ...flags], { cwd })).code).toBe(code)
  })

  it('reads folders for .yml and .yaml, packed files by name, and standard input', async () => {
    const cwd = await folderWith({
      'rules/first_rule.yml': ISSUE,
      'rules/deeper/second_rule.yaml': ISSUE.replace('01\n', '02\n').replace('Rule 1', 'Rule 2'),
      'rules/notes.txt': 'title: "open\n',
      'packed.yml.gz': gzipSync(ISSUE.replace('01\n', '03\n').replace('Rule 1', 'Rule 3'))
    })
    const { stdout, stderr } = await sigmill(['check', 'rules', 'packed.yml.gz', '-', '--json'], {
      cwd,
      stdin: ISSUE.replace('01\n', '04\n').replace('Rule 1', 'Rule 4')
    })
    expect(findingsIn(stdout).map(({ file, check }) => `${file} ${check}`)).toEqual([
      'rules/deeper/second_rule.yaml number-as-string',
      'rules/first_rule.yml number-as-string',
      'packed.yml.gz number-as-string',
      '- number-as-string'
    ])
    expect(stderr).toBe('4 documents in 4 files: 0 error, 0 high, 0 medium, 4 low\n')
  })

  it('says what it cannot read, and reads the rest', async () => {
    const cwd = await folderWith({ 'some_rules.yml': ISSUE })
    const { code, stdout, stderr } = await sigmill(['check', 'missing.yml', 'some_rules.yml'], { cwd })
    expect(code).toBe(1)
    expect(stdout).toContain('number-as-string')
    expect(stderr).toContain('There is no file or folder "missing.yml"')
  })

  it.runIf(process.getuid?.() === 0)('says which folder it may not enter', async () => {
    const cwd = await folderWith({ 'rules/some_rules.yml': ruleOf(1) })
    await mkdir(join(cwd, 'rules/closed'))
    await chmod(join(cwd, 'rules/closed'), 0o000)
    await chmod(cwd, 0o755)
    const { code, stderr } = await sigmill(['check', 'rules'], { cwd, uid: 65_534 })
    expect(stderr).toContain('"rules/closed" may not be read')
    expect(code).toBe(1)
  })

  it('names one bad document among ten thousand and checks the rest', async () => {
    const documents = Array.from({ length: 10_000 }, (_, index) => (index === 6_999 ? 'title: [open\n' : ruleOf(index)))
    const cwd = await folderWith({ 'many_rules.yml': `${documents.join('---\n')}level: severe\n` })
    const { code, stdout, stderr } = await sigmill(['check', 'many_rules.yml', '--json'], { cwd })
    expect(findingsIn(stdout).map(({ document, check }) => [document, check])).toEqual([
      [7_000, 'yaml'],
      [10_000, 'level']
    ])
    expect(findingsIn(stdout)[0]?.line).toBeGreaterThanOrEqual(6_999 * 9 + 1)
    expect(stderr).toContain('10,000 documents')
    expect(code).toBe(1)
  })

  it('passes over a document without end, and reads the next', async () => {
    const cwd = await folderWith({
      'some_rules.yml': `${ruleOf(1)}---\n${'x'.repeat(3_000_000)}\n---\n${ERROR.replace('Rule 1', 'Rule 2').replace('01\n', '02\n')}`
    })
    const { stdout } = await sigmill(['check', 'some_rules.yml', '--json'], { cwd })
    expect(findingsIn(stdout).map(({ document, line, check }) => [document, line, check])).toEqual([
      [2, 9, 'document-size'],
      [3, 20, 'level']
    ])
  })

  it('lets no value of a rule drive the terminal', async () => {
    const hostile = '\u001b]0;owned\u0007\u202e\n'
    const cwd = await folderWith({
      'some_rules.yml': `${ruleOf(1)}level: ${JSON.stringify(hostile)}\n${JSON.stringify(`${hostile}reference`)}: x\n`,
      'other_rules.yml': ruleOf(2).replace('DestinationIp', JSON.stringify(`${hostile}|own${hostile}`))
    })
    for (const flags of [[], ['--json']]) {
      const { stdout } = await sigmill(['check', 'some_rules.yml', 'other_rules.yml', ...flags], { cwd })
      expect(stdout).toContain('error')
      expect(stdout.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/)
    }
  })

  it('finds nothing in what sigmill writes', async () => {
    const cwd = await folderWith({
      'list.txt': '203.0.113.42\nevil.example.com\nhttp://evil.example.net/a?b=c\nuser@evil.example.org\n'
    })
    const { code, stdout } = await bash('sigmill rules list.txt | sigmill check -', { cwd })
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
  })

  it('reads 60 MB within 80 MiB of heap', async () => {
    const cwd = await folderWith({})
    const child = startProgram(process.execPath, ['--max-old-space-size=80', PROGRAM, 'check', '-'], { cwd })
    const ended = ending(child)
    const filler = `description: ${'x'.repeat(50_000)}\n`
    for (let number = 0; number < 1_200; number += 1) {
      if (!child.stdin.write(`${ruleOf(number)}${filler}---\n`)) await once(child.stdin, 'drain')
    }
    child.stdin.end(ERROR.replace('Rule 1', 'The last').replace('000000000001', '999999999999'))
    const { code, stdout, stderr } = await ended
    expect(stdout).toMatch(/^-:\d+:8: document 1201: error: level: /)
    expect(stderr).toBe('1,201 documents in 1 file: 1 error, 0 high, 0 medium, 0 low\n')
    expect(code).toBe(1)
  })
})
