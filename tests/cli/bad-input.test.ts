import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { folderWith, hostNames, importJson, sigmill } from './program.ts'
import { zipOf } from './zip-of.ts'

const GOOD = '203.0.113.42\nevil.example.com\n'
const STIX_BEGINNING =
  '{"type":"bundle","id":"bundle--00000000-0000-4000-8000-000000000001","objects":[' +
  '{"type":"indicator","id":"indicator--00000000-0000-4000-8000-000000000002","spec_version":"2.1",' +
  '"created":"2026-05-17T00:00:00Z","modified":"2026-05-17T00:00:00Z","valid_from":"2026-05-17T00:00:00Z",' +
  '"pattern_type":"stix","pattern":"[ipv4-addr:value = \'198.51.100.7\']"},{"type":"indica'
const URLHAUS_HEAD = '# id,dateadded,url,url_status,last_online,threat,tags,urlhaus_link,reporter\n'

/** Someone for whom permissions hold, also where the tests run as root. */
const NOBODY = 65_534
const isRoot = process.getuid?.() === 0

interface BadInput {
  readonly what: string
  readonly name: string
  readonly content: string | Uint8Array
  readonly problem: string
  /** Words of the sentence. */
  readonly says: RegExp
  /** Indicators before the damage. */
  readonly accepted?: number
}

const INPUTS: readonly BadInput[] = [
  {
    what: 'text of no known format',
    name: 'letter.txt',
    content: 'Dear all,\nplease see the attachment.\n',
    problem: 'input_unknown',
    says: /--format/
  },
  {
    what: 'a web page',
    name: 'feed.csv',
    content: '<!DOCTYPE html><html><body>Log in</body></html>',
    problem: 'input_html',
    says: /web page/
  },
  {
    what: 'truncated JSON',
    name: 'bundle.json',
    content: STIX_BEGINNING,
    problem: 'input_truncated',
    says: /.{20}/,
    accepted: 1
  },
  {
    what: 'a program',
    name: 'tool.exe',
    content: Uint8Array.from({ length: 4096 }, (_, index) => (index * 89) % 256),
    problem: 'input_binary',
    says: /.{20}/
  },
  { what: 'a NUL', name: 'nul.txt', content: `192.0.2.1\n\0\0\n192.0.2.2\n`, problem: 'input_binary', says: /NUL/ },
  { what: 'nothing', name: 'empty.txt', content: '', problem: 'input_empty', says: /empty/ },
  { what: 'nothing, packed', name: 'empty.gz', content: gzipSync(''), problem: 'input_empty', says: /empty/ },
  {
    what: 'a cut gzip',
    name: 'cut.txt.gz',
    content: gzipSync(hostNames(20_000)).subarray(0, -999),
    problem: 'input_truncated',
    says: /gzip/,
    accepted: 1
  },
  {
    what: 'a damaged gzip',
    name: 'bad.txt.gz',
    content: Buffer.concat([gzipSync(GOOD).subarray(0, 10), Buffer.alloc(64, 0xff)]),
    problem: 'archive_broken',
    says: /damaged/
  },
  {
    what: 'a zip with several files',
    name: 'many.zip',
    content: zipOf({ 'a.txt': GOOD, 'b.txt': GOOD }),
    problem: 'archive_members',
    says: /.{20}/
  },
  { what: 'a zip without files', name: 'none.zip', content: zipOf({}), problem: 'archive_members', says: /.{20}/ }
]

