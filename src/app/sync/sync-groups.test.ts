import { mkdir, rm, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { json, status, type Answer } from '../../../tests/support/feed-server.ts'
import {
  CHANGES,
  changesFeed,
  EXPORT,
  exportOf,
  fileOf,
  openSyncing,
  parameterOf,
  putLine,
  removeLine,
  ruleOf
} from '../../../tests/support/syncing.ts'
import { MANIFEST } from '../rule-manifest.ts'
import { STATE_FILE } from './sync-state.ts'

/** An answer of a server that groups rules. */
const grouped =
  (answer: Answer, size = '500'): Answer =>
  (request, response) => {
    response.setHeader('x-rule-group', size)
    answer(request, response)
  }

test('a folder of grouped rules follows the changes feed, which is asked without a limit', async () => {
  const { server, run, files } = await openSyncing()
  server.on(CHANGES, grouped(changesFeed([putLine(1), putLine(2)])))
  expect(await run({ group: 500 })).toMatchObject({ group: '500', by: 'changes feed', isInStep: true, rules: 2 })
  expect(server.requests[0]?.target).toBe(`${CHANGES}?group=500`)
  server.on(CHANGES, grouped(changesFeed([], [putLine(3), putLine(4), removeLine(1, 'split')])))
  expect(await run({ group: 500 })).toMatchObject({
    counts: [
      { outcome: 'added', reason: 'new', count: 2 },
      { outcome: 'removed', reason: 'split', count: 1 }
    ]
  })
  const { [STATE_FILE]: state, ...rest } = await files()
  expect(JSON.parse(state ?? '')).toEqual({ server: `${server.url}${EXPORT}`, filters: '', group: '500', cursor: '2' })
  expect(Object.keys(rest)).toEqual([fileOf(2), fileOf(3), fileOf(4), 'sigmill-rules.sha256'])
})

test('a quiet day changes no file of a folder of grouped rules', async () => {
  const { server, run, files } = await openSyncing()
  server.on(CHANGES, grouped(changesFeed([putLine(1)]), 'auto'))
  await run({ group: 'auto' })
  const before = await files()
  expect(await run({ group: 'auto' })).toMatchObject({ isInStep: true, totals: { added: 0, changed: 0, removed: 0 } })
  expect(await files()).toEqual(before)
})

test('another size takes everything anew, and what was of the other goes', async () => {
  const { server, run, files } = await openSyncing()
  server.on(CHANGES, grouped(changesFeed([putLine(1), putLine(2)])))
  await run({ group: 500 })
  server.on(CHANGES, grouped(changesFeed([putLine(3)]), '100'))
  expect(await run({ group: 100 })).toMatchObject({ isInStep: true, totals: { added: 1, removed: 2 } })
  expect(JSON.parse((await files())[STATE_FILE] ?? '')).toMatchObject({ group: '100' })
})

test('where too much has changed, everything is taken anew', async () => {
  const { server, run } = await openSyncing()
  server.on(CHANGES, grouped(changesFeed([putLine(1), putLine(2)])))
  await run({ group: 500 })
  server.on(CHANGES, (request, response) => {
    const isFirst = server.requests.filter(({ target }) => target.endsWith('cursor=1')).length === 2
    const answer = parameterOf(request, 'cursor') === '1' && isFirst ? status(410) : changesFeed([putLine(2)])
    grouped(answer)(request, response)
  })
  expect(await run({ group: 500 })).toMatchObject({ isInStep: true, rules: 1, totals: { removed: 1 } })
})

test.each([
  ['single rules becomes none of grouped ones', undefined, 500, 'one rule for each indicator'],
  ['grouped rules becomes none of single ones', 500, undefined, 'grouped rules']
] as const)('a folder of %s, and nothing is asked for', async (_what, first, second, held) => {
  const { server, run, files } = await openSyncing()
  server.on(CHANGES, grouped(changesFeed([putLine(1)])))
  await run({ group: first })
  const [before, asked] = [await files(), server.requests.length]
  const refusal = { code: 'invalid_parameter', message: expect.stringContaining(held) as unknown }
  await expect(run({ group: second })).rejects.toMatchObject(refusal)
  expect([await files(), server.requests.length]).toEqual([before, asked])
})

const HOLDS_SINGLE = {
  code: 'invalid_parameter',
  message: expect.stringContaining('the folder holds one rule for each indicator') as unknown
}

/** Something became of the state of a folder of single rules before grouped ones are asked for. */
test.each<readonly [string, (path: string) => Promise<void>]>([
  ['has no state, as after an export,', (path) => unlink(join(path, STATE_FILE))],
  ['has a state that cannot be read', (path) => writeFile(join(path, STATE_FILE), '{"server":')]
])('a folder of single rules that %s becomes none of grouped ones', async (_what, spoil) => {
  const { server, path, run, files } = await openSyncing()
  server.on(CHANGES, grouped(changesFeed([putLine(1)])))
  await run()
  await spoil(path)
  const [before, asked] = [await files(), server.requests.length]
  await expect(run({ group: 500 })).rejects.toMatchObject(HOLDS_SINGLE)
  expect([await files(), server.requests.length]).toEqual([before, asked])
})

test('a folder says what it holds before it holds anything, so that a first run may be killed', async () => {
  const { server, path, run, files } = await openSyncing()
  server.on(CHANGES, grouped(changesFeed([putLine(1)])))
  // The run ends where it would write this rule.
  await mkdir(join(path, fileOf(1)), { recursive: true })
  await expect(run()).rejects.toMatchObject({ code: 'folder_not_ours' })
  await rm(join(path, fileOf(1)), { recursive: true })
  const { [STATE_FILE]: state } = await files()
  expect(JSON.parse(state ?? '')).toEqual({ server: `${server.url}${EXPORT}`, filters: '' })
  await expect(run({ group: 500 })).rejects.toMatchObject(HOLDS_SINGLE)
  await rm(join(path, MANIFEST))
  await expect(run({ group: 500 })).rejects.toMatchObject(HOLDS_SINGLE)
  await rm(join(path, STATE_FILE))
  expect(await run({ group: 500 })).toMatchObject({ isInStep: true, rules: 1 })
})

test('the export of a server without a changes feed is taken where it is grouped', async () => {
  const { server, run } = await openSyncing()
  server.on(CHANGES, status(404))
  server.on(EXPORT, grouped(exportOf(ruleOf(1))))
  expect(await run({ group: 500 })).toMatchObject({ by: 'export', isInStep: true, rules: 1 })
  expect(server.requests.at(-1)?.target).toBe(`${EXPORT}?group=500&limit=4`)
})

test.each([
  ['changes feed', changesFeed([putLine(1)]), exportOf(ruleOf(1))],
  ['export', status(404), exportOf(ruleOf(1))],
  ['export, which groups otherwise,', json({}), grouped(exportOf(ruleOf(1)), '100')]
])('a server whose %s passes over the wish for groups is refused', async (_what, changes, rules) => {
  const { server, run } = await openSyncing()
  server.on(CHANGES, changes)
  server.on(EXPORT, rules)
  const refusal = { code: 'server_refused', message: expect.stringContaining('gives no grouped rules') as unknown }
  await expect(run({ group: 500 })).rejects.toMatchObject(refusal)
})

test('a grouped rule may be longer than a single one', async () => {
  const { server, run } = await openSyncing()
  const long = (n: number): string => `${ruleOf(n)}# ${'x'.repeat(1_048_576)}\n`
  const put = JSON.stringify({ ...(JSON.parse(putLine(1)) as object), rule: long(1) })
  server.on(CHANGES, grouped(changesFeed([put])))
  expect(await run({ group: 500 })).toMatchObject({ isInStep: true, rules: 1 })
  const other = await openSyncing()
  other.server.on(CHANGES, status(404))
  other.server.on(EXPORT, grouped(exportOf(long(2))))
  expect(await other.run({ group: 500 })).toMatchObject({ isInStep: true, rules: 1 })
})
