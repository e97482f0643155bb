import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type FeedServer, startFeedServer, status } from '../support/feed-server.ts'
import { bash, type Ended, folderWith, sigmill } from './program.ts'

const hasCurl = spawnSync('sh', ['-c', 'command -v curl']).status === 0

const DEPLOYING = fileURLToPath(new URL('../../docs/deploying.md', import.meta.url))

/** The script that the manual gives for every day. */
const dailyScript = async (): Promise<string> => {
  const manual = await readFile(DEPLOYING, 'utf8')
  const [, script] = /## 5\. Keep it current.*?```sh\n(.*?)```/s.exec(manual) ?? []
  if (script === undefined) throw new Error('docs/deploying.md has no script in its chapter 5')
  return script
}

const DATA = '/servicesNS/nobody/sigmill/storage/collections/data'

/** A search head that takes domains or refuses them, and everything else. */
const searchHead = async (): Promise<FeedServer & { readonly domains: (code: number) => void }> => {
  const server = await startFeedServer()
  for (const table of ['ip', 'domain', 'url', 'hash', 'sender']) {
    server.on(`${DATA}/sigmill_${table}`, status(200))
    server.on(`${DATA}/sigmill_${table}/batch_save`, status(200))
  }
  return { ...server, domains: (code) => server.on(`${DATA}/sigmill_domain/batch_save`, status(code)) }
}

test.runIf(hasCurl)(
  'the script of every day loads each change once it can, and on a quiet day does nothing',
  async () => {
    const cwd = await folderWith({ 'feeds/list.txt': 'a.example.com\n192.0.2.1\n' })
    const script = await dailyScript()
    const server = await searchHead()
    const positionIn = async (folder: string): Promise<unknown> =>
      (JSON.parse(await readFile(join(cwd, folder, 'bundle.json'), 'utf8')) as Readonly<Record<string, unknown>>)[
        'position'
      ]
    const saved = (): number => server.requests.filter(({ target }) => target.endsWith('batch_save')).length
    const day = async (): Promise<Ended> => bash(script, { cwd, env: { SPLUNK: server.url, SPLUNK_TOKEN: 'secret' } })
    await sigmill(['import', 'feeds'], { cwd })
    await sigmill(['bundle', '--target', 'splunk', '-o', 'splunk-bundle'], { cwd })
    const first = await positionIn('splunk-bundle')

    expect((await day()).code).toBe(0)
    expect([saved(), await positionIn('splunk-bundle')]).toEqual([0, first])

    await writeFile(join(cwd, 'feeds/more.txt'), 'b.example.com\n192.0.2.2\n')
    server.domains(503)
    expect((await day()).code).not.toBe(0)
    expect(await positionIn('splunk-bundle')).toBe(first)
    const waiting = await positionIn('splunk-delta')

    // What came with the delta that waits goes before it could be loaded.
    await rm(join(cwd, 'feeds/more.txt'))
    await sigmill(['remove', 'b.example.com', '--why', 'a mistake'], { cwd })
    server.domains(200)
    expect((await day()).code).toBe(0)
    expect(await positionIn('splunk-bundle')).toBe(waiting)
    expect((await day()).code).toBe(0)
    const { removals } = JSON.parse(await readFile(join(cwd, 'splunk-bundle/bundle.json'), 'utf8')) as {
      readonly removals: unknown
    }
    expect(removals).toEqual({ domain: 1 })
    expect(existsSync(join(cwd, 'splunk-delta'))).toBe(false)
  }
)
