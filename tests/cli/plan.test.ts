import { describe, expect, it } from 'vitest'
import { folderWith, sigmill } from './program.ts'

const addresses = (count: number): string =>
  Array.from({ length: count }, (_, n) => `203.0.${n >> 8}.${n & 255},high`).join('\n')

/** A folder whose store holds so many addresses, a domain and a CVE. */
const imported = async (count: number): Promise<string> => {
  const cwd = await folderWith({
    'feed.csv': `indicator,confidence\n${addresses(count)}\nevil.example,low\nCVE-2021-44228,medium\n`
  })
  expect((await sigmill(['import', 'feed.csv'], { cwd })).code).toBe(0)
  return cwd
}

describe('sigmill plan', () => {
  it('tells what each shape comes to, which limits it meets, and what to run', async () => {
    const cwd = await imported(600)
    const { code, stdout, stderr } = await sigmill(['plan', '--target', 'sentinel'], { cwd })
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('602 indicators for Microsoft Sentinel: ipv4 600, domain 1, cve 1\n')
    expect(stdout).toMatch(
      /^shape +rules +per rule +rows +searches +runs\/hour +enabled rules +near real time +query chars$/m
    )
    expect(stdout).toMatch(/^single rules +602 +1 +- +602 +7,224 +602\/512 BREAKS +602\/50 slow +/m)
    expect(stdout).toMatch(/^bundle +- +- +601 +6 +6 +6\/512 /m)
    expect(stdout).toContain(
      'enabled rules: a workspace enables 512 analytics rules.\n  Service limits for Microsoft Sentinel, https://'
    )
    expect(stdout).toMatch(/^ {2}cve +1 +bundle +left out +/m)
    expect(stdout).toMatch(
      /\nRecommended:\n {2}sigmill rules --group \w+ -o indicator_rules\.yml\n {4}Grouped rules fit: /
    )
  })

  it('recommends commands that run', async () => {
    const cwd = await imported(5)
    const { stdout } = await sigmill(['plan', '--target', 'qradar', '--type', 'ipv4,cve', '--json'], { cwd })
    const { recommended } = JSON.parse(stdout) as { recommended: readonly { command: string }[] }
    expect(recommended.map(({ command }) => command)).toEqual([
      'sigmill bundle --target qradar --type ipv4 -o qradar-bundle',
      'sigmill rules --group auto --type cve -o hunting_rules.yml'
    ])
    for (const { command } of recommended) {
      const { code, stderr } = await sigmill(command.split(' ').slice(1), { cwd })
      expect([code, stderr]).toEqual([0, expect.any(String)])
    }
  })

  it('recommends commands over the store that was planned for', async () => {
    const cwd = await folderWith({ 'feed.csv': `indicator,confidence\n${addresses(5)}\n` })
    const store = ['--db', 'sqlite:other store.db']
    expect((await sigmill(['import', 'feed.csv', ...store], { cwd })).code).toBe(0)
    const { stdout } = await sigmill(['plan', '--target', 'splunk', ...store], { cwd })
    expect(stdout).toContain("\n  sigmill rules --db 'sqlite:other store.db' -o indicator_rules.yml\n")
  })

  it('marks what takes more than half of a limit that is shared, and names it', async () => {
    const cwd = await imported(300)
    const { stdout } = await sigmill(['plan', '--target', 'sentinel'], { cwd })
    expect(stdout).toMatch(/^single rules .* 302\/512 over half /m)
  })

  it('names how many were selected where none of them gives a rule', async () => {
    const cwd = await folderWith({ 'feed.csv': 'indicator,confidence\n10.0.0.1,high\n10.0.0.2,high\n' })
    expect((await sigmill(['import', 'feed.csv'], { cwd })).code).toBe(0)
    const { stdout } = await sigmill(['plan', '--target', 'splunk'], { cwd })
    expect(stdout).toBe('Nothing to plan: 2 selected, and none gives a rule; sigmill stats tells why.\n')
  })

  it('counts as many grouped rules as there are', async () => {
    const cwd = await imported(700)
    const { stdout } = await sigmill(['plan', '--target', 'splunk', '--json'], { cwd })
    const { shapes } = JSON.parse(stdout) as { shapes: readonly { group: number | string | null; rules: number }[] }
    for (const group of ['auto', 10, 500] as const) {
      const rules = await sigmill(['rules', '--group', String(group)], { cwd })
      expect(shapes.find((shape) => shape.group === group)?.rules).toBe(rules.stdout.match(/^title: /gm)?.length)
    }
  })

  it('says that nothing is selected', async () => {
    const cwd = await imported(1)
    const { code, stdout } = await sigmill(['plan', '--target', 'elastic', '--type', 'sha256'], { cwd })
    expect(code).toBe(0)
    expect(stdout).toBe('Nothing to plan: no indicator is selected. Widen the filters, or import a feed.\n')
  })

  it('wants a target, and one that there is', async () => {
    const cwd = await folderWith({})
    const unnamed = await sigmill(['plan'], { cwd })
    expect(unnamed.code).toBe(2)
    expect(unnamed.stderr).toContain(
      '--target: it is required; name the SIEM to plan for. Allowed: splunk, sentinel, elastic, qradar.'
    )
    const unknown = await sigmill(['plan', '--target', 'splnk'], { cwd })
    expect(unknown.code).toBe(2)
    expect(unknown.stderr).toContain('Did you mean "splunk"?')
  })
})
