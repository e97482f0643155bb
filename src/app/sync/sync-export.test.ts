import { existsSync } from 'node:fs'
import { mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cutOff, json, raw, redirect, startFeedServer, status, whole } from '../../../tests/support/feed-server.ts'
import {
  bodyOf,
  EXPORT,
  exportOf,
  fileOf,
  idOf,
  KEY,
  linkedExport,
  openSyncing,
  parameterOf,
  ruleOf
} from '../../../tests/support/syncing.ts'
import { MANIFEST } from '../rule-manifest.ts'
import { STATE_FILE } from './sync-state.ts'

test('an answer with fewer rules than were asked for is complete: what is not in it goes', async () => {
  const { server, run, files } = await openSyncing()
  server.on(EXPORT, exportOf(ruleOf(1), ruleOf(2), ruleOf(3)))
  expect(await run()).toMatchObject({ isInStep: true, rules: 3, totals: { added: 3, changed: 0, removed: 0 } })
  server.on(EXPORT, exportOf(ruleOf(2, 'low'), ruleOf(3)))
  expect(await run()).toMatchObject({
    by: 'export',
    isInStep: true,
    rules: 2,
    totals: { added: 0, changed: 1, removed: 1 },
    counts: [
      { outcome: 'changed', type: 'ipv4', reason: 'changed', count: 1 },
      { outcome: 'removed', type: 'ipv4', reason: 'gone', count: 1 }
    ]
  })
  const { [MANIFEST]: _, [STATE_FILE]: state, ...rules } = await files()
  expect(rules).toEqual({ [fileOf(2)]: ruleOf(2, 'low'), [fileOf(3)]: ruleOf(3) })
  expect(JSON.parse(state ?? '')).toEqual({ server: `${server.url}${EXPORT}`, filters: '' })
})

test('a second run over the same answer touches no file', async () => {
  const { server, path, run, files } = await openSyncing()
  server.on(EXPORT, exportOf(ruleOf(1)))
  await run()
  const stats = async (): Promise<unknown> =>
    Promise.all(
      Object.keys(await files()).map(async (name) => {
        const { ino, mtimeMs } = await stat(join(path, name))
        return [name, ino, mtimeMs]
      })
    )
  const before = await stats()
  expect(await run()).toMatchObject({ isInStep: true, totals: { added: 0, changed: 0, removed: 0 } })
  expect(await stats()).toEqual(before)
})

test('an answer cut at the limit, without a link, adds and changes and removes nothing', async () => {
  const { server, run, files } = await openSyncing()
  server.on(EXPORT, exportOf(ruleOf(1), ruleOf(2)))
  await run()
  server.on(EXPORT, exportOf(ruleOf(2, 'low'), ruleOf(3), ruleOf(4), ruleOf(5)))
  const report = await run()
  expect(report).toMatchObject({ isInStep: false, totals: { added: 3, changed: 1, removed: 0 } })
  expect(report.notes).toEqual([expect.stringContaining('as many as it was asked for')])
  expect(Object.keys(await files())).toContain(fileOf(1))
})

test('links are followed to the end', async () => {
  const { server, run } = await openSyncing()
  server.on(EXPORT, exportOf(ruleOf(9)))
  await run()
  server.on(
    EXPORT,
    linkedExport(
      [1, 2, 3, 4].map((n) => ruleOf(n)),
      [5, 6, 7, 8].map((n) => ruleOf(n))
    )
  )
  expect(await run()).toMatchObject({ isInStep: true, rules: 8, totals: { added: 8, changed: 0, removed: 1 } })
})

test('a walk over several pages ends with a poll for what changed meanwhile', async () => {
  const { server, run } = await openSyncing()
  const SINCE = '2026-05-17T10:00:00.000001Z'
  server.on(EXPORT, (request, response) => {
    const isPoll = parameterOf(request, 'since') === SINCE
    const isSecond = parameterOf(request, 'cursor') !== null
    const link = isPoll || isSecond ? {} : { link: `<${EXPORT}?cursor=1>; rel="next"` }
    const answer = whole(isPoll ? ruleOf(3) : ruleOf(isSecond ? 2 : 1), { 'x-next-since': SINCE, ...link })
    answer(request, response)
  })
  expect(await run({ pageSize: 1 })).toMatchObject({ isInStep: true, rules: 3 })
})

test('a server that fails in the middle leaves what came before, and nothing is removed', async () => {
  const { server, run, waits } = await openSyncing()
  server.on(EXPORT, exportOf(ruleOf(9)))
  await run()
  const good = linkedExport([ruleOf(1), ruleOf(2)], [ruleOf(3)])
  server.on(EXPORT, (request, response) => {
    const answer = parameterOf(request, 'cursor') === null ? good : status(500)
    answer(request, response)
  })
  const report = await run()
  expect(report).toMatchObject({ isInStep: false, rules: 3, totals: { added: 2, removed: 0 } })
  expect(report.notes).toEqual([expect.stringContaining('answers 500')])
  expect(waits).toEqual([1, 2])
})

