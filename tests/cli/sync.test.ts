import { existsSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startFeedServer, status, whole } from '../support/feed-server.ts'
import { EXPORT, exportOf, fileOf, filesIn, ruleOf } from '../support/syncing.ts'
import { type Ended, ending, folderWith, hostNames, sigmill, start } from './program.ts'
import { serve } from './serving.ts'

const KEY = 'sk_live_of_another_service'

const syncArguments = (url: string, ...more: readonly string[]): readonly string[] => [
  'sync',
  '--from',
  url,
  '--key-env',
  'KEY',
  '--out',
  'rules',
  ...more
]

/** A server of our own over a list, with a key in the environment. */
const ownServer = async (
  list: string
): Promise<{
  readonly cwd: string
  readonly url: string
  readonly env: { readonly KEY: string }
  readonly sync: (...more: readonly string[]) => Promise<Ended>
}> => {
  const cwd = await folderWith({ 'list.txt': list })
  await sigmill(['import', 'list.txt'], { cwd })
  const { stdout } = await sigmill(['keys', 'create'], { cwd })
  const env = { KEY: stdout.trim() }
  const { url } = await serve([], { cwd })
  return { cwd, url, env, sync: async (...more) => sigmill(syncArguments(url, ...more), { cwd, env }) }
}

const rulesIn = async (path: string): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(Object.entries(await filesIn(path)).filter(([name]) => name.endsWith('.yml')))

describe('sigmill sync with a sigmill server', () => {
  it('ends with the files that an export into a folder gives, follows changes and is quiet on a quiet day', async () => {
    const { cwd, sync } = await ownServer('203.0.113.42\nevil.example.com\n192.0.2.1\n')
    const first = await sync()
    expect([first.code, first.stderr]).toEqual([0, ''])
    expect(first.stdout).toContain('rules: 3 added, 0 changed, 0 removed; it holds 3 rules.\n')

    const before = await filesIn(join(cwd, 'rules'))
    const { mtimeMs } = await stat(join(cwd, 'rules/sigmill-sync.json'))
    expect((await sync()).stdout).toBe('rules: 0 added, 0 changed, 0 removed; it holds 3 rules.\n')
    expect(await filesIn(join(cwd, 'rules'))).toEqual(before)
    expect((await stat(join(cwd, 'rules/sigmill-sync.json'))).mtimeMs).toBe(mtimeMs)

    await sigmill(['remove', 'evil.example.com', '--why', 'a test'], { cwd })
    await sigmill(['import', '-', '--confidence', 'high'], { cwd, stdin: '203.0.113.42\n198.51.100.7\n' })
    const second = await sync('--summary', 'summary.md')
    expect(second.stdout).toContain('1 added, 1 changed, 1 removed')
    expect(await readFile(join(cwd, 'summary.md'), 'utf8')).toContain('| removed | domain | removed | 1 |')
    await sigmill(['rules', '-o', 'export/'], { cwd })
    expect(await rulesIn(join(cwd, 'rules'))).toEqual(await rulesIn(join(cwd, 'export')))
  })

  it('keeps grouped rules in a folder of their own, as an export into a folder gives them', async () => {
    const list = Array.from({ length: 20 }, (_, index) => `203.0.113.${index}\n`).join('')
    const { cwd, sync } = await ownServer(list)
    expect((await sync('--group', '4')).code).toBe(0)
    await sigmill(['import', '-'], { cwd, stdin: '198.51.100.7\n198.51.100.8\nevil.example.com\n' })
    await sigmill(['remove', '203.0.113.5', '--why', 'a test'], { cwd })
    expect((await sync('--group', '4')).code).toBe(0)
    await sigmill(['rules', '--group', '4', '-o', 'exported/'], { cwd })
    expect(await rulesIn(join(cwd, 'rules'))).toEqual(await rulesIn(join(cwd, 'exported')))

    const before = await filesIn(join(cwd, 'rules'))
    expect((await sync('--group', '4')).stdout).toContain('rules: 0 added, 0 changed, 0 removed; it holds')
    const refused = await sync()
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('the folder holds grouped rules')])
    expect(await filesIn(join(cwd, 'rules'))).toEqual(before)
  })

  it('takes filters, and prints a report for programs', async () => {
    const { sync } = await ownServer('203.0.113.42\nevil.example.com\n')
    await sync()
    const { code, stdout } = await sync('--type', 'domain', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      by: 'changes feed',
      filters: 'type=domain',
      isInStep: true,
      totals: { added: 0, changed: 0, removed: 1 },
      changes: [{ outcome: 'removed', type: 'ipv4', reason: 'gone' }]
    })
  })

  it('can be killed at any moment: the next run ends as if nothing had been', async () => {
    const { cwd, url, env, sync } = await ownServer(hostNames(600))
    await sync('--type', 'ipv4')
    const child = start(syncArguments(url), { cwd, env })
    const ended = ending(child)
    const written = async (): Promise<number> =>
      (await readdir(join(cwd, 'rules'))).filter((name) => name.startsWith('ioc_')).length
    while (child.exitCode === null && (await written()) === 0);
    child.kill('SIGKILL')
    expect((await ended).signal).toBe('SIGKILL')
    expect(await written()).toBeLessThan(600)

    expect(await sync()).toMatchObject({ code: 0 })
    await sigmill(['rules', '-o', 'export/'], { cwd })
    expect(await rulesIn(join(cwd, 'rules'))).toEqual(await rulesIn(join(cwd, 'export')))
  })
})

