import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { connect, createServer, type AddressInfo } from 'node:net'
import { loadAll } from 'js-yaml'
import { describe, expect, it, onTestFinished } from 'vitest'
import { bash, folderWith, hostNames, importJson, sigmill } from './program.ts'
import { serve, type Serving } from './serving.ts'

const rulesOf = async (serving: Serving, key: string, query = ''): Promise<Response> =>
  fetch(`${serving.url}/api/v1/iocs/sigma${query}`, { headers: { Authorization: `Bearer ${key}` } })

const newKey = async (cwd: string): Promise<string> => (await sigmill(['keys', 'create'], { cwd })).stdout.trim()

/** The indented line of a demonstration that is to be copied. */
const curlLine = async (serving: Serving): Promise<string> => serving.hears(/^ {2}(curl .+)\n/m)

const stop = async (serving: Serving, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> => {
  serving.child.kill(signal)
  return (await serving.ended).code
}

/** Waits until the port takes no more connections: the signal was heard. */
const untilClosed = async ({ url }: Serving): Promise<void> => {
  for (;;) {
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    try {
      await once(socket, 'connect')
    } catch {
      return
    } finally {
      socket.destroy()
    }
  }
}

describe('sigmill serve --demo', () => {
  it('prints a line to copy that returns rules, beside any store of its user', async () => {
    const cwd = await folderWith({})
    const serving = await serve(['--demo'], { cwd })
    const { code, stdout } = await bash(await curlLine(serving), { cwd })
    expect(code).toBe(0)
    expect(loadAll(stdout).length).toBeGreaterThan(10)
    expect(await stop(serving)).toBe(0)
    const files = await readdir(cwd)
    expect(files).toContain('sigmill-demo.db')
    expect(files).not.toContain('sigmill.db')
  })

  it('makes its key anew at each start, and the one before stops to work', async () => {
    const cwd = await folderWith({})
    const keyIn = (line: string): string => /Bearer (\S+?)"/.exec(line)?.[1] ?? ''
    const first = await serve(['--demo'], { cwd })
    const old = keyIn(await curlLine(first))
    await stop(first)
    const second = await serve(['--demo'], { cwd })
    expect((await rulesOf(second, old)).status).toBe(401)
    expect((await rulesOf(second, keyIn(await curlLine(second)))).status).toBe(200)
    const listed = await sigmill(['keys', 'list', '--json', '--db', 'sqlite:./sigmill-demo.db'], { cwd })
    const states = (JSON.parse(listed.stdout) as { state: string; expires: string }[]).map(({ state }) => state)
    expect(states).toEqual(['revoked', 'live'])
    await stop(second)
  })
})

describe('sigmill serve', () => {
  it('makes a store where there is none and says how it is reached and how to set a publisher', async () => {
    const cwd = await folderWith({})
    const serving = await serve([], { cwd })
    expect(await serving.hears(/rules are at (\S+)\. /)).toBe(`${serving.url}/api/v1/iocs/sigma`)
    await serving.hears(/SIGMILL_PUBLISHER_NAME/)
    expect((await fetch(`${serving.url}/readyz`)).status).toBe(200)
    expect(await stop(serving, 'SIGINT')).toBe(0)
  })

  it('serves what other commands do meanwhile: imports, keys, removals', async () => {
    const cwd = await folderWith({ 'list.txt': '192.0.2.1\n192.0.2.2\n' })
    const serving = await serve([], { cwd })
    const key = await newKey(cwd)
    expect(await (await rulesOf(serving, key)).text()).toMatch(/^# /)
    const { report } = await importJson(['list.txt'], { cwd })
    expect(report.totals.new).toBe(2)
    expect(loadAll(await (await rulesOf(serving, key)).text())).toHaveLength(2)
    await sigmill(['remove', '192.0.2.1', '--why', 'ours'], { cwd })
    expect(loadAll(await (await rulesOf(serving, key)).text())).toHaveLength(1)
    const { stdout } = await sigmill(['keys', 'list', '--json'], { cwd })
    const [listed] = JSON.parse(stdout) as { id: string }[]
    await sigmill(['keys', 'revoke', listed?.id ?? ''], { cwd })
    expect((await rulesOf(serving, key)).status).toBe(401)
    expect(await stop(serving)).toBe(0)
  })

  /** More than the buffers of a connection hold, so that the export stays under way until it is read. */
  const LARGE = 40_000

  const servingLarge = async (): Promise<{ serving: Serving; response: Response }> => {
    const cwd = await folderWith({ 'list.txt': hostNames(LARGE) })
    await sigmill(['import', 'list.txt'], { cwd })
    const key = await newKey(cwd)
    const serving = await serve(['--tiers-pro-results-per-request', String(LARGE)], { cwd })
    return { serving, response: await rulesOf(serving, key, `?limit=${LARGE}`) }
  }

  it('finishes an export that is under way when it is told to stop', async () => {
    const { serving, response } = await servingLarge()
    serving.child.kill('SIGTERM')
    await untilClosed(serving)
    expect((await response.text()).match(/^title: /gm)).toHaveLength(LARGE)
    expect((await serving.ended).code).toBe(0)
  })

  it('stops at once at a second signal', async () => {
    const { serving, response } = await servingLarge()
    serving.child.kill('SIGTERM')
    await untilClosed(serving)
    serving.child.kill('SIGTERM')
    expect((await serving.ended).signal).toBe('SIGTERM')
    await expect(response.text()).rejects.toThrow()
  })

  it('refuses a port that is taken, with a sentence', async () => {
    const cwd = await folderWith({})
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => {
      other.close()
    })
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const { code, stderr } = await sigmill(['serve', '--port', String(port)], { cwd })
    expect(stderr).toContain(`sigmill: Cannot listen on 127.0.0.1, port ${port}`)
    expect(stderr).toContain('--port')
    expect(code).toBe(2)
  })

  it('refuses a store that another server serves', async () => {
    const cwd = await folderWith({})
    const serving = await serve([], { cwd })
    const { code, stderr } = await sigmill(['serve', '--port', '0'], { cwd })
    expect(stderr).toMatch(/^sigmill: Another server already serves /)
    expect(code).toBe(3)
    expect(await stop(serving)).toBe(0)
  })

  it('refuses a host and a port without sense', async () => {
    const cwd = await folderWith({})
    for (const args of [
      ['--port', '70000'],
      ['--port', 'http'],
      ['--host', 'no such host'],
      ['--host', '192.0.2.1', '--port', '0']
    ]) {
      const { code, stderr } = await sigmill(['serve', ...args], { cwd })
      expect(stderr).toMatch(/^sigmill: .+\n$/)
      expect(code).toBe(2)
    }
  })
})