test('a page that breaks off is dropped whole', async () => {
  const { server, run, files } = await openSyncing()
  server.on(EXPORT, (request, response) => {
    const half = bodyOf(ruleOf(2), ruleOf(3))
    const answer =
      parameterOf(request, 'cursor') === null ? linkedExport([ruleOf(1)], []) : cutOff(half.slice(0, -20), half.length)
    answer(request, response)
  })
  expect(await run()).toMatchObject({ isInStep: false, rules: 1 })
  expect(Object.keys(await files())).toEqual([fileOf(1), MANIFEST, STATE_FILE])
})

test('what passes by itself is tried again, after as long as the server asks for', async () => {
  const { server, run, waits } = await openSyncing()
  const answers = [status(429, { 'retry-after': '7' }), status(503), exportOf(ruleOf(1))]
  server.on(EXPORT, (request, response) => answers.shift()?.(request, response))
  expect(await run()).toMatchObject({ isInStep: true, rules: 1 })
  expect(waits).toEqual([7, 2])
})

test('a server that asks to wait for an hour is left for another time', async () => {
  const { server, run, waits } = await openSyncing()
  server.on(EXPORT, status(429, { 'retry-after': '3600' }))
  await expect(run()).rejects.toMatchObject({ code: 'server_unreachable', message: like('wait 3600 seconds') })
  expect(waits).toEqual([])
})

const half = bodyOf(ruleOf(1), ruleOf(2))

test.each([
  ['is shorter than was announced', cutOff(half, half.length + 10)],
  ['says neither its length nor its end', raw(`HTTP/1.1 200 OK\r\n\r\n${half}`)],
  ['announces more rules than it holds', whole(half, { 'x-rule-count': '3' })],
  ['is empty', whole('')]
])('an answer that %s is none, and the folder stays as it is', async (_what, answer) => {
  const { server, run, files } = await openSyncing()
  server.on(EXPORT, exportOf(ruleOf(9)))
  await run()
  const before = await files()
  server.on(EXPORT, answer)
  await expect(run()).rejects.toMatchObject({ code: 'server_unreachable' })
  expect(await files()).toEqual(before)
})

test('a comment alone is an answer without rules', async () => {
  const { server, run } = await openSyncing()
  server.on(EXPORT, exportOf(ruleOf(9)))
  await run()
  server.on(EXPORT, whole('# No indicator matches, so there is no rule.\n'))
  expect(await run()).toMatchObject({ isInStep: true, rules: 0, totals: { removed: 1 } })
})

test.each([
  ['a web page', whole('<!doctype html><title>Sign in</title>', { 'content-type': 'text/html' })],
  ['a web page under another type', whole('\n <html>', { 'content-type': 'text/plain' })],
  ['JSON', json({ error: { code: 'x' } })]
])('%s instead of rules is refused', async (_what, answer) => {
  const { server, run } = await openSyncing()
  server.on(EXPORT, answer)
  await expect(run()).rejects.toMatchObject({ code: 'server_unexpected', message: like('instead of rules') })
})

test('of a refusal the words of the server are shown, and never the key', async () => {
  const { server, run } = await openSyncing()
  const error = { code: 'invalid_api_key', message: `No key ${KEY}\u001b[2J.`, request_id: 'req_1' }
  server.on(EXPORT, (_request, response) => response.writeHead(401).end(JSON.stringify({ error })))
  const failure = run()
  await expect(failure).rejects.toMatchObject({ code: 'server_refused', message: like('"invalid_api_key", "No key') })
  await expect(failure).rejects.not.toMatchObject({ message: like(KEY) })
  await expect(failure).rejects.toMatchObject({ message: like('\\[key\\]\\\\u001b\\[2J') })
})

test.each([
  ['id: ../../../etc/passwd', 'its id is no UUID'],
  ['id: [1, 2]', 'its id is no UUID'],
  ['title: none', 'it has no id'],
  [`id: ${idOf(1)}/../x`, 'its id is no UUID'],
  [`action: global\nid: ${idOf(1)}`, 'it shares its parts'],
  ['- id: x', 'it is a list instead of a rule'],
  ['id: "unclosed', 'it is no YAML']
])('a document %j is refused, the others are kept, and nothing is removed', async (document, reason) => {
  const { server, run, files } = await openSyncing()
  server.on(EXPORT, exportOf(ruleOf(9)))
  await run()
  server.on(EXPORT, exportOf(`${document}\n`, ruleOf(2)))
  const report = await run()
  expect(report).toMatchObject({ isInStep: false, totals: { added: 1, removed: 0 } })
  expect(report.notes).toEqual([expect.stringContaining(`document 1, line 1: ${reason}`)])
  expect(Object.keys(await files())).toEqual([fileOf(2), fileOf(9), MANIFEST, STATE_FILE])
})