describe('sigmill sync with another service', () => {
  const another = async (): Promise<{
    readonly cwd: string
    readonly server: Awaited<ReturnType<typeof startFeedServer>>
    readonly sync: (...more: readonly string[]) => Promise<Ended>
  }> => {
    const server = await startFeedServer()
    const cwd = await folderWith({})
    const sync = async (...more: readonly string[]): Promise<Ended> =>
      sigmill(syncArguments(server.url, '--retries', '0', ...more), { cwd, env: { KEY } })
    return { cwd, server, sync }
  }

  it('removes what a complete answer no longer holds', async () => {
    const { cwd, server, sync } = await another()
    server.on(EXPORT, exportOf(ruleOf(1), ruleOf(2)))
    expect((await sync()).code).toBe(0)
    server.on(EXPORT, exportOf(ruleOf(2)))
    const { code, stdout } = await sync()
    expect([code, stdout]).toEqual([
      0,
      '- Another Service IOC - Malicious IP 192.0.2.1 (ipv4, gone)\nrules: 0 added, 0 changed, 1 removed; it holds 1 rule.\n'
    ])
    expect(await rulesIn(join(cwd, 'rules'))).toEqual({ [fileOf(2)]: ruleOf(2) })
  })

  it('exits with 6 where the answer may be cut, and removes nothing', async () => {
    const { cwd, server, sync } = await another()
    server.on(EXPORT, exportOf(ruleOf(1)))
    await sync()
    server.on(EXPORT, exportOf(ruleOf(2), ruleOf(3)))
    const { code, stderr } = await sync('--page-size', '2', '--summary', '-')
    expect(code).toBe(6)
    expect(stderr).toContain('nothing was removed')
    expect(Object.keys(await rulesIn(join(cwd, 'rules')))).toHaveLength(3)
  })

  it('exits with 7 where nothing usable comes, and with 8 where it is refused; the folder stays and the key is not shown', async () => {
    const { cwd, server, sync } = await another()
    server.on(EXPORT, exportOf(ruleOf(1)))
    await sync()
    const before = await filesIn(join(cwd, 'rules'))
    server.on(EXPORT, status(500))
    const failed = await sync()
    server.on(EXPORT, whole('<html>', { 'content-type': 'text/html' }))
    const page = await sync()
    const error = { code: 'invalid_api_key', message: `There is no key ${KEY}.` }
    server.on(EXPORT, (_request, response) => response.writeHead(401).end(JSON.stringify({ error })))
    const refused = await sync()
    expect([failed.code, page.code, refused.code]).toEqual([7, 7, 8])
    expect(refused.stderr).toContain('answers 401: "invalid_api_key", "There is no key [key]."')
    expect(await filesIn(join(cwd, 'rules'))).toEqual(before)
  })

  it('lets one run at a time work on a folder, and takes the place of one that was killed', async () => {
    const { cwd, server, sync } = await another()
    const asked = new Promise<void>((resolve) => {
      server.on(EXPORT, () => resolve())
    })
    const first = start(syncArguments(server.url), { cwd, env: { KEY } })
    const ended = ending(first)
    await asked
    const second = await sync()
    expect(second.code).toBe(9)
    expect(second.stderr).toContain('Another run works on "rules"')
    first.kill('SIGKILL')
    await ended
    server.on(EXPORT, exportOf(ruleOf(1)))
    expect((await sync()).code).toBe(0)
  })

  it('warns of a key that travels in the open', async () => {
    const { cwd, server } = await another()
    server.on(EXPORT, exportOf(ruleOf(1)))
    // An address of this machine that is not called loopback.
    const { code, stderr } = await sigmill(syncArguments(`http://0.0.0.0:${server.port}`), { cwd, env: { KEY } })
    expect(code).toBe(0)
    expect(stderr).toMatch(/^Warning: 0\.0\.0\.0:\d+ is asked over plain http/)
    expect(stderr).not.toContain(KEY)
  })

  it.each([
    [['--from', 'x.example', '--key-env', 'KEY', '--out', 'rules'], '--from'],
    [['--key-env', 'KEY', '--out', 'rules'], '--from: it is required'],
    [['--from', 'https://x.example', '--out', 'rules'], '--key-env: it is required'],
    [['--from', 'https://x.example', '--key-env', 'KEY'], '--out: it is required'],
    [['--from', 'https://x.example', '--key-env', 'NONE', '--out', 'rules'], 'no such variable'],
    [['--from', 'https://x.example', '--key-env', 'KEY', '--out', 'rules', '--page-size', '0'], 'no whole number'],
    [['--from', 'https://x.example', '--key-env', 'KEY', '--out', 'r', '--json', '--summary', '-'], 'taken by --json']
  ])('refuses %j', async (flags, reason) => {
    const cwd = await folderWith({})
    const { code, stderr } = await sigmill(['sync', ...flags], { cwd, env: { KEY } })
    expect([code, existsSync(join(cwd, 'rules'))]).toEqual([2, false])
    expect(stderr).toContain(reason)
  })
})
