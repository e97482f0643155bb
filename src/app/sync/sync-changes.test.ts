import { unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { json, status, whole } from '../../../tests/support/feed-server.ts'
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

const cursorIn = (files: Readonly<Record<string, string>>): unknown =>
  (JSON.parse(files[STATE_FILE] ?? '{}') as { cursor?: unknown }).cursor

test('a folder begins with all that lives and goes on with what changes', async () => {
  const { server, run, files } = await openSyncing()
  server.on(CHANGES, changesFeed([putLine(1), putLine(2)], [putLine(3), removeLine(1)]))
  expect(await run()).toMatchObject({ by: 'changes feed', isInStep: true, rules: 2, totals: { added: 2, removed: 0 } })
  server.on(CHANGES, changesFeed([], [], [putLine(2, 'changed', 'low'), removeLine(3, 'guarded'), removeLine(8)]))
  expect(await run()).toMatchObject({
    isInStep: true,
    rules: 1,
    counts: [
      { outcome: 'changed', type: 'ipv4', reason: 'changed', count: 1 },
      { outcome: 'removed', type: 'ipv4', reason: 'guarded', count: 1 }
    ]
  })
  const { [MANIFEST]: _, [STATE_FILE]: state, ...rules } = await files()
  expect(rules).toEqual({ [fileOf(2)]: ruleOf(2, 'low') })
  expect(cursorIn({ [STATE_FILE]: state ?? '' })).toBe('3')
})

test('a quiet day changes no file, also where the feed has moved on', async () => {
  const { server, run, files } = await openSyncing()
  server.on(CHANGES, changesFeed([putLine(1)]))
  await run()
  const before = await files()
  server.on(CHANGES, changesFeed([], [removeLine(7, 'left_filter')], [putLine(1)]))
  expect(await run()).toMatchObject({ isInStep: true, totals: { added: 0, changed: 0, removed: 0 } })
  expect(await files()).toEqual(before)
})

test.each([
  ['is no longer kept', status(410)],
  ['belongs to another key', refusal('cursor')]
])('a cursor that %s starts over, and what is not in it goes', async (_what, answer) => {
  const { server, run, files } = await openSyncing()
  server.on(CHANGES, changesFeed([putLine(1), putLine(2)]))
  await run()
  server.on(CHANGES, (request, response) => {
    const again = changesFeed([putLine(2)], [putLine(3)], [])
    if (parameterOf(request, 'cursor') === '1' && server.requests.at(-1)?.target.includes('limit'))
      answer(request, response)
    else again(request, response)
  })
  expect(await run()).toMatchObject({ isInStep: true, rules: 2, totals: { added: 1, removed: 1 } })
  expect(Object.keys(await files())).toEqual([fileOf(2), fileOf(3), MANIFEST, STATE_FILE])
})

test('a feed that starts over twice is left for another time', async () => {
  const { server, run } = await openSyncing()
  server.on(CHANGES, status(410))
  await expect(run()).rejects.toMatchObject({ code: 'server_unreachable' })
})

test('an edited file is mended, a deleted one comes back', async () => {
  const { server, path, run, files } = await openSyncing()
  server.on(CHANGES, changesFeed([putLine(1), putLine(2)]))
  await run()
  const before = await files()
  await writeFile(join(path, fileOf(1)), 'edited')
  await unlink(join(path, fileOf(2)))
  expect(await run()).toMatchObject({ isInStep: true, totals: { added: 0, changed: 2, removed: 0 } })
  expect(await files()).toEqual(before)
})

test('other filters take everything anew', async () => {
  const { server, run } = await openSyncing()
  server.on(CHANGES, changesFeed([putLine(1), putLine(2)]))
  await run()
  server.on(CHANGES, changesFeed([putLine(2)]))
  const filters = { kinds: ['ipv4'], confidences: undefined, industries: undefined } as const
  expect(await run({ filters })).toMatchObject({ isInStep: true, rules: 1, totals: { removed: 1 } })
})

test('a state that cannot be read takes everything anew', async () => {
  const { server, path, run } = await openSyncing()
  server.on(CHANGES, changesFeed([putLine(1), putLine(2)]))
  await run()
  await writeFile(join(path, STATE_FILE), '{"server": 1')
  server.on(CHANGES, changesFeed([putLine(2)]))
  expect(await run()).toMatchObject({ isInStep: true, rules: 1 })
})

test('a feed that breaks off in the middle removes nothing, and the cursor stays', async () => {
  const { server, run, files } = await openSyncing()
  server.on(CHANGES, changesFeed([putLine(1)]))
  await run()
  server.on(CHANGES, (request, response) => {
    const answer =
      parameterOf(request, 'cursor') === '2' ? status(502) : changesFeed([], [removeLine(1), putLine(2)], [])
    answer(request, response)
  })
  expect(await run()).toMatchObject({ isInStep: false, rules: 2, totals: { added: 1, removed: 0 } })
  expect(cursorIn(await files())).toBe('1')
})

test('another server that gives only a part leaves no cursor behind to go on from', async () => {
  const { server, run, files } = await openSyncing()
  server.on(CHANGES, changesFeed([putLine(1)]))
  await run()
  const other = await openSyncing()
  const url = new URL(`${other.server.url}${EXPORT}`)
  other.server.on(EXPORT, exportOf(ruleOf(2), ruleOf(3), ruleOf(4), ruleOf(5)))
  expect(await run({ url })).toMatchObject({ isInStep: false, rules: 5 })
  expect(cursorIn(await files())).toBeUndefined()
  expect(await run()).toMatchObject({ isInStep: true, rules: 1, totals: { removed: 4 } })
})

test.each([
  ['no JSON', '{', 'it is no JSON'],
  ['a hostile id', JSON.stringify({ op: 'remove', rule_id: '../x' }), 'its rule_id is no UUID'],
  ['an unknown op', removeLine(1).replace('remove', 'drop'), 'its op is neither put nor remove'],
  ['no rule', putLine(1).replace('"rule"', '"role"'), 'it brings no rule'],
  ['a rule of another id', putLine(1).replace('0001",', '0002",'), 'its rule has another id'],
  ['a rule that is none', JSON.stringify({ ...(JSON.parse(putLine(1)) as object), rule: '- x' }), 'a list instead'],
  ['a line without end', `"${'x'.repeat(4 * 2 ** 20)}"`, 'it is too long']
])('a line with %s is refused, and nothing is removed', async (_what, line, reason) => {
  const { server, run } = await openSyncing()
  server.on(CHANGES, changesFeed([putLine(9)]))
  await run()
  server.on(CHANGES, changesFeed([], [line, putLine(3), removeLine(9)]))
  const report = await run()
  expect(report).toMatchObject({ isInStep: false, totals: { added: 1, removed: 0 } })
  expect(report.notes).toEqual([expect.stringContaining(`line 1: `)])
  expect(report.notes).toEqual([expect.stringContaining(reason)])
})

test.each([
  ['no cursor', whole('', { 'content-type': 'application/x-ndjson' }), 'no cursor to go on from'],
  [
    'the same page again and again',
    whole(putLine(1), { 'content-type': 'application/x-ndjson', link: `<${CHANGES}?cursor=1>; rel="next"` }),
    'again and again'
  ]
])('a feed that gives %s is none', async (_what, answer, reason) => {
  const { server, run } = await openSyncing()
  server.on(CHANGES, answer)
  const told = await run().then(
    ({ notes }) => notes.join(' '),
    (error: unknown) => String(error)
  )
  expect(told).toContain(reason)
})

test.each([
  ['404', status(404)],
  ['405', status(405)],
  ['403 for the tier', refusal('', 'tier_required', 403)],
  ['a page of its own', whole('<html>', { 'content-type': 'text/html' })],
  ['JSON', json({})]
])('a server that answers the path of the feed with %s gives its export', async (_what, answer) => {
  const { server, run } = await openSyncing()
  server.on(CHANGES, answer)
  server.on(EXPORT, exportOf(ruleOf(1)))
  expect(await run()).toMatchObject({ by: 'export', isInStep: true, rules: 1 })
})

test('a server that refuses the key is not asked for its export', async () => {
  const { server, run } = await openSyncing()
  server.on(CHANGES, refusal('', 'insufficient_scope', 403))
  server.on(EXPORT, exportOf(ruleOf(1)))
  await expect(run()).rejects.toMatchObject({ code: 'server_refused' })
})

function refusal(parameter: string, code = 'invalid_parameter', answered = 400): ReturnType<typeof status> {
  return (_request, response) => {
    response.writeHead(answered).end(JSON.stringify({ error: { code, details: { parameter } } }))
  }
}
