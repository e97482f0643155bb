import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CHUNK_REASONS } from '../../src/app/groups/chunk-diff.ts'
import { MOST_TOUCHED } from '../../src/app/groups/touched-groups.ts'
import { CHANGE_REASON_NAMES } from '../../src/indicator/change-reason.ts'
import { scratchFolder } from '../support/scratch.ts'
import { defaultSettings } from '../support/settings.ts'
import { linesOf } from './change-lines.ts'
import { addresses, startServer, type TestServer } from './test-server.ts'

const page = await readFile(new URL('../../docs/changes.md', import.meta.url), 'utf8')

describe('the page of the changes feed', () => {
  test.each([...CHANGE_REASON_NAMES, 'left_filter'])('has the reason %s, once', (reason) => {
    expect(page.match(new RegExp(`^\\| \`(?:put|remove)\` \\| \`${reason}\` \\|`, 'gm'))).toHaveLength(1)
  })

  test.each(Object.keys(CHUNK_REASONS))('has the reason %s of grouped rules, once', (reason) => {
    expect(page.match(new RegExp(`^\\| \`${reason}\` \\| \`(?:put|remove)\` \\|`, 'gm'))).toHaveLength(1)
  })

  test('says how much may change between two visits of a client with grouped rules', () => {
    expect(page).toContain(`${MOST_TOUCHED.toLocaleString('en-US')} changed\n  indicators`)
  })

  test('says how long versions are kept', async () => {
    const { history } = await defaultSettings()
    expect(page).toContain(`\`history.version_days\` (${history.versionDays} unless set)`)
  })
})

const hasCurl = (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'curl')))

/** Runs the loop as it is printed, from where it is told to begin, and gives how many lines were applied in all. */
const follow = async (server: TestServer, folder: string, begin: string): Promise<number> => {
  const [, loop = ''] = /```sh\n([\s\S]*?)```/.exec(page) ?? []
  const script = loop.replace(/^next=.*$/m, begin).replaceAll('limit=1000', 'limit=2')
  const env = { PATH: process.env['PATH'], URL: server.url, KEY: server.pro }
  await new Promise((resolve, reject) => {
    execFile('sh', ['-uc', script], { cwd: folder, env }, (error, stdout) => {
      if (error === null) resolve(stdout)
      else reject(error)
    })
  })
  return linesOf({ text: await readFile(join(folder, 'applied.ndjson'), 'utf8') }).length
}

test.skipIf(!hasCurl)('the loop takes everything once, and goes on from there (skipped without curl)', async () => {
  const [server, folder] = [await startServer(), await scratchFolder()]
  await server.import(...addresses(5))
  expect(await follow(server, folder, "next='/api/v1/iocs/sigma/changes?type=ipv4&limit=2'")).toBe(5)
  await server.import(...addresses(3, 5))
  const goOn = 'next=$(cat next.txt)'
  expect([await follow(server, folder, goOn), await follow(server, folder, goOn)]).toEqual([8, 8])
})