test('bytes that are no UTF-8, and a document that is too long, are refused', async () => {
  const { server, run } = await openSyncing()
  const long = `id: ${idOf(3)}\ntitle: ${'x'.repeat(1_048_576)}\n`
  const body = Buffer.concat([
    Buffer.from(`id: ${idOf(1)}\ntitle: `),
    Buffer.from([0xff, 10]),
    Buffer.from(`---\n${long}`)
  ])
  server.on(EXPORT, whole(body))
  const { notes } = await run()
  expect(notes).toEqual([like('no UTF-8.*more than 1048576 bytes')])
})

test('of two rules with one id the later counts, in any letter case', async () => {
  const { server, run, files } = await openSyncing()
  server.on(EXPORT, exportOf(ruleOf(1), ruleOf(1, 'low').replace(idOf(1), idOf(1).toUpperCase())))
  expect(await run()).toMatchObject({ isInStep: true, rules: 1, notes: [like('a later one')] })
  expect((await files())[fileOf(1)]).toContain('level: low')
})

test('a link to another server is not followed, and the key stays here', async () => {
  const { server, run } = await openSyncing()
  const other = await startFeedServer()
  server.on(EXPORT, whole(ruleOf(1), { link: `<${other.url}${EXPORT}>; rel=next` }))
  await expect(run()).rejects.toMatchObject({ code: 'server_unexpected', message: like('not on the same server') })
  server.on(EXPORT, redirect(`${other.url}${EXPORT}`))
  await expect(run()).rejects.toMatchObject({ code: 'server_refused', message: like('redirects to') })
  server.on(EXPORT, redirect('http://['))
  await expect(run()).rejects.toMatchObject({ code: 'server_refused', message: like('no URL') })
  expect(other.requests).toEqual([])
})

test('a redirect on the same server is followed, a circle of them is not', async () => {
  const { server, run } = await openSyncing()
  server.on(EXPORT, redirect('/elsewhere'))
  server.on('/elsewhere', exportOf(ruleOf(1)))
  expect(await run()).toMatchObject({ isInStep: true, rules: 1 })
  expect(server.requests.at(-1)?.headers.authorization).toBe(`Bearer ${KEY}`)
  server.on('/elsewhere', redirect(EXPORT))
  await expect(run()).rejects.toMatchObject({ code: 'server_unreachable', message: like('redirected more than') })
})

test('links that lead in a circle end', async () => {
  const { server, run } = await openSyncing()
  server.on(EXPORT, whole(ruleOf(1), { link: `<${EXPORT}?cursor=1>; rel="next"` }))
  expect(await run()).toMatchObject({ isInStep: false, rules: 1, notes: [like('without bringing anything new')] })
})

test('a server that allows less at once is asked for less', async () => {
  const { server, run } = await openSyncing()
  server.on(EXPORT, (request, response) => {
    const details = { parameter: 'limit', allowed: ['1 to 2'] }
    if (parameterOf(request, 'limit') === '2') exportOf(ruleOf(1))(request, response)
    else response.writeHead(400).end(JSON.stringify({ error: { code: 'invalid_parameter', details } }))
  })
  expect(await run()).toMatchObject({ isInStep: true, rules: 1 })
})

test('filters go along, and other filters are another set of rules', async () => {
  const { server, run } = await openSyncing()
  server.on(EXPORT, exportOf(ruleOf(1)))
  const filters = { kinds: ['ipv4', 'domain'], confidences: ['high'], industries: undefined } as const
  expect(await run({ filters })).toMatchObject({ filters: 'type=ipv4,domain&confidence=high' })
  expect(server.requests.at(-1)?.target).toBe(`${EXPORT}?type=ipv4,domain&confidence=high&limit=4`)
})

test('files of others are left alone, also where a manifest lies about them', async () => {
  const { server, path, run } = await openSyncing()
  await mkdir(path, { recursive: true })
  const zeros = '0'.repeat(64)
  await writeFile(join(path, '..', 'outside.yml'), 'mine')
  await writeFile(join(path, 'own.yml'), 'mine')
  await writeFile(join(path, MANIFEST), `${zeros}  ../outside.yml\n${zeros}  own.yml\n${zeros}  ${fileOf(7)}\n`)
  server.on(EXPORT, exportOf(ruleOf(1)))
  expect(await run()).toMatchObject({ isInStep: true, rules: 1, totals: { removed: 1 } })
  expect([join(path, '..', 'outside.yml'), join(path, 'own.yml')].map((name) => existsSync(name))).toEqual([true, true])
})

const like = (pattern: string): unknown => expect.stringMatching(new RegExp(pattern, 's'))
