import { readFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Database } from '../../src/store/sqlite/driver.ts'
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { folderWith, like, sigmill, type CallOptions } from './program.ts'
import { serve, type Serving } from './serving.ts'

interface Entry {
  readonly entry: number
  readonly actor: string
  readonly event: string
  readonly details: Readonly<Record<string, unknown>>
}

const US = `user:${userInfo().username}`

const trail = async (options: CallOptions, ...flags: readonly string[]): Promise<readonly Entry[]> =>
  (await sigmill(['audit', '--json', ...flags], options)).stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Entry)

const eventsOf = (entries: readonly Entry[]): readonly string[] => entries.map(({ event }) => event)

describe('sigmill audit', () => {
  it('shows who did what at the command line', async () => {
    const cwd = await folderWith({ 'list.txt': '192.0.2.1\n', 'allowed.txt': 'a.example\n' })
    await sigmill(['import', 'list.txt'], { cwd })
    await sigmill(['feeds', 'add', 'partner', 'https://feed.example/list?token=secret'], { cwd })
    await sigmill(['feeds', 'freeze', 'partner'], { cwd })
    await sigmill(['feeds', 'remove', 'partner'], { cwd })
    await sigmill(['guard', 'add', 'example.com', '--why', 'ours'], { cwd })
    await sigmill(['guard', 'remove', 'example.com'], { cwd })
    await sigmill(['guard', 'load', 'allowed.txt', '--name', 'partners'], { cwd })
    await sigmill(['guard', 'remove', 'partners'], { cwd })
    await sigmill(['remove', '192.0.2.1', '--why', 'our own scanner'], { cwd })
    const entries = await trail({ cwd })
    expect(eventsOf(entries)).toEqual([
      'feed_added',
      'feed_frozen',
      'feed_removed',
      'guard_entry_added',
      'guard_entry_removed',
      'guard_list_loaded',
      'guard_list_removed',
      'indicator_removed'
    ])
    expect(entries.every(({ actor }) => actor === US)).toBe(true)
    expect(entries.at(-1)?.details).toEqual({ type: 'ipv4', value: '192.0.2.1', why: 'our own scanner' })
    const { stdout, code } = await sigmill(['audit', 'list', '--limit', '1'], { cwd })
    expect(stdout).toMatch(/^ENTRY +TIME \(UTC\) +WHO +WHAT +DETAILS\n8 .+ indicator_removed .+why: our own scanner\n$/)
    expect(code).toBe(0)
  })

  it('can be narrowed by event and time, and says so where nothing is left', async () => {
    const cwd = await folderWith({})
    await sigmill(['guard', 'add', 'example.com'], { cwd })
    await sigmill(['guard', 'add', 'example.net'], { cwd })
    await sigmill(['guard', 'remove', 'example.net'], { cwd })
    expect(eventsOf(await trail({ cwd }, '--event', 'guard_entry_removed'))).toEqual(['guard_entry_removed'])
    expect(await trail({ cwd }, '--since', '2026-01-01')).toHaveLength(3)
    const { stdout, code } = await sigmill(['audit', '--since', '2199-01-01'], { cwd })
    expect([stdout, code]).toEqual(['The audit trail has no such entries.\n', 0])
    for (const flags of [
      ['--event', 'guard_entry_add'],
      ['--since', 'yesterday'],
      ['--limit', '0']
    ]) {
      expect(await sigmill(['audit', ...flags], { cwd })).toMatchObject({ code: 2, stdout: '' })
    }
  })

  it('spells out what a terminal would obey', async () => {
    const cwd = await folderWith({})
    await sigmill(['guard', 'add', 'example.com', '--why', 'red \u001b[31m \u202e'], { cwd })
    const { stdout } = await sigmill(['audit'], { cwd })
    expect(stdout).toContain('red \\u001b[31m \\u202e')
    expect((await trail({ cwd }))[0]?.details['why']).toBe('red \u001b[31m \u202e')
  })

  it('keeps the secret of no key', async () => {
    const cwd = await folderWith({})
    const key = (await sigmill(['keys', 'create'], { cwd })).stdout.trim()
    const [entry] = await trail({ cwd }, '--event', 'key_created')
    expect(entry).toMatchObject({ actor: US })
    expect(JSON.stringify(entry)).not.toContain(key)
    expect(await readFile(join(cwd, 'sigmill.db'), 'latin1')).not.toContain(key)
  })
})

