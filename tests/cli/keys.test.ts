import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, like, sigmill, type CallOptions } from './program.ts'

const KEY = /^sk_live_[0-9A-Za-z]{49}\n$/

interface Listed {
  readonly id: string
  readonly begins: string
  readonly name: string
  readonly state: string
  readonly tier: string
  readonly expires: string | null
}

const list = async (options: CallOptions): Promise<readonly Listed[]> =>
  JSON.parse((await sigmill(['keys', 'list', '--json'], options)).stdout) as Listed[]

describe('sigmill keys', () => {
  it('makes a key, shows it once, and keeps it nowhere', async () => {
    const cwd = await folderWith({})
    const { code, stdout, stderr } = await sigmill(['keys', 'create', '--name', 'splunk'], { cwd })
    expect(stdout).toMatch(KEY)
    expect(stderr).toBe('')
    expect(code).toBe(0)
    expect(await readFile(join(cwd, 'sigmill.db'), 'latin1')).not.toContain(stdout.trim())
    const [listed] = await list({ cwd })
    expect(listed).toMatchObject({ name: 'splunk', state: 'live', expires: null })
    expect(stdout.startsWith(listed?.begins ?? '?')).toBe(true)
  })

  it('keeps the server secret beside the store, for its owner alone', async () => {
    const cwd = await folderWith({})
    await sigmill(['keys', 'create'], { cwd })
    expect((await stat(join(cwd, 'sigmill.db.secret'))).mode & 0o777).toBe(0o600)
    await rm(join(cwd, 'sigmill.db.secret'))
    const { code, stdout, stderr } = await sigmill(['keys', 'create'], { cwd })
    expect(stdout).toBe('')
    expect(stderr).toContain('server secret')
    expect(code).toBe(3)
  })

  it('names the variable where the secret in it is not that of the store', async () => {
    const cwd = await folderWith({})
    await sigmill(['keys', 'create'], { cwd })
    const { code, stderr } = await sigmill(['keys', 'create'], { cwd, env: { SIGMILL_SECRET: 'b'.repeat(64) } })
    expect(stderr).toContain('The server secret from SIGMILL_SECRET is not the one')
    expect(code).toBe(3)
  })

  it('takes no secret of another store for a hash, whatever folder is read', async () => {
    const cwd = await folderWith({ 'feed.txt': '198.51.100.7' })
    await sigmill(['keys', 'create', '--db', 'sqlite:other.db'], { cwd })
    const { stdout } = await sigmill(['rules', '.'], { cwd })
    expect(stdout.match(/^title: .*/gm)).toEqual(["title: 'SOC Defenders IOC - Malicious IP 198.51.100.7'"])
  })

  it('makes keys of a tier that expire, and prints JSON', async () => {
    const cwd = await folderWith({})
    const flags = ['--tier', 'free', '--expires-in-days', '30', '--account', 'lab', '--json']
    const made = JSON.parse((await sigmill(['keys', 'create', ...flags], { cwd })).stdout) as Listed & { key: string }
    expect(`${made.key}\n`).toMatch(KEY)
    expect(made).toMatchObject({ tier: 'free', account: 'lab', state: 'live', expires: like(/Z$/) })
  })

  it('revokes a key by id or by how it begins, and for good', async () => {
    const cwd = await folderWith({})
    await sigmill(['keys', 'create', '--name', 'a'], { cwd })
    await sigmill(['keys', 'create', '--name', 'b'], { cwd })
    const [a, b] = await list({ cwd })
    expect(await sigmill(['keys', 'revoke', a?.id ?? '', '--why', 'lost'], { cwd })).toMatchObject({ code: 0 })
    expect(await sigmill(['keys', 'revoke', b?.begins ?? ''], { cwd })).toMatchObject({ code: 0 })
    expect((await list({ cwd })).map(({ state }) => state)).toEqual(['revoked', 'revoked'])
    expect((await sigmill(['keys', 'list'], { cwd })).stdout).toContain('revoked: lost')
    expect(await sigmill(['keys', 'revoke', a?.id ?? '', '--why', 'sold'], { cwd })).toMatchObject({ code: 0 })
    expect((await sigmill(['keys', 'list'], { cwd })).stdout).toContain('revoked: lost')
    expect(await sigmill(['keys', 'revoke', 'sk_live_none'], { cwd })).toMatchObject({ code: 1 })
  })

  it('refuses a tier that is not there, more keys than a tier allows, and lifetimes without sense', async () => {
    const cwd = await folderWith({})
    const tier = await sigmill(['keys', 'create', '--tier', 'por'], { cwd })
    expect(tier).toMatchObject({ code: 2, stdout: '', stderr: like(/pro/) })
    for (const days of ['0', '-1', 'soon', '99999']) {
      expect(await sigmill(['keys', 'create', '--expires-in-days', days], { cwd })).toMatchObject({
        code: 2,
        stdout: ''
      })
    }
    for (let made = 0; made < 3; made++) await sigmill(['keys', 'create', '--tier', 'free'], { cwd })
    const fourth = await sigmill(['keys', 'create', '--tier', 'free'], { cwd })
    expect(fourth).toMatchObject({ code: 2, stdout: '' })
  })

  it('makes keys that are held to networks, levels and feeds, and shows them', async () => {
    const cwd = await folderWith({})
    const network = ['--network', '192.0.2.77/24', '--network', '2001:db8::/32']
    const flags = [...network, '--max-tlp', 'amber', '--feeds', 'URLhaus', '--scope', 'read:iocs,keys:self']
    const made = await sigmill(['keys', 'create', '--name', 'siem', ...flags, '--json'], { cwd })
    expect(JSON.parse(made.stdout)).toMatchObject({
      networks: ['192.0.2.0/24', '2001:db8::/32'],
      max_tlp: 'amber',
      feeds: ['URLhaus'],
      scopes: ['read:iocs', 'keys:self'],
      last_used: null,
      previous: null
    })
    const [{ id, begins } = { id: '', begins: '' }] = await list({ cwd })
    const { stdout } = await sigmill(['keys', 'show', begins], { cwd })
    for (const text of [id, 'siem', '192.0.2.0/24, 2001:db8::/32', 'amber', 'URLhaus']) expect(stdout).toContain(text)
    expect(stdout).toMatch(/^last used +never$/m)
    expect(JSON.parse((await sigmill(['keys', 'show', id, '--json'], { cwd })).stdout)).toMatchObject({ id, begins })
    expect(await sigmill(['keys', 'show', 'nothing'], { cwd })).toMatchObject({ code: 1, stdout: '' })
  })

  it.each([
    ['--network', '192.0.2.0/33'],
    ['--max-tlp', 'blue'],
    ['--scope', 'read:all'],
    ['--feeds', ''],
    ['--name', 'x'.repeat(101)]
  ])('names the flag %s of a value that cannot be', async (flag, value) => {
    const cwd = await folderWith({})
    const { code, stdout, stderr } = await sigmill(['keys', 'create', flag, value], { cwd })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(flag)
  })

  it('gives a key another secret, and says until when the one of before holds', async () => {
    const cwd = await folderWith({})
    await sigmill(['keys', 'create', '--name', 'a'], { cwd })
    const [before] = await list({ cwd })
    const rotated = await sigmill(['keys', 'rotate', before?.begins ?? '', '--overlap', '2h'], { cwd })
    expect(rotated.stdout).toMatch(KEY)
    const [after] = await list({ cwd })
    expect(after).toMatchObject({
      id: before?.id,
      begins: rotated.stdout.slice(0, 12),
      previous: { begins: before?.begins }
    })
    await sigmill(['keys', 'rotate', before?.id ?? '', '--overlap', '0'], { cwd })
    expect((await list({ cwd }))[0]).toMatchObject({ id: before?.id, previous: null })
    for (const overlap of ['soon', '31d', '-1']) {
      const refused = await sigmill(['keys', 'rotate', before?.id ?? '', '--overlap', overlap], { cwd })
      expect(refused).toMatchObject({ code: 2, stdout: '' })
    }
    expect(await sigmill(['keys', 'rotate', 'nothing'], { cwd })).toMatchObject({ code: 1, stdout: '' })
  })

  it('says so when there are none', async () => {
    const cwd = await folderWith({ 'list.txt': '192.0.2.1\n' })
    await sigmill(['import', 'list.txt'], { cwd })
    expect((await sigmill(['keys', 'list'], { cwd })).stdout).toContain('sigmill keys create')
    expect(await list({ cwd })).toEqual([])
  })
})
