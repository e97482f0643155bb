import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { loadAll } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { folderWith, sigmill } from './program.ts'

const DOMAINS = Array.from({ length: 30 }, (_, index) => `d${index}.example`)
const ADDRESSES = Array.from({ length: 30 }, (_, index) => `203.0.113.${index}`)
const LIST = [...DOMAINS, ...ADDRESSES, 'http://wide.example.com/?*', ''].join('\n')

interface Rule {
  readonly id: string
  readonly title: string
}

const rulesIn = (yaml: string): readonly Rule[] => loadAll(yaml) as Rule[]

const kept = async (): Promise<string> => {
  const cwd = await folderWith({ 'list.txt': LIST })
  await sigmill(['import', 'list.txt'], { cwd })
  return cwd
}

const rulesOf = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.yml')).sort()

describe('sigmill rules --group', () => {
  it('writes one rule for many indicators, from the store and straight from files alike', async () => {
    const cwd = await kept()
    const { code, stdout, stderr } = await sigmill(['rules', '--group', 'auto'], { cwd })
    expect(rulesIn(stdout).map(({ title }) => title.replace(/^.* IOC - | \(.*$/g, ''))).toEqual([
      'Malicious IPs',
      'Malicious Domains'
    ])
    expect([code, stderr]).toEqual([0, ''])
    const straight = await sigmill(['rules', '--group', 'auto', 'list.txt'], { cwd })
    expect(rulesIn(straight.stdout).map(({ id }) => id)).toEqual(rulesIn(stdout).map(({ id }) => id))
  })

  it('writes a file and says how many rules stand for how many indicators', async () => {
    const cwd = await kept()
    const { stderr } = await sigmill(['rules', '--group', '100', '-o', 'rules.yml'], { cwd })
    expect(stderr).toBe('2 rules for 60 indicators written to rules.yml.\nWithheld: 1 that give no rule.\n')
    expect(rulesIn(await readFile(join(cwd, 'rules.yml'), 'utf8'))).toHaveLength(2)
    const limited = await sigmill(['rules', '--group', '7', '--limit', '3', '--type', 'domain'], { cwd })
    expect(rulesIn(limited.stdout)).toHaveLength(3)
  })

  it('fills a folder with one file for each group, and touches only what one more indicator changes', async () => {
    const cwd = await kept()
    const write = async (): Promise<string> => (await sigmill(['rules', '--group', '40', '-o', 'out/'], { cwd })).stderr
    expect(await write()).toContain('2 added, 0 changed')
    const folder = join(cwd, 'out')
    const names = await rulesOf(folder)
    for (const name of names) await utimes(join(folder, name), 0, 0)
    await sigmill(['import', '-', '--feed', 'list'], { cwd, stdin: 'one-more.example\n' })
    expect(await write()).toContain('0 added, 1 changed, 1 unchanged, 0 removed')
    expect(await rulesOf(folder)).toEqual(names)
    const touched = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).mtimeMs > 0))
    expect(touched.filter(Boolean)).toHaveLength(1)
  })

  it('gives with a time the rules of groups in which something changed since', async () => {
    const cwd = await kept()
    expect(
      rulesIn((await sigmill(['rules', '--group', 'auto', '--since', '2020-01-01'], { cwd })).stdout)
    ).toHaveLength(2)
    const none = await sigmill(['rules', '--group', 'auto', '--since', '2100-01-01'], { cwd })
    expect(none.stdout).toMatch(/^# .+\n$/)
  })

  it('takes no folder of single rules, and single rules none of grouped ones', async () => {
    const cwd = await kept()
    const [single, grouped] = [
      ['rules', '--type', 'domain', '-o', 'out/'],
      ['rules', '--group', '40', '-o', 'out/']
    ]
    for (const [first, second, held] of [
      [single, grouped, 'one rule for each indicator'],
      [grouped, single, 'grouped rules']
    ] as const) {
      await rm(join(cwd, 'out'), { recursive: true, force: true })
      expect((await sigmill(first, { cwd })).code).toBe(0)
      const names = await rulesOf(join(cwd, 'out'))
      const { code, stderr } = await sigmill(second, { cwd })
      expect([code, stderr]).toEqual([2, expect.stringContaining(`the folder holds ${held}`)])
      expect(await rulesOf(join(cwd, 'out'))).toEqual(names)
    }
  })

  it.each(['0', '007', '10001', 'some', ''])('refuses groups of "%s"', async (size) => {
    const cwd = await kept()
    const { code, stdout, stderr } = await sigmill(['rules', `--group=${size}`], { cwd })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('group')
  })
})

describe('sigmill manifest --group', () => {
  it('tells which indicators each grouped rule looks for', async () => {
    const cwd = await kept()
    const { stdout } = await sigmill(['manifest', '--group', 'auto', '--type', 'domain'], { cwd })
    const [line, ...others] = stdout.trimEnd().split('\n')
    const { rule_id: id, members } = JSON.parse(line ?? '') as {
      rule_id: string
      members: readonly { rule_id: string; value: string; why: string }[]
    }
    expect(others).toEqual([])
    expect(members.map(({ value }) => value).toSorted((a, b) => a.localeCompare(b))).toEqual(
      DOMAINS.toSorted((a, b) => a.localeCompare(b))
    )
    const [rule] = rulesIn((await sigmill(['rules', '--group', 'auto', '--type', 'domain'], { cwd })).stdout)
    expect(rule?.id).toBe(id)
    expect(members[0]?.why).toBe(`/api/v1/iocs/sigma/${members[0]?.rule_id}/why`)
  })
})
