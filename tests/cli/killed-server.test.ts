import { randomInt } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ask, type Asked } from '../http/ask.ts'
import { ending, folderWith, sigmill, start, type CallOptions } from './program.ts'
import { serve, type Serving } from './serving.ts'

const KEYS = '/api/v1/keys'
const LIST = '/api/v1/iocs'

interface Minted {
  readonly id: string
  readonly key: string
}

/** What clients have had an answer for. */
interface Acknowledged {
  readonly live: Map<string, string>
  readonly gone: Set<string>
}

const make = async (options: CallOptions, ...flags: readonly string[]): Promise<string> => {
  const { stdout, stderr, code } = await sigmill(['keys', 'create', ...flags], options)
  if (code !== 0) throw new Error(stderr)
  return stdout.trim()
}

const post = (url: string, path: string, key: string, value: object): Promise<Asked> =>
  ask(url, path, { method: 'POST', key, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) })

const minted = ({ status, text }: Asked): Minted => {
  if (status >= 300) throw new Error(text)
  return (JSON.parse(text) as { data: Minted }).data
}

const statusFor = async ({ url }: Serving, key: string): Promise<number> => (await ask(url, LIST, { key })).status

/** Does one thing after the other until the server is gone. */
const untilGone = async (act: (turn: number) => Promise<void>): Promise<void> => {
  try {
    for (let turn = 0; ; turn++) await act(turn)
  } catch (error) {
    if (!/ECONNRE|socket hang up|aborted/.test(String(error))) throw error
  }
}

/** Mints keys, rotates every third at once, and revokes every other: the answers say what must hold. */
const administer =
  (url: string, admin: string, known: Acknowledged) =>
  async (turn: number): Promise<void> => {
    const { id, key } = minted(
      await post(url, KEYS, admin, { name: 'made', account: `account-${known.live.size}-${turn}` })
    )
    known.live.set(id, key)
    if (turn % 3 === 0) {
      // Whether it is rotated is not known until there is an answer.
      known.live.delete(id)
      const rotated = minted(await post(url, `${KEYS}/${id}/rotate`, admin, { overlap_hours: 0 }))
      known.gone.add(key)
      known.live.set(id, rotated.key)
    }
    if (turn % 2 === 0) {
      const last = known.live.get(id) ?? ''
      known.live.delete(id)
      const { status } = await ask(url, `${KEYS}/${id}`, { method: 'DELETE', key: admin })
      if (status === 200) known.gone.add(last)
    }
  }

const poll = (url: string, key: string) => async (): Promise<void> => {
  expect((await ask(url, LIST, { key })).status).toBe(200)
}

const verifyAudit = async (options: CallOptions): Promise<void> => {
  const { code, stdout, stderr } = await sigmill(['audit', 'verify'], options)
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).not.toBe('')
}

describe('a server that is killed at any moment, again and again', () => {
  it('keeps every key that it told of, brings none back that it revoked, and its audit trail whole', async () => {
    const cwd = await folderWith({})
    const admin = await make({ cwd }, '--scope', 'read:iocs,keys:admin')
    const poller = await make({ cwd }, '--name', 'poller')
    const known: Acknowledged = { live: new Map(), gone: new Set() }
    for (let round = 0; round < 4; round++) {
      const { url, child, ended } = await serve([], { cwd })
      const work = [
        untilGone(administer(url, admin, known)),
        untilGone(administer(url, admin, known)),
        untilGone(poll(url, poller)),
        untilGone(poll(url, poller))
      ]
      const enough = known.live.size + randomInt(1, 12)
      await untilGone(async () => {
        await ask(url, '/healthz', {})
        if (known.live.size >= enough) child.kill('SIGKILL')
      })
      await Promise.all(work)
      expect((await ended).signal).toBe('SIGKILL')
      await verifyAudit({ cwd })
    }
    const last = await serve([], { cwd, env: { SIGMILL_LIMITS_FAILED_ATTEMPTS: '1000000' } })
    expect(known.live.size * known.gone.size).toBeGreaterThan(0)
    for (const key of known.live.values()) expect(await statusFor(last, key)).toBe(200)
    for (const key of known.gone) expect(await statusFor(last, key)).toBe(401)
    last.child.kill('SIGTERM')
    expect((await last.ended).code).toBe(0)
    await verifyAudit({ cwd })
  })

  it('has counted no more than it let in, and forgets no more than the time since it last wrote', async () => {
    const cwd = await folderWith({})
    const key = await make({ cwd }, '--scope', 'read:iocs,keys:self')
    const usageOf = async (url: string): Promise<{ total_requests: number; by_status: Record<string, number> }> => {
      const me = JSON.parse((await ask(url, '/api/v1/me', { key })).text) as { data: { key: { id: string } } }
      const { text } = await ask(url, `${KEYS}/${me.data.key.id}/usage?days=2`, { key })
      return (JSON.parse(text) as { data: { total_requests: number; by_status: Record<string, number> } }).data
    }
    let asked = 0
    let kept = 0
    for (let round = 0; round < 3; round++) {
      const { url, child, ended } = await serve([], { cwd })
      const before = await usageOf(url)
      asked += 2
      expect(before.total_requests).toBeLessThanOrEqual(asked)
      expect(before.total_requests).toBeGreaterThanOrEqual(kept)
      // What the store tells is written, and no kill takes it back.
      let written = before.total_requests
      const wanted = written + randomInt(1, 20)
      while (written < wanted) {
        await poll(url, key)()
        asked += 1
        written = (await usageOf(url)).total_requests
        asked += 2
      }
      kept = written
      child.kill('SIGKILL')
      await ended
    }
    const last = await serve([], { cwd })
    const { total_requests: total, by_status: byStatus } = await usageOf(last.url)
    expect(total).toBeGreaterThanOrEqual(kept)
    expect(total).toBeLessThanOrEqual(asked + 2)
    for (const count of Object.values(byStatus)) expect(count).toBeGreaterThan(0)
    await verifyAudit({ cwd })
  })
})

