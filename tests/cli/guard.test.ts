import { readdir } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { folderWith, like, sigmill, type CallOptions, type Ended } from './program.ts'

const guard = async (options: CallOptions, ...args: readonly string[]): Promise<Ended> =>
  sigmill(['guard', ...args], options)

/** Values that rules are made for. */
const ruledValues = async (options: CallOptions): Promise<readonly string[]> => {
  const { stdout } = await sigmill(['rules'], options)
  return [...stdout.matchAll(/^title: '.* IOC - \S+ \S+ (\S+?)'$/gm)].map(([, value = '']) => value)
}

interface Tried {
  readonly value: string
  readonly withheld: boolean
  readonly hits: readonly { readonly list: string; readonly entry: string; readonly mode: string }[]
}

const tried = async (options: CallOptions, ...values: readonly string[]): Promise<readonly Tried[]> =>
  JSON.parse((await guard(options, 'test', ...values, '--json')).stdout) as readonly Tried[]

const FEED = 'c2.partner.example\nother.example\n198.51.100.7\nhttp://198.51.100.7/x\n'

describe('sigmill guard', () => {
  it('withholds what is added, returns what is removed, and says how many', async () => {
    const cwd = await folderWith({ 'feed.txt': FEED })
    await sigmill(['import', 'feed.txt'], { cwd })
    const before = await ruledValues({ cwd })
    expect(before).toHaveLength(4)
    const added = await guard({ cwd }, 'add', 'Partner.example.', '198.51.100.0/24', '--why', 'a partner')
    expect(added).toMatchObject({ code: 0, stderr: '' })
    expect(added.stdout).toBe(
      'Added partner.example.\nAdded 198.51.100.0/24.\nWithheld from here on: 3. Returned: 0.\n'
    )
    expect(await ruledValues({ cwd })).toEqual(['other.example'])
    expect((await guard({ cwd }, 'remove', '198.51.100.0/24')).stdout).toContain('Returned: 2.')
    expect((await guard({ cwd }, 'add', 'partner.example', '--mode', 'inform')).stdout).toContain('Returned: 1.')
    expect(await ruledValues({ cwd })).toEqual(before)
    expect((await guard({ cwd }, 'remove', 'partner.example')).stdout).toContain('No indicator changes.')
  })

  it('keeps what came before a mistake, and says no of the rest', async () => {
    const cwd = await folderWith({ 'feed.txt': FEED })
    await sigmill(['import', 'feed.txt'], { cwd })
    const ended = await guard({ cwd }, 'add', 'other.example', 'no entry')
    expect(ended).toMatchObject({ code: 2, stderr: like(/VALUE "no entry": neither an address/) })
    expect(await ruledValues({ cwd })).not.toContain('other.example')
  })

  it('refuses modes, days and values without sense', async () => {
    const cwd = await folderWith({})
    for (const flags of [
      ['--mode', 'blok'],
      ['--until', 'soon'],
      ['--until', '2027-02-30'],
      ['--why', '']
    ]) {
      expect(await guard({ cwd }, 'add', 'a.example', ...flags)).toMatchObject({ code: 2, stdout: '' })
    }
    expect(await guard({ cwd }, 'add', '0.0.0.0/0')).toMatchObject({ code: 2, stderr: like(/every address/) })
    expect(await guard({ cwd }, 'test', 'nonsense')).toMatchObject({ code: 2, stdout: '' })
    expect(await guard({ cwd }, 'remove', 'a.example')).toMatchObject({ code: 1, stderr: like(/guard list/) })
    expect(await guard({ cwd }, 'remove', 'public suffixes')).toMatchObject({ code: 1 })
  })

  it('tests values without a store, and makes none', async () => {
    const cwd = await folderWith({})
    const [resolver, suffix, below, documented] = await tried(
      { cwd },
      'hxxp://8.8.8[.]8/x',
      'https://duckdns.org/',
      'evil.duckdns.org',
      '192.0.2.1'
    )
    expect(resolver).toMatchObject({ withheld: true, hits: [{ list: 'public resolvers', entry: '8.8.8.8' }] })
    expect(suffix).toMatchObject({ withheld: true, hits: [{ list: 'public suffixes', entry: 'duckdns.org' }] })
    expect(below).toMatchObject({ withheld: false, hits: [] })
    expect(documented).toMatchObject({ withheld: false, hits: [{ list: 'documentation', mode: 'inform' }] })
    expect(await readdir(cwd)).toEqual([])
  })

  it('shows a test to people', async () => {
    const cwd = await folderWith({})
    const { stdout } = await guard({ cwd }, 'test', '10.0.0.1', 'a.example', 'pages.com')
    expect(stdout).toContain('ipv4 10.0.0.1: withheld\n  block  special-use addresses: 10.0.0.0/8')
    expect(stdout).toContain('domain a.example: covered, but not withheld\n')
    expect(stdout).toContain('domain pages.com: not covered\n')
  })

  it('blocks documentation values and own ones as the settings say', async () => {
    const cwd = await folderWith({
      'sigmill.yml': 'guard:\n  documentation: block\n  own: [corp.example, 100.0.0.0/8]\n'
    })
    const env = { SIGMILL_GUARD_DOCUMENTATION: 'block' }
    const [documented, own, mail] = await tried({ cwd, env }, '192.0.2.1', 'http://100.1.2.3/', 'a@mail.corp.example')
    expect(documented).toMatchObject({ withheld: true })
    expect(own).toMatchObject({ withheld: true, hits: [{ list: 'own domains and networks', entry: '100.0.0.0/8' }] })
    expect(mail).toMatchObject({ withheld: true })
    const wrong = await guard({ cwd, env: { SIGMILL_GUARD_OWN: 'corp' } }, 'test', '192.0.2.1')
    expect(wrong).toMatchObject({ code: 2, stderr: like(/guard\.own "corp"/) })
  })

  it('loads warninglists and plain lists, says what it leaves out, and lists them', async () => {
    const warninglist = {
      name: 'Sites of partners',
      description: 'Names that partners use',
      type: 'hostname',
      matching_attributes: ['hostname', 'domain', 'url'],
      list: ['.partner.example', 'label']
    }
    const cwd = await folderWith({
      'feed.txt': FEED,
      'lists/list.json': JSON.stringify(warninglist),
      'lists/plain.txt': '# our own\n198.51.100.0/24 # lab\n'
    })
    await sigmill(['import', 'feed.txt'], { cwd })
    const { code, stdout } = await guard({ cwd }, 'load', 'lists')
    expect(code).toBe(0)
    expect(stdout).toContain('Loaded "Sites of partners": 1 entry.\n  left out 1: a single label')
    expect(stdout).toContain('Loaded "plain": 1 entry.\n')
    expect(stdout).toContain('Withheld from here on: 3.')
    const listed = JSON.parse((await guard({ cwd }, 'list', '--json')).stdout) as {
      readonly lists: readonly { readonly name: string; readonly origin: string; readonly entries: number | null }[]
    }
    expect(listed.lists).toContainEqual(
      expect.objectContaining({ name: 'Sites of partners', origin: 'lists/list.json', entries: 1, covers_mail: false })
    )
    expect((await guard({ cwd }, 'list')).stdout).toMatch(/^plain +block +1 +lists\/plain\.txt +without end$/m)
    expect((await guard({ cwd }, 'remove', 'Sites of partners', 'plain')).stdout).toContain('Returned: 3.')
  })

  it('refuses files that hold no entries', async () => {
    const cwd = await folderWith({
      'list.json': '{"type": "hostname"',
      'text.txt': 'no entry here\n',
      'ok.txt': 'a.example'
    })
    expect(await guard({ cwd }, 'load', 'list.json')).toMatchObject({ code: 1, stderr: like(/list\.json/) })
    expect(await guard({ cwd }, 'load', 'text.txt')).toMatchObject({ code: 1, stderr: like(/text\.txt/) })
    expect(await guard({ cwd }, 'load', 'none.txt')).toMatchObject({ code: 1 })
    expect(await guard({ cwd }, 'load', 'ok.txt', 'ok.txt', '--name', 'x')).toMatchObject({ code: 2 })
  })

  it('lists entries with their reason and their end, and forgets them when it has passed', async () => {
    const cwd = await folderWith({})
    const past = await guard({ cwd }, 'add', 'a.partner.example', '--why', 'moved', '--until', '2020-01-31')
    expect(past).toMatchObject({ code: 0, stderr: like(/2020-01-31: that day has passed/) })
    await guard({ cwd }, 'add', 'b.partner.example', '--until', '2199-12-31')
    const { stdout } = await guard({ cwd }, 'list')
    expect(stdout).toMatch(/^a\.partner\.example +block +until 2020-01-31 +moved$/m)
    expect((await tried({ cwd }, 'a.partner.example', 'b.partner.example')).map(({ withheld }) => withheld)).toEqual([
      false,
      true
    ])
  })
})
