import { describe, expect, it } from 'vitest'
import { folderWith, like, sigmill, type Ended } from './program.ts'

const call = async (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> =>
  sigmill(args, { cwd: await folderWith({}), env })

describe('a wrong command line', () => {
  it.each([
    [['improt', 'feed.csv'], 'Did you mean import?'],
    [['keys', 'crate'], 'Did you mean create?'],
    [['import', 'feed.csv', '--confidense', 'high'], 'Did you mean --confidence?'],
    [['import', 'feed.csv', '--confidence', 'hgih'], 'Did you mean "high"?'],
    [['import', 'feed.csv', '--format', 'urlhaus'], 'Did you mean "urlhaus-csv"?'],
    [['import', 'feed.csv', '--tlp', 'ambre'], 'Did you mean "amber"?'],
    [['import', 'feed.csv', '--industry', 'energi'], 'Did you mean "energy"?'],
    [['import', 'feed.csv', '--role', 'sauce'], 'Did you mean "source"?'],
    [['import', 'feed.csv', '--first-seen', 'yesterday'], '2026-05-17'],
    [['import', 'feed.csv', '--columns', 'Indicator'], 'role=column'],
    [['import', 'feed.csv', '--feed', ''], 'empty'],
    [['rules', '--type', 'ip4'], 'Did you mean "ipv4"?'],
    [['rules', '--type', 'ipv4', '--type', 'url'], 'given twice'],
    [['rules', '--since', '2026-13-01'], 'ISO 8601'],
    [['rules', '--limit', '0'], '"all"'],
    [['rules', '--limit', '10000000000000000'], '"all"'],
    [['stats', '--db', 'sqlit:./a.db'], 'Did you mean sqlite?'],
    [['stats', 'extra'], 'too many arguments'],
    [['stats', '--config', 'gone.yml'], 'gone.yml'],
    [['import'], "missing required argument 'PATH'"],
    [['completion', 'bsh'], 'Did you mean "bash"?']
  ] as const)('%j is refused with the nearest right one', async (args, hint) => {
    const { code, stdout, stderr } = await call(args)
    expect(stderr).toMatch(/^sigmill: /)
    expect(stderr).toContain(hint)
    expect(stdout).toBe('')
    expect(code).toBe(2)
  })

  it('without a command shows the commands', async () => {
    for (const args of [[], ['keys']]) {
      const { code, stdout, stderr } = await call(args)
      expect(stderr).toMatch(/^Usage: sigmill[^]*Commands:/)
      expect(stdout).toBe('')
      expect(code).toBe(2)
    }
  })

  it('shows no control character that was typed', async () => {
    const { code, stderr } = await call(['\u001b[31mimport\u202e'])
    expect(stderr).toContain(String.raw`\u001b[31mimport\u202e`)
    expect(stderr).not.toMatch(/[\u001b\u202e]/)
    expect(code).toBe(2)
  })
})

describe('settings', () => {
  it('come from a flag, else a variable, else a file', async () => {
    const cwd = await folderWith({
      'sigmill.yml': 'publisher:\n  name: From File\n  url: https://file.example\n',
      'list.txt': '192.0.2.1\n'
    })
    const titled = async (args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> =>
      (await sigmill(['rules', 'list.txt', ...args], { cwd, env })).stdout.split('\n')[0] ?? ''
    const variable = { SIGMILL_PUBLISHER_NAME: 'From Variable' }
    expect(await titled([], {})).toContain("'From File IOC")
    expect(await titled([], variable)).toContain("'From Variable IOC")
    expect(await titled(['--publisher-name', 'From Flag'], variable)).toContain("'From Flag IOC")
  })

  it('that are wrong name their place and the nearest right one', async () => {
    const { code, stderr } = await call(['stats'], { SIGMILL_PROT: '1' })
    expect(stderr).toContain('SIGMILL_PROT is no setting. Did you mean SIGMILL_PORT?')
    expect(code).toBe(2)
  })

  it('keep the server secret off the command line', async () => {
    const { code, stderr } = await call(['stats', '--secret', 'a'.repeat(64)])
    expect(stderr).toContain("unknown option '--secret'")
    expect(stderr).not.toContain('aaaa')
    expect(code).toBe(2)
  })
})

describe('sigmill --version and --help', () => {
  it('go to standard output', async () => {
    expect(await call(['--version'])).toMatchObject({
      code: 0,
      stdout: like(/^\d+\.\d+\.\d+\n$/),
      stderr: ''
    })
    const { code, stdout, stderr } = await call(['help', 'import'])
    expect(stdout).toMatch(/^Usage: sigmill import /)
    expect(stderr).toBe('')
    expect(code).toBe(0)
  })
})