describe('a command that is killed', () => {
  const idOf = async (options: CallOptions, name: string): Promise<string> => {
    const { stdout } = await sigmill(['keys', 'list', '--json'], options)
    const found = (JSON.parse(stdout) as { id: string; name: string }[]).find((key) => key.name === name)
    return found?.id ?? ''
  }

  /** Starts a command and kills it a little after something can be seen of it; gives what it has said. */
  const killed = async (args: readonly string[], cwd: string, isSeen: () => Promise<boolean>): Promise<string> => {
    const child = start(args, { cwd })
    const ended = ending(child)
    while (child.exitCode === null && !(await isSeen()));
    for (let look = randomInt(0, 40); look > 0 && child.exitCode === null; look--) await readdir(cwd)
    child.kill('SIGKILL')
    const { stdout, stderr } = await ended
    return stdout + stderr
  }

  const hasOpened = (cwd: string) => async (): Promise<boolean> => (await readdir(cwd)).includes('sigmill.db-wal')

  it('while it rotates or revokes a key has done what it said', async () => {
    const cwd = await folderWith({})
    const expected: (readonly [key: string, statuses: readonly number[]])[] = []
    for (let round = 0; round < 3; round++) {
      const [rotated, revoked] = [
        await make({ cwd }, '--name', `a-${round}`),
        await make({ cwd }, '--name', `b-${round}`)
      ]
      const rotating = ['keys', 'rotate', await idOf({ cwd }, `a-${round}`), '--overlap', '0']
      const [fresh] = /sk_live_[0-9A-Za-z]{49}/.exec(await killed(rotating, cwd, hasOpened(cwd))) ?? []
      const said = await killed(['keys', 'revoke', await idOf({ cwd }, `b-${round}`)], cwd, hasOpened(cwd))
      expected.push([rotated, fresh === undefined ? [200, 401] : [401]], [revoked, said === '' ? [200, 401] : [401]])
      if (fresh !== undefined) expected.push([fresh, [200]])
    }
    const server = await serve([], { cwd })
    for (const [key, statuses] of expected) expect(statuses).toContain(await statusFor(server, key))
    await verifyAudit({ cwd })
  })

  it('while it rotates the server secret loses no key', async () => {
    const cwd = await folderWith({})
    const path = join(cwd, 'sigmill.db.secret')
    const keys = [await make({ cwd })]
    for (let round = 0; round < 3; round++) {
      const before = await readFile(path, 'utf8')
      await killed(['keys', 'rotate-secret'], cwd, async () => (await readFile(path, 'utf8')) !== before)
      const server = await serve([], { cwd })
      for (const key of keys) expect(await statusFor(server, key)).toBe(200)
      server.child.kill('SIGTERM')
      await server.ended
      keys.push(await make({ cwd }))
    }
    await verifyAudit({ cwd })
  })
})