describe('sigmill audit verify', () => {
  it('prints the head, which holds later on', async () => {
    const cwd = await folderWith({})
    await sigmill(['guard', 'add', 'example.com'], { cwd })
    const first = await sigmill(['audit', 'verify'], { cwd })
    expect(first).toMatchObject({ code: 0, stdout: like(/^1:[0-9a-f]{64}\n$/) })
    await sigmill(['guard', 'add', 'example.net'], { cwd })
    const second = await sigmill(['audit', 'verify', '--holds', first.stdout.trim(), '--json'], { cwd })
    expect(second.code).toBe(0)
    expect(JSON.parse(second.stdout)).toEqual({ entries: 2, hash: like(/^[0-9a-f]{64}$/) })
    const other = await sigmill(['audit', 'verify', '--holds', `1:${'0'.repeat(64)}`], { cwd })
    expect(other).toMatchObject({ code: 10, stdout: '', stderr: like(/broken at entry 1: /) })
    expect(await sigmill(['audit', 'verify', '--holds', '1:x'], { cwd })).toMatchObject({ code: 2 })
  })

  it('names the entry that was changed, with an exit code of its own', async () => {
    const cwd = await folderWith({})
    for (const value of ['a.example', 'b.example', 'c.example']) await sigmill(['guard', 'add', value], { cwd })
    const database = new Database(join(cwd, 'sigmill.db'))
    database.exec("DROP TRIGGER audit_is_not_changed; UPDATE audit SET actor = 'user:nobody' WHERE number = 2")
    database.close()
    const { code, stdout, stderr } = await sigmill(['audit', 'verify'], { cwd })
    expect([code, stdout]).toEqual([10, ''])
    expect(stderr).toBe('sigmill: The audit trail is broken at entry 2: it is not as it was written.\n')
  })
})

describe('a server', () => {
  const ask = async ({ url }: Serving, path: string, key: string): Promise<Response> =>
    fetch(`${url}${path}`, { headers: { Authorization: `Bearer ${key}` } })

  const readStore = async <T>(
    cwd: string,
    read: (store: Awaited<ReturnType<typeof openSqliteStore>>) => Promise<T>
  ) => {
    const store = await openSqliteStore(join(cwd, 'sigmill.db'), { now: () => 0, acceptClock: true, create: false })
    try {
      return await read(store)
    } finally {
      await store.close()
    }
  }

  const begin = async () => {
    const cwd = await folderWith({ 'list.txt': '192.0.2.1\n192.0.2.2\n' })
    await sigmill(['import', 'list.txt'], { cwd })
    const key = (await sigmill(['keys', 'create'], { cwd })).stdout.trim()
    const [{ id = '' } = {}] = JSON.parse((await sigmill(['keys', 'list', '--json'], { cwd })).stdout) as {
      id?: string
    }[]
    return { cwd, key, id }
  }

  it('writes what is left to write when it is told to stop: who took what, and with which limits it ran', async () => {
    const { cwd, key, id } = await begin()
    const serving = await serve([], { cwd })
    await (await ask(serving, '/api/v1/iocs/sigma?type=ipv4', key)).text()
    serving.child.kill('SIGTERM')
    expect((await serving.ended).code).toBe(0)
    const entries = await trail({ cwd })
    expect(entries.find(({ event }) => event === 'limits_changed')?.actor).toBe(US)
    expect(entries.find(({ event }) => event === 'export_taken')).toMatchObject({
      actor: `key:${id}`,
      details: { path: '/api/v1/iocs/sigma', parameters: 'type=ipv4', count: 2 }
    })
  })

  it('that is killed forgets none of the requests it had written, and leaves a trail that verifies', async () => {
    const { cwd, key, id } = await begin()
    const serving = await serve([], { cwd })
    const limit = 1_000
    const written = async (): Promise<number> =>
      readStore(cwd, async ({ counters }) =>
        (await counters.requestsOf(id)).day.reduce((sum, { count }) => sum + count, 0)
      )
    let asked = 0
    // Until something was written, and on while it is written.
    while ((await written()) < 5) {
      await Promise.all(Array.from({ length: 10 }, async () => (await ask(serving, '/api/v1/iocs/sigma', key)).text()))
      asked += 10
    }
    serving.child.kill('SIGKILL')
    await serving.ended
    const kept = await written()
    expect(kept).toBeLessThanOrEqual(asked)
    const again = await serve([], { cwd })
    const { headers } = await ask(again, '/api/v1/iocs/sigma', key)
    expect(Number(headers.get('x-ratelimit-remaining'))).toBeLessThanOrEqual(limit - kept - 1)
    expect(await sigmill(['audit', 'verify'], { cwd })).toMatchObject({ code: 0 })
    const taken = (await trail({ cwd }, '--event', 'export_taken', '--limit', '100000')).length
    expect(taken).toBeLessThanOrEqual(asked + 1)
  })

  it('has a port for metrics alone where one is set, and says where', async () => {
    const { cwd } = await begin()
    const serving = await serve(['--metrics-port', '0'], { cwd })
    const url = await serving.hears(/Metrics are at (\S+), /)
    const metrics = await (await fetch(url)).text()
    expect(metrics).toContain('sigmill_store_indicators{type="ipv4"} 2\n')
    expect(metrics).toMatch(/^process_resident_memory_bytes /m)
    expect((await fetch(`${serving.url}/metrics`)).status).toBe(401)
    serving.child.kill('SIGTERM')
    expect((await serving.ended).code).toBe(0)
  })

  it('does not start where the port of the metrics is taken', async () => {
    const { cwd } = await begin()
    const serving = await serve([], { cwd })
    const other = await folderWith({})
    const { code, stderr } = await sigmill(['serve', '--port', '0', '--metrics-port', new URL(serving.url).port], {
      cwd: other
    })
    expect([code, stderr]).toEqual([2, like(/another program listens there/)])
  })
})
