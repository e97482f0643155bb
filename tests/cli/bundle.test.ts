import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, hostNames, sigmill } from './program.ts'

const LIST = [
  'CVE-2021-44228',
  'evil.example.com',
  '203.0.113.42',
  '2001:db8::dead:beef',
  `http://files.example.org/a'"$%\\=*?q`,
  '192.0.2.1'
].join('\n')

const TARGETS = ['splunk', 'sentinel', 'elastic', 'qradar']

const filled = async (list = LIST): Promise<string> => {
  const cwd = await folderWith({ 'list.txt': list })
  await sigmill(['import', 'list.txt'], { cwd })
  return cwd
}

interface Manifest {
  readonly position: string
  readonly since: string | null
  readonly rows: Readonly<Record<string, number>>
  readonly removals: Readonly<Record<string, number>>
  readonly left_out: readonly { readonly type: string; readonly count: number }[]
  readonly withheld: number
  readonly files: readonly { readonly path: string }[]
}

const manifestIn = async (folder: string): Promise<Manifest> =>
  JSON.parse(await readFile(join(folder, 'bundle.json'), 'utf8')) as Manifest

const filesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)

describe('sigmill bundle', () => {
  it.each(TARGETS)('writes a bundle for %s that its check finds good', async (target) => {
    const cwd = await filled()
    const { code, stdout, stderr } = await sigmill(['bundle', '--target', target, '-o', 'out', '--check'], { cwd })
    expect([code, stdout]).toEqual([0, ''])
    expect(stderr).toMatch(/^5 rows written to out \(2 ipv4, 1 ipv6, 1 domain, 1 url\), in \d+ files\.$/m)
    expect(stderr).toMatch(/^Left out: 1 cve: [a-z]/im)
    expect(stderr).toMatch(/^Position: \d{4}-\d\d-\d\dT[\d:.]+Z$/m)
    expect(stderr).toContain('The bundle in out is good.\n')
    const manifest = await manifestIn(join(cwd, 'out'))
    expect(manifest).toMatchObject({
      target,
      since: null,
      rows: { ipv4: 2, ipv6: 1, domain: 1, url: 1 },
      removals: {},
      left_out: [{ type: 'cve', count: 1 }],
      withheld: 0
    })
    expect(manifest.files.at(-1)?.path).toBe('README.md')
  })

  it.each(TARGETS)('writes the same bytes for %s again', async (target) => {
    const cwd = await filled()
    await sigmill(['bundle', '--target', target, '-o', 'one'], { cwd })
    await sigmill(['bundle', '--target', target, '-o', 'two'], { cwd })
    expect(await manifestIn(join(cwd, 'one'))).toEqual(await manifestIn(join(cwd, 'two')))
  })

  it.each(['splunk', 'elastic'])(
    'lets a whole bundle for %s take away what one with other filters loaded',
    async (target) => {
      const cwd = await filled()
      await sigmill(['bundle', '--target', target, '-o', 'all'], { cwd })
      await sigmill(['bundle', '--target', target, '--type', 'domain', '-o', 'domains'], { cwd })
      expect((await manifestIn(join(cwd, 'all'))).position).toBe((await manifestIn(join(cwd, 'domains'))).position)
      const loadOf = async (folder: string): Promise<string | undefined> =>
        /^load=(\S{36})$/m.exec(await readFile(join(cwd, folder, 'load.sh'), 'utf8'))?.[1]
      const loads = [await loadOf('all'), await loadOf('domains')]
      expect(loads).not.toContain(undefined)
      expect(new Set(loads).size).toBe(2)
    }
  )

  it('writes in a delta what came and what went since the bundle in a folder, and goes on from there', async () => {
    const cwd = await filled()
    await sigmill(['bundle', '--target', 'splunk', '-o', 'whole'], { cwd })
    await writeFile(join(cwd, 'more.txt'), 'new.example.org\n')
    await sigmill(['import', 'more.txt'], { cwd })
    await sigmill(['remove', '192.0.2.1', '--why', 'ours'], { cwd })
    const { code, stderr } = await sigmill(
      ['bundle', '--target', 'splunk', '--since', 'whole', '-o', 'delta', '--check'],
      { cwd }
    )
    expect(code).toBe(0)
    expect(stderr).toContain('1 row and 1 removal written to delta (1 domain), in ')
    const whole = await manifestIn(join(cwd, 'whole'))
    const delta = await manifestIn(join(cwd, 'delta'))
    expect(delta).toMatchObject({ since: whole.position, rows: { domain: 1 }, removals: { ipv4: 1 } })

    const again = await sigmill(['bundle', '--target', 'splunk', '--since', 'delta', '-o', 'delta'], { cwd })
    expect(again.code).toBe(0)
    expect(again.stderr).toContain(
      `Nothing changed since ${delta.position}, so there is no delta; nothing was written.`
    )
    expect(await manifestIn(join(cwd, 'delta'))).toEqual(delta)

    const byInstant = ['--since', whole.position, '-o', 'other']
    expect((await sigmill(['bundle', '--target', 'splunk', ...byInstant], { cwd })).code).toBe(0)
    expect(await manifestIn(join(cwd, 'other'))).toEqual(delta)
  })

  it('refuses a delta that would leave rows behind', async () => {
    const cwd = await filled()
    await sigmill(['bundle', '--target', 'splunk', '-o', 'whole'], { cwd })
    const since = async (from: string, target = 'splunk', ...flags: readonly string[]): Promise<string> => {
      const args = ['bundle', '--target', target, '--since', from, '-o', 'delta', ...flags]
      const { code, stderr } = await sigmill(args, { cwd })
      expect(code).toBe(2)
      return stderr
    }
    expect(await since('whole', 'splunk', '--type', 'ipv4')).toContain('it was built with other filters')
    expect(await since('whole', 'qradar')).toContain('it holds a bundle for splunk, not for qradar')
    expect(await since('nowhere')).toContain('it is neither an instant nor a folder with a bundle.json')
    expect(await since('2100-01-01')).toContain('Build a whole bundle, without since')
    await writeFile(join(cwd, 'bundle.json'), '{}')
    expect(await since('.')).toContain('its bundle.json tells no position')
    expect(existsSync(join(cwd, 'delta'))).toBe(false)
  })

  it('refuses a delta of a store that was restored since, and goes on from an instant that was given by hand', async () => {
    const cwd = await filled()
    await copyFile(join(cwd, 'sigmill.db'), join(cwd, 'backup.db'))
    await writeFile(join(cwd, 'more.txt'), 'new.example.org\n')
    await sigmill(['import', 'more.txt'], { cwd })
    await sigmill(['bundle', '--target', 'splunk', '-o', 'whole'], { cwd })
    await copyFile(join(cwd, 'backup.db'), join(cwd, 'sigmill.db'))
    await writeFile(join(cwd, 'other.txt'), 'other.example.org\n')
    await sigmill(['import', 'other.txt'], { cwd })
    const since = async (start: string) =>
      sigmill(['bundle', '--target', 'splunk', '--since', start, '-o', 'delta'], { cwd })
    const { code, stderr } = await since('whole')
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('so it was restored from a backup or is another one. Build a whole bundle')
    ])
    expect(existsSync(join(cwd, 'delta'))).toBe(false)
    const { position } = await manifestIn(join(cwd, 'whole'))
    expect((await since(position)).code).toBe(0)
  })

  it('refuses a delta whose rows would be written otherwise than those of the bundle that it goes on from', async () => {
    const cwd = await filled()
    await sigmill(['bundle', '--target', 'splunk', '-o', 'whole'], { cwd })
    const args = ['bundle', '--target', 'splunk', '--since', 'whole', '-o', 'delta']
    const { code, stderr } = await sigmill([...args, '--public-url', 'https://ti.example.org'], { cwd })
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('the publisher or public_url changed. Build a whole bundle')
    ])
    expect((await sigmill(args, { cwd })).code).toBe(0)
  })

  it('says that nothing matches, and leaves an older bundle as it was', async () => {
    const cwd = await filled()
    await sigmill(['bundle', '--target', 'splunk', '-o', 'out'], { cwd })
    const before = await readFile(join(cwd, 'out', 'bundle.json'), 'utf8')
    for (const out of ['out', 'new']) {
      const args = ['bundle', '--target', 'splunk', '--industry', 'dams', '-o', out]
      const { code, stderr } = await sigmill(args, { cwd })
      expect([code, stderr]).toEqual([0, expect.stringContaining('No indicator matches, so there is no bundle')])
    }
    expect(await readFile(join(cwd, 'out', 'bundle.json'), 'utf8')).toBe(before)
    expect(existsSync(join(cwd, 'new'))).toBe(false)
  })

  it('refuses a type that was asked for and that the SIEM cannot look up', async () => {
    const cwd = await filled()
    for (const target of TARGETS) {
      const { code, stderr } = await sigmill(['bundle', '--target', target, '--type', 'ipv4,cve', '-o', 'out'], { cwd })
      expect(code).toBe(2)
      expect(stderr).toMatch(/^sigmill: --type "cve": a bundle for [A-Z]\w+.* cannot carry it: .{20}/)
    }
    expect(existsSync(join(cwd, 'out'))).toBe(false)
  })

  it('counts what the guard stops and what is too broad, and never writes it', async () => {
    const cwd = await filled(`evil.example.com\nhttp://wide.example.com/?*\n`)
    const { stderr } = await sigmill(['bundle', '--target', 'elastic', '-o', 'out'], { cwd })
    expect(stderr).toContain('1 row written to out (1 domain)')
    expect(stderr).toContain('Withheld: 1 that the guard stops or that are too broad.')
    const out = join(cwd, 'out')
    for (const { path } of (await manifestIn(out)).files) {
      expect(await readFile(join(out, path), 'utf8')).not.toContain('wide.example.com')
    }
  })

  it('asks for what it needs, with the nearest right word', async () => {
    const cwd = await folderWith({})
    const complaint = async (...args: readonly string[]): Promise<string> => {
      const { code, stderr } = await sigmill(['bundle', ...args], { cwd })
      expect(code).toBe(2)
      return stderr
    }
    expect(await complaint()).toBe('sigmill: --target: it is required.\n')
    const nameIt = 'sigmill: DIR: name the folder: bundle --check DIR.\n'
    expect(await complaint('--check')).toBe(nameIt)
    expect(await complaint('--check', '-o', 'out')).toBe(nameIt)
    expect(await complaint('out')).toContain('only to be checked')
    expect(await complaint('out', '--check', '-o', 'out')).toContain('only to be checked')
    expect(await complaint('--target', 'splunk')).toBe('sigmill: --out: it is required.\n')
    expect(await complaint('out', '--target', 'splunk')).toContain('a bundle is written to --out DIR')
    expect(await complaint('--target', 'splunc', '-o', 'out')).toContain('Did you mean "splunk"?')
  })

  it('links rows to the reasons of their rules where the address of the server is set', async () => {
    const cwd = await filled()
    const url = ['--public-url', 'https://ti.example.org/sigmill/']
    await sigmill(['bundle', '--target', 'splunk', '--type', 'domain', ...url, '-o', 'out'], { cwd })
    expect(await readFile(join(cwd, 'out/rows/domain/0001.json'), 'utf8')).toMatch(
      /"why":"https:\/\/ti\.example\.org\/sigmill\/api\/v1\/iocs\/sigma\/[0-9a-f-]{36}\/why"/
    )
  })
})

