import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ruleId } from '../../src/indicator/rule-id.ts'
import { folderWith, sigmill } from './program.ts'

const ADDRESS = '198.51.100.7'
const ID = ruleId('ipv4', ADDRESS)

/** A folder whose store holds an address that two feeds name. */
const imported = async (): Promise<string> => {
  const cwd = await folderWith({
    'alpha.csv': `indicator,confidence\n${ADDRESS},low\n`,
    'beta.csv': `indicator,confidence,threat_type\n${ADDRESS},high,botnet_cc\nevil.example,low,phishing\n`
  })
  expect((await sigmill(['import', 'alpha.csv', 'beta.csv'], { cwd })).code).toBe(0)
  return cwd
}

describe('sigmill why', () => {
  it('names the feeds of an indicator, and which of them make its confidence', async () => {
    const cwd = await imported()
    const { code, stdout, stderr } = await sigmill(['why', '198.51.100[.]7'], { cwd })
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain(`rule          SOC Defenders IOC - Malicious IP ${ADDRESS}\n`)
    expect(stdout).toMatch(/^confidence {4}high, by beta$/m)
    expect(stdout).toMatch(/^stands until {2}\d{4}-\d\d-\d\d, unless it is seen again$/m)
    expect(stdout.match(/^source .*$/gm)).toEqual(['source alpha', 'source beta'])
    expect(stdout).toMatch(/^ {2}informs {2}.*198\.51\.100\.0\/24/m)
  })

  it('takes the id of a rule, and prints the same as JSON', async () => {
    const cwd = await imported()
    const { stdout } = await sigmill(['why', ID.toUpperCase(), '--json'], { cwd })
    expect(JSON.parse(stdout)).toMatchObject({
      rule_id: ID,
      value: ADDRESS,
      rule: { level: 'high' },
      confidence: { level: 'high', feeds: ['beta'] },
      sources: [{ feed: 'alpha' }, { feed: 'beta' }]
    })
  })

  it('tells when and why a rule went', async () => {
    const cwd = await imported()
    await sigmill(['remove', ADDRESS, '--why', 'a customer of ours'], { cwd })
    const { code, stdout } = await sigmill(['why', ID], { cwd })
    expect(code).toBe(0)
    expect(stdout).toMatch(/^no rule {6}It was removed at .*: a customer of ours\.$/m)
  })

  it.each([
    ['192.0.2.9', 1, 'The store holds no ipv4 192.0.2.9.'],
    ['00000000-0000-5000-8000-000000000000', 1, 'The store holds no indicator whose rule is'],
    ['nonsense', 2, 'nonsense']
  ])('refuses %s with code %i', async (text, expected, message) => {
    const { code, stderr } = await sigmill(['why', text], { cwd: await imported() })
    expect([code, stderr]).toEqual([expected, expect.stringContaining(message)])
  })
})

describe('sigmill manifest', () => {
  const idsOf = (text: string): readonly unknown[] =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { rule_id: unknown }).rule_id)

  it('writes a line for each rule, which filters and a limit narrow', async () => {
    const cwd = await imported()
    const all = [ID, ruleId('domain', 'evil.example')]
    expect(new Set(idsOf((await sigmill(['manifest'], { cwd })).stdout))).toEqual(new Set(all))
    expect(idsOf((await sigmill(['manifest', '--type', 'ipv4'], { cwd })).stdout)).toEqual([ID])
    expect(idsOf((await sigmill(['manifest', '--limit', '1'], { cwd })).stdout)).toHaveLength(1)
  })

  it('writes a file', async () => {
    const cwd = await imported()
    const { code, stdout } = await sigmill(['manifest', '-o', 'manifest.ndjson', '--confidence', 'high'], { cwd })
    expect([code, stdout]).toEqual([0, ''])
    expect(JSON.parse(await readFile(join(cwd, 'manifest.ndjson'), 'utf8'))).toMatchObject({
      rule_id: ID,
      level: 'high',
      threat_types: ['botnet_cc'],
      feeds: [{ feed: 'alpha' }, { feed: 'beta' }],
      why: `/api/v1/iocs/sigma/${ID}/why`
    })
  })
})
