import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { REJECT_REASONS } from '../../src/indicator/rejection.ts'
import { folderWith, importJson, sigmill } from './program.ts'

const LIST = '203.0.113.42\nevil[.]example[.]com\nhxxps://files.example.org/a?b=1\n300.0.0.1\n'
const TABLE = 'Kind,Indicator,Note\nip,198.51.100.7,seen twice\ndomain,bad.example.net,\n'

const NONE = { read: 0, accepted: 0, new: 0, changed: 0, unchanged: 0, expired: 0, rejected: 0, taken_back: 0 }

describe('sigmill import', () => {
  it('says what became of every file, why values were rejected and how to see them', async () => {
    const cwd = await folderWith({ 'list.txt': LIST, 'more.txt': '192.0.2.1\n' })
    const { code, stdout, stderr } = await sigmill(['import', 'list.txt', 'more.txt'], { cwd })
    expect(stdout).toMatch(
      /^list\.txt \(list, feed list\): 4 read, 3 accepted \(3 new, 0 changed, 0 unchanged\), 1 rejected$/m
    )
    expect(stdout).toContain(`  1 bad_address: ${REJECT_REASONS.bad_address}\n`)
    expect(stdout).toContain('2 inputs: 5 read, 4 accepted (4 new, 0 changed, 0 unchanged), 1 rejected')
    expect(stdout).toContain('--rejects FILE')
    expect(stderr).toBe('')
    expect(code).toBe(0)
  })

  it('prints figures for programs, of every file and in all', async () => {
    const cwd = await folderWith({ 'list.txt': LIST })
    const { ended, report } = await importJson(['list.txt'], { cwd })
    const counts = { ...NONE, read: 4, accepted: 3, new: 3, rejected: 1 }
    expect(report.files).toEqual([
      { file: 'list.txt', ...counts, format: 'list', feed: 'list', reasons: { bad_address: 1 }, problem: null }
    ])
    expect(report.totals).toEqual(counts)
    expect(ended.code).toBe(0)
  })

  it('changes nothing when the same comes again', async () => {
    const cwd = await folderWith({ 'list.txt': LIST })
    await sigmill(['import', 'list.txt'], { cwd })
    const before = await sigmill(['stats', '--json'], { cwd })
    const { report } = await importJson(['list.txt'], { cwd })
    expect(report.totals).toEqual({ ...NONE, read: 4, accepted: 3, unchanged: 3, rejected: 1 })
    expect((await sigmill(['stats', '--json'], { cwd })).stdout).toBe(before.stdout)
  })

  it('withdraws what a list no longer holds when it is said to be one, and only then', async () => {
    const cwd = await folderWith({ 'old.txt': '198.51.100.1\n198.51.100.2\n', 'new.txt': '198.51.100.2\n' })
    await sigmill(['import', 'old.txt', '--feed', 'Ours'], { cwd })
    const kept = await importJson(['new.txt', '--feed', 'Ours'], { cwd })
    expect(kept.report).toMatchObject({ withdrawn: 0 })
    const { stdout } = await sigmill(['import', 'new.txt', '--feed', 'Ours', '--mode', 'list'], { cwd })
    expect(stdout).toContain('1 indicator of Ours was withdrawn')
    expect((await sigmill(['why', '198.51.100.1'], { cwd })).stdout).toContain('withdrawn')
  })

  it('withdraws nothing of a list that lost most of what it held', async () => {
    const lines = Array.from({ length: 10 }, (_, index) => `198.51.100.${index + 1}\n`)
    const cwd = await folderWith({ 'old.txt': lines.join(''), 'new.txt': lines.slice(0, 2).join('') })
    await sigmill(['import', 'old.txt', '--feed', 'Ours'], { cwd })
    const { stdout } = await sigmill(['import', 'new.txt', '--feed', 'Ours', '--mode', 'list'], { cwd })
    expect(stdout).toContain('Nothing of Ours was withdrawn: it lost more than feeds.max_loss_percent allows.')
  })

  it('leaves the files of its own store out of a folder', async () => {
    const cwd = await folderWith({ 'list.txt': LIST })
    expect((await sigmill(['keys', 'create'], { cwd })).code).toBe(0)
    const { ended, report } = await importJson(['.'], { cwd })
    expect(ended.code).toBe(0)
    expect(report.files.map(({ file }) => file)).toEqual(['list.txt'])
  })

  it('writes every reject as a line of JSON with file, position, value and reason', async () => {
    const cwd = await folderWith({ 'list.txt': LIST })
    await sigmill(['import', 'list.txt', '--rejects', 'rejects.ndjson'], { cwd })
    const lines = (await readFile(join(cwd, 'rejects.ndjson'), 'utf8')).trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        file: 'list.txt',
        position: 'line 4',
        value: '300.0.0.1',
        reason: 'bad_address',
        detail: null,
        message: REJECT_REASONS.bad_address
      }
    ])
  })

  it('writes a hundred thousand rejects without losing one', async () => {
    const count = 100_000
    const cwd = await folderWith({ 'list.txt': '300.0.0.1\n'.repeat(count) })
    const { code } = await sigmill(['import', 'list.txt', '--rejects', 'rejects.ndjson'], { cwd })
    const lines = (await readFile(join(cwd, 'rejects.ndjson'), 'utf8')).trimEnd().split('\n')
    expect(lines).toHaveLength(count)
    expect(lines.at(-1)).toContain(`"line ${count}"`)
    expect(code).toBe(1)
  })

  it('writes an empty file of rejects where none was rejected', async () => {
    const cwd = await folderWith({ 'list.txt': '203.0.113.42\n', 'rejects.ndjson': 'of an earlier run\n' })
    await sigmill(['import', 'list.txt', '--rejects', 'rejects.ndjson'], { cwd })
    expect(await readFile(join(cwd, 'rejects.ndjson'), 'utf8')).toBe('')
  })

  it('keeps what the flags say of a feed', async () => {
    const cwd = await folderWith({ 'list.txt': '203.0.113.42\n' })
    const said = ['--feed', 'Our sensors', '--confidence', 'high', '--role', 'source', '--tlp', 'amber-strict']
    const more = ['--industry', 'finance,energy', '--licence', 'CC0', '--first-seen', '2026-05-17']
    await sigmill(['import', 'list.txt', ...said, ...more], { cwd })
    const shown = JSON.parse((await sigmill(['show', '203.0.113.42', '--json'], { cwd })).stdout) as object
    expect(shown).toMatchObject({
      confidence: 'high',
      first_seen: '2026-05-17T00:00:00Z',
      sources: [
        {
          feed: 'Our sensors',
          role: 'source',
          tlp: 'amber-strict',
          industries: ['energy', 'financial-services'],
          licences: ['CC0']
        }
      ]
    })
  })

  it('reads a table by the columns that it is told', async () => {
    const cwd = await folderWith({ 'vendor.csv': TABLE.replace('Indicator', 'Found there').replace('Kind', 'Sort') })
    const { report } = await importJson(['vendor.csv', '--columns', 'value=Found there,type=Sort'], { cwd })
    expect(report.totals).toMatchObject({ accepted: 2, rejected: 0 })
  })

  it('names the nearest role of a column', async () => {
    const cwd = await folderWith({ 'vendor.csv': TABLE })
    const { code, stderr } = await sigmill(['import', 'vendor.csv', '--columns', 'valeu=Indicator'], { cwd })
    expect(stderr).toContain('value')
    expect(code).toBe(2)
  })

  it('says what a dry run would do and makes no store', async () => {
    const cwd = await folderWith({ 'list.txt': LIST })
    const { code, stdout } = await sigmill(['import', 'list.txt', '--dry-run'], { cwd })
    expect(stdout).toContain('3 new')
    expect(stdout).toContain('nothing was stored')
    expect(code).toBe(0)
    expect(existsSync(join(cwd, 'sigmill.db'))).toBe(false)
  })

  it('counts a dry run against the store that is there and leaves it alone', async () => {
    const cwd = await folderWith({ 'list.txt': LIST, 'more.txt': `${LIST}192.0.2.77\n` })
    await sigmill(['import', 'list.txt', '--feed', 'one'], { cwd })
    const before = await sigmill(['stats', '--json'], { cwd })
    const { report } = await importJson(['more.txt', '--feed', 'one', '--dry-run'], { cwd })
    expect(report.totals).toMatchObject({ new: 1, changed: 0, unchanged: 3 })
    expect((await sigmill(['stats', '--json'], { cwd })).stdout).toBe(before.stdout)
  })

  it('reads standard input, folders and packed files', async () => {
    const cwd = await folderWith({ 'feeds/a.txt': '203.0.113.1\n', 'feeds/b/c.txt.gz': gzipSync('203.0.113.2\n') })
    const { report } = await importJson(['feeds', '-'], { cwd, stdin: '203.0.113.3\n' })
    expect(report.files.map(({ file, accepted }) => [file, accepted])).toEqual([
      ['feeds/a.txt', 1],
      [join('feeds', 'b', 'c.txt.gz'), 1],
      ['-', 1]
    ])
  })

  it('shows no control character of a file or a value on a terminal', async () => {
    const name = 'a\u001b[31mb.txt'
    const cwd = await folderWith({ [name]: '<html><title>\u001b[2J</title></html>\n' })
    const { stdout, stderr } = await sigmill(['import', name], { cwd })
    expect(stdout + stderr).not.toContain('\u001b')
    expect(stdout).toContain(String.raw`a\u001b[31mb.txt`)
  })

  it('keeps the earlier list of rejects when the run fails', async () => {
    const cwd = await folderWith({ 'list.txt': LIST, 'rejects.ndjson': 'of an earlier run\n' })
    await writeFile(join(cwd, 'sigmill.db'), 'this is no database, but a text of some length\n'.repeat(100))
    const { code } = await sigmill(['import', 'list.txt', '--rejects', 'rejects.ndjson'], { cwd })
    expect(code).toBe(3)
    expect(await readFile(join(cwd, 'rejects.ndjson'), 'utf8')).toBe('of an earlier run\n')
  })
})