describe('the folder of a bundle', () => {
  it('keeps what is not the bundle’s, and loses what the bundle no longer has', async () => {
    const cwd = await filled()
    await sigmill(['bundle', '--target', 'splunk', '-o', 'out'], { cwd })
    await writeFile(join(cwd, 'out', 'notes.txt'), 'mine')
    await mkdir(join(cwd, 'out', 'sigmill', 'local'))
    await writeFile(join(cwd, 'out', 'sigmill', 'local', 'macros.conf'), '[mine]\n')
    const narrower = ['bundle', '--target', 'splunk', '--type', 'domain', '-o', 'out']
    expect((await sigmill(narrower, { cwd })).code).toBe(0)
    expect(await readFile(join(cwd, 'out', 'notes.txt'), 'utf8')).toBe('mine')
    expect(await readFile(join(cwd, 'out', 'sigmill', 'local', 'macros.conf'), 'utf8')).toBe('[mine]\n')
    expect(existsSync(join(cwd, 'out', 'rows', 'ip'))).toBe(false)
    expect(await filesIn(join(cwd, 'out', 'rows'))).toEqual(['0001.json'])
  })

  it('is refused where it holds something else, before anything is written', async () => {
    const cwd = await filled()
    const refusal = async (out: string): Promise<string> => {
      const { code, stderr } = await sigmill(['bundle', '--target', 'splunk', '-o', out], { cwd })
      expect(code).toBe(2)
      expect(existsSync(join(cwd, out, '.sigmill-stage'))).toBe(false)
      return stderr
    }
    expect(await refusal('.')).toContain('holds files and no bundle.json')
    expect((await readdir(cwd)).filter((name) => !name.startsWith('.'))).toEqual([
      'list.txt',
      'sigmill.db',
      'sigmill.db-writing'
    ])

    await mkdir(join(cwd, 'other'))
    await writeFile(join(cwd, 'other', 'bundle.json'), '{"name":"of a web page"}')
    expect(await refusal('other')).toContain('holds a bundle.json that is none of a bundle')

    await sigmill(['bundle', '--target', 'qradar', '-o', 'qradar'], { cwd })
    expect(await refusal('qradar')).toContain('holds a bundle for "qradar"')

    await sigmill(['bundle', '--target', 'splunk', '--type', 'domain', '-o', 'out'], { cwd })
    await mkdir(join(cwd, 'out', 'rows', 'ip'))
    await writeFile(join(cwd, 'out', 'rows', 'ip', '0001.json'), 'mine')
    expect(await refusal('out')).toContain('holds a file "rows/ip/0001.json" that no bundle wrote')
    expect(await readFile(join(cwd, 'out', 'rows', 'ip', '0001.json'), 'utf8')).toBe('mine')
  })

  it('is never left by a link in it', async () => {
    const cwd = await filled()
    await sigmill(['bundle', '--target', 'splunk', '-o', 'out'], { cwd })
    await rm(join(cwd, 'out', 'rows'), { recursive: true })
    await mkdir(join(cwd, 'elsewhere'))
    await symlink(join(cwd, 'elsewhere'), join(cwd, 'out', 'rows'))
    const { code, stderr } = await sigmill(['bundle', '--target', 'splunk', '-o', 'out'], { cwd })
    expect([code, stderr]).toEqual([2, expect.stringContaining('is no plain file')])
    expect(await readdir(join(cwd, 'elsewhere'))).toEqual([])
  })

  it('that a run left half-way is made good by the next one', async () => {
    const cwd = await filled()
    await sigmill(['bundle', '--target', 'splunk', '-o', 'out'], { cwd })
    const path = join(cwd, 'out', 'bundle.json')
    const manifest = JSON.parse(await readFile(path, 'utf8')) as object
    await writeFile(path, JSON.stringify({ ...manifest, writing: ['rows/domain/0001.json', 'rows/sender/0001.json'] }))
    await mkdir(join(cwd, 'out', 'rows', 'sender'))
    await writeFile(join(cwd, 'out', 'rows', 'sender', '0001.json'), '[')
    await mkdir(join(cwd, 'out', '.sigmill-stage'))
    await writeFile(join(cwd, 'out', '.sigmill-stage', 'left'), 'behind')

    const checked = await sigmill(['bundle', '--check', 'out'], { cwd })
    expect([checked.code, checked.stdout]).toEqual([1, expect.stringContaining('was cut short')])
    const { code } = await sigmill(['bundle', '--target', 'splunk', '-o', 'out', '--check'], { cwd })
    expect(code).toBe(0)
    expect(existsSync(join(cwd, 'out', 'rows', 'sender'))).toBe(false)
    expect(existsSync(join(cwd, 'out', '.sigmill-stage'))).toBe(false)
  })
})

