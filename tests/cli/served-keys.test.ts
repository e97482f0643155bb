import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ask, type Asked } from '../http/ask.ts'
import { ending, folderWith, sigmill, start, type CallOptions } from './program.ts'
import { serve, type Serving } from './serving.ts'

const SIGMA = '/api/v1/iocs/sigma'
const KEYS = '/api/v1/keys'

/** Makes a key on the command line. */
const make = async (options: CallOptions, ...flags: readonly string[]): Promise<string> =>
  (await sigmill(['keys', 'create', ...flags], options)).stdout.trim()

const statusFor = async ({ url }: Serving, key: string): Promise<number> => (await ask(url, SIGMA, { key })).status

const post = async ({ url }: Serving, path: string, key: string, value: object): Promise<Asked> => {
  const headers = { 'content-type': 'application/json' }
  return ask(url, path, { method: 'POST', key, headers, body: JSON.stringify(value) })
}

const minted = ({ text }: Asked): { readonly id: string; readonly key: string } =>
  (JSON.parse(text) as { data: { id: string; key: string } }).data

const linesOf = async (path: string): Promise<readonly string[]> => (await readFile(path, 'utf8')).trim().split('\n')

describe('keys of a server that runs', () => {
  it('work and stop to work with what the command line does, from the next request on', async () => {
    const cwd = await folderWith({})
    const server = await serve([], { cwd })
    const key = await make({ cwd })
    expect(await statusFor(server, key)).toBe(200)
    const rotated = (await sigmill(['keys', 'rotate', key.slice(0, 12)], { cwd })).stdout.trim()
    expect([await statusFor(server, key), await statusFor(server, rotated)]).toEqual([200, 200])
    await sigmill(['keys', 'revoke', rotated.slice(0, 12)], { cwd })
    expect([await statusFor(server, key), await statusFor(server, rotated)]).toEqual([401, 401])
  })

  it('are found in no file of the store, nor in anything that the server says', async () => {
    const cwd = await folderWith({})
    const admin = await make({ cwd }, '--scope', 'read:iocs,keys:admin')
    const server = await serve([], { cwd })
    const made = minted(await post(server, KEYS, admin, { name: 'over HTTP' }))
    const rotated = minted(await post(server, `${KEYS}/${made.id}/rotate`, admin, { overlap_hours: 1 }))
    const again = (await sigmill(['keys', 'rotate', admin.slice(0, 12)], { cwd })).stdout.trim()
    const secrets = [admin, made.key, rotated.key, again]
    for (const key of secrets) expect(await statusFor(server, key)).toBe(200)
    await ask(server.url, `${KEYS}/${made.id}`, { method: 'DELETE', key: admin })
    server.child.kill('SIGTERM')
    const { stdout, stderr } = await server.ended
    const [serverSecret = ''] = await linesOf(join(cwd, 'sigmill.db.secret'))
    const files = (await readdir(cwd)).filter((name) => name !== 'sigmill.db.secret')
    expect(files).toContain('sigmill.db')
    const texts = await Promise.all(files.map(async (name) => readFile(join(cwd, name), 'latin1')))
    for (const text of [...texts, stdout, stderr]) {
      for (const secret of secrets) expect(text).not.toContain(secret.slice('sk_live_'.length + 4))
      expect(text).not.toContain(serverSecret)
    }
  })
})