describe('a bad input', () => {
  it.each(INPUTS)('of $what is named with its reason, and the others are read', async (input) => {
    const cwd = await folderWith({ [input.name]: input.content, 'good.txt': GOOD })
    const { ended, report } = await importJson([input.name, 'good.txt'], { cwd })
    const [bad, good] = report.files
    expect(bad?.problem?.code).toBe(input.problem)
    expect(bad?.problem?.message).toMatch(input.says)
    expect(bad?.accepted).toBeGreaterThanOrEqual(input.accepted ?? 0)
    expect(good).toMatchObject({ accepted: 2, problem: null })
    expect(ended.stderr).toBe(
      `sigmill: 1 of 2 inputs could not be read whole or held nothing to accept: ${input.name}.\n`
    )
    expect(ended.code).toBe(1)
  })

  it('with broken quotes costs the row that has them', async () => {
    const row = (id: number, url: string): string =>
      `"${id}","2026-05-17 10:00:00","${url}","online","","malware_download","","https://urlhaus.example/${id}","x"\n`
    const rows = row(1, 'http://a.example.com/1') + row(2, 'http://b.example.com/"2') + row(3, 'http://c.example.com/3')
    const cwd = await folderWith({ 'urls.csv': URLHAUS_HEAD + rows })
    const { ended, report } = await importJson(['urls.csv'], { cwd })
    expect(report.totals.accepted).toBeGreaterThanOrEqual(2)
    expect(report.totals.read).toBe(report.totals.accepted + report.totals.rejected)
    expect(ended.code).toBe(0)
  })

  it('of mixed encodings costs the lines that cannot be decoded', async () => {
    const broken = Buffer.concat([
      Buffer.from('192.0.2.1\nb'),
      Buffer.from([0xe4, 0xff]),
      Buffer.from('d.example.com\n')
    ])
    const cwd = await folderWith({ 'mixed.txt': Buffer.concat([broken, Buffer.from(GOOD)]) })
    const { ended, report } = await importJson(['mixed.txt'], { cwd })
    expect(report.totals).toMatchObject({ read: 4, accepted: 3, rejected: 1 })
    expect(ended.code).toBe(0)
  })

  it('with a line of 100 MB costs that line, in little memory', async () => {
    const cwd = await folderWith({ 'good.txt': GOOD })
    const path = join(cwd, 'long.txt')
    await writeFile(path, '192.0.2.1\n')
    await writeFile(path, Buffer.alloc(100 * 2 ** 20, 'a'), { flag: 'a' })
    await writeFile(path, '\n192.0.2.2\n', { flag: 'a' })
    const { ended, report } = await importJson(['long.txt', 'good.txt'], {
      cwd,
      env: { NODE_OPTIONS: '--max-old-space-size=96' }
    })
    expect(report.files[0]).toMatchObject({ read: 3, accepted: 2, reasons: { too_long_line: 1 }, problem: null })
    expect(report.files[1]?.accepted).toBe(2)
    expect(ended.code).toBe(0)
  })

  it('that is not there is named, and the others are read', async () => {
    const cwd = await folderWith({ 'good.txt': GOOD })
    const { ended, report } = await importJson(['god.txt', 'good.txt'], { cwd })
    expect(report.files[0]?.problem?.code).toBe('input_missing')
    expect(report.totals.accepted).toBe(2)
    expect(ended.code).toBe(1)
  })

  it('in a folder that may not be read is named, and the others are read', async () => {
    const cwd = await folderWith({ 'feeds/good.txt': GOOD, 'feeds/locked/a.txt': GOOD, 'feeds/shut.txt': GOOD })
    await chmod(cwd, 0o777)
    await chmod(join(cwd, 'feeds/locked'), 0o000)
    await chmod(join(cwd, 'feeds/shut.txt'), 0o000)
    const { ended, report } = await importJson(['feeds'], { cwd, ...(isRoot ? { uid: NOBODY } : {}) })
    expect(report.files.map(({ file, problem }) => [file, problem?.code])).toEqual([
      ['feeds/good.txt', undefined],
      ['feeds/locked', 'input_denied'],
      ['feeds/shut.txt', 'input_denied']
    ])
    expect(ended.code).toBe(1)
    await chmod(join(cwd, 'feeds/locked'), 0o700)
  })

  it('of folders that link to one another is read once', async () => {
    const cwd = await folderWith({ 'feeds/a.txt': GOOD })
    await mkdir(join(cwd, 'feeds/inner'))
    await symlink('..', join(cwd, 'feeds/inner/loop'))
    const { ended, report } = await importJson(['feeds'], { cwd })
    expect(report.files).toHaveLength(1)
    expect(ended.code).toBe(0)
  })

  it('of an empty folder is named', async () => {
    const cwd = await folderWith({})
    await mkdir(join(cwd, 'feeds'))
    const { ended, report } = await importJson(['feeds'], { cwd })
    expect(report.files[0]?.problem?.code).toBe('input_empty')
    expect(ended.code).toBe(1)
  })

  it('whose values are all rejected fails, and its rejects are explained', async () => {
    const cwd = await folderWith({ 'bad.txt': '300.0.0.1\n300.0.0.2\n' })
    const { code, stdout } = await sigmill(['import', 'bad.txt'], { cwd })
    expect(stdout).toMatch(/^ {2}2 bad_address: .+$/m)
    expect(code).toBe(1)
  })
})