describe('sigmill bundle --check', () => {
  it('finds what changed since the bundle was written, without a store', async () => {
    const cwd = await filled(hostNames(3))
    await sigmill(['bundle', '--target', 'splunk', '-o', 'out'], { cwd })
    await rm(join(cwd, 'sigmill.db'))
    const check = async () => sigmill(['bundle', '--check', 'out'], { cwd })
    expect(await check()).toMatchObject({ code: 0, stdout: '', stderr: 'The bundle in out is good.\n' })

    const rows = join(cwd, 'out', 'rows', 'domain', '0001.json')
    await writeFile(rows, (await readFile(rows, 'utf8')).replace('host-1.example.com', 'HOST-1.example.com'))
    await rm(join(cwd, 'out', 'sigmill', 'default', 'macros.conf'))
    const { code, stdout, stderr } = await check()
    expect(code).toBe(1)
    expect(stdout).toMatch(
      /^out\/rows\/domain\/0001\.json: The content differs from the digest in bundle\.json\. Build the bundle again\.$/m
    )
    expect(stdout).toMatch(
      /^out\/rows\/domain\/0001\.json:3: Of the row, its match_value .* Build the bundle again\.$/m
    )
    expect(stdout).toMatch(/^out\/sigmill\/default\/macros\.conf: The file is missing\. Build the bundle again\.$/m)
    expect(stderr).toMatch(/^\d+ findings in out\.\n$/)
  })

  it('finds what an older bundle left beside it, such as one that was unpacked over another', async () => {
    const cwd = await filled(hostNames(3))
    await sigmill(['bundle', '--target', 'elastic', '-o', 'out'], { cwd })
    await writeFile(join(cwd, 'out', 'indicators', '0002.ndjson'), '{}\n')
    await writeFile(join(cwd, 'out', 'notes.txt'), 'mine')
    const { code, stdout, stderr } = await sigmill(['bundle', '--check', 'out'], { cwd })
    const isStranger =
      'The file is none of this bundle: bundle.json does not list it. Move it elsewhere, and unpack archives into an empty folder.'
    expect([code, stdout, stderr]).toEqual([
      1,
      `out/indicators/0002.ndjson: ${isStranger}\nout/notes.txt: ${isStranger}\n`,
      '2 findings in out.\n'
    ])
  })

  it.each(TARGETS)('finds rows of %s that bundle.json tells of and no file holds', async (target) => {
    const cwd = await filled()
    await sigmill(['bundle', '--target', target, '-o', 'out'], { cwd })
    const path = join(cwd, 'out', 'bundle.json')
    const manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest
    await writeFile(path, JSON.stringify({ ...manifest, rows: { ...manifest.rows, ipv4: 3, email: 1 } }))
    const { code, stdout } = await sigmill(['bundle', '--check', 'out'], { cwd })
    expect([code, stdout]).toEqual([
      1,
      'out/bundle.json: It tells of 3 rows of ipv4, and the files hold 2. Build the bundle again.\n' +
        'out/bundle.json: It tells of 1 rows of email, and the files hold 0. Build the bundle again.\n'
    ])
  })

  it.each(TARGETS)('holds the rows and removals of a delta for %s against what its files hold', async (target) => {
    const cwd = await filled()
    await sigmill(['bundle', '--target', target, '-o', 'whole'], { cwd })
    await writeFile(join(cwd, 'more.txt'), 'new.example.org\n')
    await sigmill(['import', 'more.txt'], { cwd })
    await sigmill(['remove', '192.0.2.1', '--why', 'ours'], { cwd })
    const args = ['bundle', '--target', target, '--since', 'whole', '-o', 'delta', '--check']
    expect(await sigmill(args, { cwd })).toMatchObject({ code: 0, stdout: '' })
    const path = join(cwd, 'delta', 'bundle.json')
    const manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest
    await writeFile(path, JSON.stringify({ ...manifest, rows: { domain: 2 }, removals: { ipv4: 2 } }))
    const { stdout } = await sigmill(['bundle', '--check', 'delta'], { cwd })
    expect(stdout).toContain('It tells of 2 rows of domain, and the files hold 1.')
    // A line that deletes an element of a reference set does not tell why.
    if (target !== 'qradar') expect(stdout).toContain('It tells of 2 removals, and the files hold 1.')
  })

  it('says of anything else that it is no bundle', async () => {
    const cwd = await folderWith({ 'a/file.txt': 'x', 'b/bundle.json': 'x' })
    const check = async (path: string) => {
      const { code, stderr } = await sigmill(['bundle', '--check', path], { cwd })
      return [code, stderr]
    }
    expect(await check('a')).toEqual([1, expect.stringContaining('holds no bundle.json')])
    expect(await check('b')).toEqual([1, expect.stringContaining('is none of a bundle of this version')])
    expect(await check('c')).toEqual([1, expect.stringContaining('holds no bundle.json')])
  })

  it('says of a bundle of another program which target it does not know', async () => {
    const cwd = await folderWith({ 'out/bundle.json': '{"format":1,"target":"other","files":[]}' })
    const { code, stdout } = await sigmill(['bundle', '--check', 'out'], { cwd })
    expect([code, stdout]).toEqual([1, 'out/bundle.json: The target "other" is not known. Build the bundle again.\n'])
  })
})