describe('sigmill keys rotate-secret', () => {
  it('changes the server secret under a server that runs, and no key notices', async () => {
    const cwd = await folderWith({})
    const [used, unused] = [await make({ cwd }), await make({ cwd })]
    const server = await serve([], { cwd })
    const [before] = await linesOf(join(cwd, 'sigmill.db.secret'))
    const { stdout } = await sigmill(['keys', 'rotate-secret'], { cwd })
    expect(stdout).toContain('rest on the former server secret: 2')
    expect((await linesOf(join(cwd, 'sigmill.db.secret')))[1]).toBe(before)

    const fresh = await make({ cwd })
    for (const key of [used, fresh]) expect(await statusFor(server, key)).toBe(200)
    server.child.kill('SIGTERM')
    await server.ended
    expect((await sigmill(['keys', 'rotate-secret', '--status'], { cwd })).stdout).toContain('secret: 1')
    expect(await sigmill(['keys', 'rotate-secret'], { cwd })).toMatchObject({ code: 2, stdout: '' })
    expect((await sigmill(['keys', 'rotate-secret', '--drop-former'], { cwd })).stdout).toContain('stopped to work: 1')
    expect(await linesOf(join(cwd, 'sigmill.db.secret'))).toHaveLength(1)

    const later = await serve([], { cwd })
    const statuses = await Promise.all([used, unused, fresh].map(async (key) => statusFor(later, key)))
    expect(statuses).toEqual([200, 401, 200])
  })

  it('takes the secrets from the environment where they are there', async () => {
    const cwd = await folderWith({})
    const [first, next] = ['a'.repeat(64), 'b'.repeat(64)]
    const key = await make({ cwd, env: { SIGMILL_SECRET: first } })
    const alone = await sigmill(['keys', 'rotate-secret'], { cwd, env: { SIGMILL_SECRET: first } })
    expect(alone.stderr).toContain('SIGMILL_FORMER_SECRET')
    expect(alone.code).toBe(2)
    const env = { SIGMILL_SECRET: next, SIGMILL_FORMER_SECRET: first }
    expect(await sigmill(['keys', 'rotate-secret'], { cwd, env })).toMatchObject({ code: 0 })
    expect(await statusFor(await serve([], { cwd, env }), key)).toBe(200)
    expect(await readdir(cwd)).not.toContain('sigmill.db.secret')
  })

  it('that is killed as soon as the new secret is in its file leaves every key working, and can be repeated', async () => {
    const cwd = await folderWith({})
    const path = join(cwd, 'sigmill.db.secret')
    const key = await make({ cwd })
    const child = start(['keys', 'rotate-secret'], { cwd })
    const ended = ending(child)
    while (child.exitCode === null && (await linesOf(path)).length === 1);
    child.kill('SIGKILL')
    await ended
    const [newest] = await linesOf(path)
    const server = await serve([], { cwd })
    expect(await statusFor(server, key)).toBe(200)
    server.child.kill('SIGTERM')
    await server.ended
    expect(await sigmill(['keys', 'rotate-secret'], { cwd })).toMatchObject({ code: 0 })
    expect((await linesOf(path)).includes(newest ?? '?')).toBe(true)
    expect(await statusFor(await serve([], { cwd }), key)).toBe(200)
  })

  it('refuses a file of secrets that holds too little', async () => {
    const cwd = await folderWith({})
    await make({ cwd })
    await writeFile(join(cwd, 'sigmill.db.secret'), 'short\n')
    expect(await sigmill(['keys', 'rotate-secret'], { cwd })).toMatchObject({ code: 2, stdout: '' })
  })
})

describe('making keys', () => {
  it('that is killed at any moment leaves a store that opens clean, with whole keys', async () => {
    const cwd = await folderWith({})
    const kept = await make({ cwd })
    const printed: string[] = []
    for (let round = 0; round < 6; round++) {
      const child = start(['keys', 'create'], { cwd })
      child.stdout.once('data', (chunk: Buffer) => printed.push(chunk.toString().trim()))
      const isSeen = async (): Promise<boolean> =>
        (await readdir(cwd)).includes('sigmill.db-wal') || child.exitCode !== null
      while (!(await isSeen()));
      child.kill('SIGKILL')
      await ending(child)
    }
    const listed = JSON.parse((await sigmill(['keys', 'list', '--json'], { cwd })).stdout) as { state: string }[]
    expect(listed.length).toBeGreaterThanOrEqual(1 + printed.length)
    expect(listed.every(({ state }) => state === 'live')).toBe(true)
    const server = await serve([], { cwd })
    for (const key of [kept, ...printed, await make({ cwd })]) expect(await statusFor(server, key)).toBe(200)
  })
})
