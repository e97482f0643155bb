import { existsSync } from 'node:fs'
import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadAll } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { folderWith, sigmill } from './program.ts'

const MIXED = [
  'CVE-2021-44228',
  'evil.example.com',
  '203.0.113.42',
  '2001:db8::dead:beef',
  'http://files.example.org/a',
  '192.0.2.1'
].join('\n')

interface Rule {
  readonly id: string
  readonly title: string
  readonly level: string
  readonly date: string
}

const titles = (yaml: string): readonly string[] => (loadAll(yaml) as Rule[]).map(({ title }) => title)

const kept = async (files: Readonly<Record<string, string>>): Promise<string> => {
  const cwd = await folderWith(files)
  await sigmill(['import', ...Object.keys(files)], { cwd })
  return cwd
}

describe('sigmill rules', () => {
  it('writes every rule to standard output, by kind and value, and nothing else anywhere', async () => {
    const cwd = await kept({ 'list.txt': MIXED })
    const { code, stdout, stderr } = await sigmill(['rules'], { cwd })
    expect(titles(stdout).map((title) => title.replace(/^.* IOC - /, ''))).toEqual([
      'Malicious IP 192.0.2.1',
      'Malicious IP 203.0.113.42',
      'Malicious IP 2001:DB8::DEAD:BEEF',
      'Malicious Domain evil.example.com',
      expect.stringContaining('files.example.org/a'),
      expect.stringContaining('CVE-2021-44228')
    ])
    expect(stderr).toBe('')
    expect(code).toBe(0)
  })

  it('narrows by type, confidence, time and number', async () => {
    const cwd = await kept({ 'list.txt': MIXED })
    const { stdout: none } = await sigmill(['rules', '--since', '2100-01-01'], { cwd })
    expect(none).toMatch(/^# .+\n$/)
    const flags = ['--type', 'ipv4,mitre_attack', '--confidence', 'medium,high', '--limit', '1']
    expect(titles((await sigmill(['rules', ...flags], { cwd })).stdout)).toEqual([expect.stringContaining('192.0.2.1')])
    expect((await sigmill(['rules', '--industry', 'dams'], { cwd })).stdout).toBe(none)
    expect(titles((await sigmill(['rules', '--limit', 'all'], { cwd })).stdout)).toHaveLength(6)
  })

  it('writes a file and says how many rules are in it and why others are not', async () => {
    const cwd = await kept({ 'list.txt': `${MIXED}\nhttp://wide.example.com/?\n` })
    const { code, stdout, stderr } = await sigmill(['rules', '-o', 'rules.yml'], { cwd })
    expect(stdout).toBe('')
    expect(stderr).toContain('rules written to rules.yml.\n')
    expect(titles(await readFile(join(cwd, 'rules.yml'), 'utf8')).length).toBeGreaterThanOrEqual(6)
    expect(code).toBe(0)
  })

  it('keeps a folder in step: same files untouched, gone rules deleted, the files of others left alone', async () => {
    const cwd = await kept({ 'list.txt': MIXED })
    const first = await sigmill(['rules', '-o', 'out/'], { cwd })
    expect(first.stderr).toContain('6 added, 0 changed, 0 unchanged, 0 removed')
    const names = (await readdir(join(cwd, 'out'))).filter((name) => name.endsWith('.yml'))
    expect(names).toHaveLength(6)
    for (const name of names) expect(name).toMatch(/^ioc_[0-9a-f]{8}(_[0-9a-f]{4}){3}_[0-9a-f]{12}\.yml$/)

    const [witness = ''] = names
    await utimes(join(cwd, 'out', witness), 1, 1)
    await writeFile(join(cwd, 'out', 'mine.yml'), 'title: mine\n')
    await sigmill(['remove', '203.0.113.42', '--why', 'ours'], { cwd })
    const second = await sigmill(['rules', '-o', 'out'], { cwd })
    expect(second.stderr).toContain('0 added, 0 changed, 5 unchanged, 1 removed')
    const left = await readdir(join(cwd, 'out'))
    expect(left.filter((name) => name.startsWith('ioc_'))).toHaveLength(5)
    expect(left).toContain('mine.yml')
    if (left.includes(witness)) expect((await stat(join(cwd, 'out', witness))).mtimeMs).toBe(1_000)
  })

  it('reads feed files straight, without a store, and dates rules by the day of the file', async () => {
    const cwd = await folderWith({ 'list.txt': MIXED })
    await utimes(join(cwd, 'list.txt'), new Date('2026-05-17T10:00:00Z'), new Date('2026-05-17T10:00:00Z'))
    const { code, stdout, stderr } = await sigmill(
      ['rules', 'list.txt', '--type', 'ipv4', '--feed-confidence', 'high'],
      {
        cwd
      }
    )
    expect(loadAll(stdout)).toMatchObject([
      { date: '2026-05-17', level: 'high' },
      { date: '2026-05-17', level: 'high' }
    ])
    expect(stderr).toBe('')
    expect(code).toBe(0)
    expect(existsSync(join(cwd, 'sigmill.db'))).toBe(false)
  })

  it('gives the same bytes from a feed file and from a store that took it in', async () => {
    const cwd = await folderWith({ 'list.txt': MIXED })
    const dated = ['--first-seen', '2026-05-17', '--feed', 'sensors']
    await sigmill(['import', 'list.txt', ...dated], { cwd })
    const stored = await sigmill(['rules'], { cwd })
    expect((await sigmill(['rules', '-', ...dated], { cwd, stdin: MIXED })).stdout).toBe(stored.stdout)
  })

  it('sums up rejects on standard error and keeps the rest', async () => {
    const cwd = await folderWith({ 'list.txt': `${MIXED}\n300.0.0.1\n` })
    const { code, stdout, stderr } = await sigmill(['rules', 'list.txt'], { cwd })
    expect(titles(stdout)).toHaveLength(6)
    expect(stderr).toContain('1 bad_address')
    expect(code).toBe(0)
  })

  it('writes nothing where no input could be read, and leaves what was there', async () => {
    const cwd = await folderWith({ 'rules.yml': 'of an earlier run\n', 'page.html': '<html></html>' })
    const { code, stderr } = await sigmill(['rules', 'page.html', 'gone.txt', '-o', 'rules.yml'], { cwd })
    expect(stderr).toContain('2 of 2 inputs')
    expect(code).toBe(1)
    expect(await readFile(join(cwd, 'rules.yml'), 'utf8')).toBe('of an earlier run\n')
  })

  it('deletes no rule from a folder while an input cannot be read', async () => {
    const cwd = await folderWith({ 'a.txt': '192.0.2.1\n', 'b.txt': '192.0.2.2\n' })
    await sigmill(['rules', 'a.txt', 'b.txt', '-o', 'out/'], { cwd })
    await writeFile(join(cwd, 'b.txt'), '<html></html>')
    const { code, stderr } = await sigmill(['rules', 'a.txt', 'b.txt', '-o', 'out/'], { cwd })
    expect(stderr).toContain('Rules of earlier runs were kept')
    expect(code).toBe(1)
    expect((await readdir(join(cwd, 'out'))).filter((name) => name.startsWith('ioc_'))).toHaveLength(2)
    await sigmill(['rules', 'a.txt', '-o', 'out/'], { cwd })
    expect((await readdir(join(cwd, 'out'))).filter((name) => name.startsWith('ioc_'))).toHaveLength(1)
  })

  it('makes no store where there is none, and says how to get one', async () => {
    const cwd = await folderWith({})
    const { code, stdout, stderr } = await sigmill(['rules'], { cwd })
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^sigmill: There is no store at .*import/)
    expect(code).toBe(3)
    expect(await readdir(cwd)).toEqual([])
  })
})
