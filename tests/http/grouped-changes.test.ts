import { describe, expect, test } from 'vitest'
import { removeIndicator } from '../../src/app/find-indicator.ts'
import { acting } from '../support/acting.ts'
import { errorOf, nextSinceOf, type Asked } from './ask.ts'
import { CHANGES, linesOf, nextOf, type Line } from './change-lines.ts'
import { openStream } from './stream.ts'
import { addresses, startServer, type TestServer } from './test-server.ts'

const SIGMA = '/api/v1/iocs/sigma'

/** What a line about a grouped rule comes to, in short. */
const shortOf = (line: Line): string => {
  const { chunk } = line as unknown as { readonly chunk: { readonly prefix: string; readonly members: number } }
  return `${line.op} ${chunk.prefix === '' ? '-' : chunk.prefix} ${chunk.members} ${line.reason}`
}

/** The rules of a fresh export, by id. */
const exported = async (server: TestServer, group: string): Promise<ReadonlyMap<string, string>> => {
  const { text } = await server.ask(`${SIGMA}?group=${group}&limit=10000`)
  const rules = text.split('---\n').filter((rule) => rule.startsWith('title:'))
  return new Map(rules.map((rule) => [/^id: (.*)$/m.exec(rule)?.[1] ?? '', rule]))
}

/** Applies the lines of an answer, up to so many. */
const apply = (answer: Asked, rules: Map<string, string>, most = Number.POSITIVE_INFINITY): string | undefined => {
  const lines = linesOf(answer).slice(0, most)
  for (const { op, rule_id: id, rule = '' } of lines) {
    if (op === 'put') rules.set(id, rule)
    else rules.delete(id)
  }
  return lines.at(-1)?.cursor
}

describe('the changes feed of grouped rules', () => {
  test('starts with every rule, says how they are grouped, and needs no second page', async () => {
    const server = await startServer()
    await server.import('198.51.100.1', '198.51.100.2', 'evil.example')
    const answer = await server.ask(`${CHANGES}?group=500`)
    expect(answer.headers).toMatchObject({
      'x-rule-group': '500',
      'content-type': 'application/x-ndjson; charset=utf-8'
    })
    expect(linesOf(answer).map(shortOf)).toEqual(['put - 2 new', 'put - 1 new'])
    const [line] = linesOf(answer)
    const one = await server.ask(`${SIGMA}?type=ipv4&group=500`)
    expect(line).toEqual({
      op: 'put',
      rule_id: /^id: (.*)$/m.exec(one.text)?.[1],
      chunk: { type: 'ipv4', confidence: 'medium', prefix: '', members: 2 },
      at: '2026-05-17T10:00:00.000001Z',
      reason: 'new',
      rule: one.text,
      cursor: line?.cursor
    })
    const end = await server.ask(nextOf(answer))
    expect([end.status, end.text, nextOf(end)]).toEqual([200, '', nextOf(answer)])
  })

  test('tells what one more indicator does to a full rule, and what its removal does', async () => {
    const server = await startServer()
    await server.import(...addresses(16))
    const full = await server.ask(`${CHANGES}?group=16`)
    expect(linesOf(full).map(shortOf)).toEqual(['put - 16 new'])
    await server.import(...addresses(1, 16))
    const split = await server.ask(nextOf(full))
    const lines = linesOf(split)
    expect(lines.at(-1)).toMatchObject({ op: 'remove', reason: 'split', rule_id: linesOf(full)[0]?.rule_id })
    expect(lines.slice(0, -1).every(({ op, reason }) => op === 'put' && reason === 'new')).toBe(true)
    expect(new Set(lines.slice(0, -1).map(({ cursor }) => cursor))).toEqual(new Set([linesOf(full)[0]?.cursor]))
    expect(nextOf(split)).toContain(lines.at(-1)?.cursor)
    await removeIndicator(acting(server.store), addresses(1)[0] ?? '', 'a customer of ours')
    const merged = linesOf(await server.ask(nextOf(split)))
    expect(merged.map(shortOf)[0]).toBe('put - 16 new')
    expect(new Set(merged.slice(1).map(({ op, reason }) => `${op} ${reason}`))).toEqual(new Set(['remove merged']))
  })

  test('brings a client that stops at any line to the rules of a fresh export', async () => {
    const server = await startServer()
    await server.import(...addresses(60))
    const rules = new Map<string, string>()
    let next = `${CHANGES}?group=4`
    for (const stop of [3, 7, 1, 9, 2]) {
      const cursor = apply(await server.ask(next), rules, stop)
      next = `${CHANGES}?group=4&cursor=${cursor}`
      await server.import(...addresses(7, 60 + stop * 10))
      await removeIndicator(acting(server.store), addresses(1, stop)[0] ?? '', 'a customer of ours')
    }
    apply(await server.ask(next), rules)
    expect(rules).toEqual(await exported(server, '4'))
  })

  test('goes on from an export of grouped rules', async () => {
    const server = await startServer()
    await server.import(...addresses(30))
    const whole = await server.ask(`${SIGMA}?group=8&limit=10000`)
    const rules = new Map(await exported(server, '8'))
    await server.import(...addresses(5, 30), 'evil.example')
    const answer = await server.ask(`${CHANGES}?group=8&since=${nextSinceOf(whole)}`)
    apply(answer, rules)
    expect(rules).toEqual(await exported(server, '8'))
    expect(linesOf(answer).length).toBeLessThan(rules.size)
  })

  test('says nothing of what was only seen again', async () => {
    const server = await startServer()
    await server.import(...addresses(30))
    const start = await server.ask(`${CHANGES}?group=auto`)
    server.clock.set(server.clock.now() + 86_400_000_000)
    await server.import(...addresses(30))
    expect((await server.ask(nextOf(start))).text).toBe('')
  })

  test.each([
    ['group=0', 'group'],
    ['group=10001', 'group'],
    ['group=many', 'group'],
    ['group=500&limit=10', 'limit'],
    ['group=500&wait=61', 'wait']
  ])('refuses %s', async (query, parameter) => {
    const server = await startServer()
    const { status, text } = await server.ask(`${CHANGES}?${query}`)
    expect([status, errorOf(text).details]).toEqual([400, expect.objectContaining({ parameter })])
  })

  test('refuses a cursor of other groups, and one of single rules', async () => {
    const server = await startServer()
    await server.import('198.51.100.1')
    const [cursor] = linesOf(await server.ask(`${CHANGES}?group=500`)).map((line) => line.cursor)
    for (const other of ['group=499', 'group=auto', 'type=ipv4']) {
      const { status, text } = await server.ask(`${CHANGES}?${other}&cursor=${cursor}`)
      expect([status, errorOf(text).code]).toEqual([400, 'invalid_parameter'])
    }
  })

  test('ends with versions that are no longer kept', async () => {
    const server = await startServer()
    await server.import(...addresses(3))
    const start = await server.ask(`${CHANGES}?group=500`)
    await removeIndicator(acting(server.store), addresses(1)[0] ?? '', 'a customer of ours')
    const { position } = await server.store.state()
    await server.store.write(async (transaction) => transaction.forget(position, 0, 100))
    const { status, text } = await server.ask(nextOf(start))
    expect([status, errorOf(text).code]).toEqual([410, 'cursor_expired'])
    expect(errorOf(text).message).toContain('versions of that time are no longer kept')
    expect((await server.ask(nextOf(start).replace('group=500&', ''))).status).toBe(400)
  })

  test('takes a place among exports only while it is written', async () => {
    const server = await startServer({
      settings: (defaults) => ({ ...defaults, limits: { ...defaults.limits, maxConcurrentExports: 1 } })
    })
    await server.import(...addresses(3))
    const paths = [`${CHANGES}?group=1`, `${SIGMA}?group=1`, `${CHANGES}?group=0`, `${CHANGES}?group=2`]
    const statuses: number[] = []
    for (const path of paths) statuses.push((await server.ask(path)).status)
    expect((await server.ask(`${CHANGES}?group=1`, { method: 'HEAD' })).status).toBe(200)
    statuses.push((await server.ask(nextOf(await server.ask(`${CHANGES}?group=1`)))).status)
    expect(statuses).toEqual([200, 200, 400, 200, 200])
  })

  test('waits for what comes', async () => {
    const server = await startServer({
      pause: async () => {
        await server.import('198.51.100.1')
      }
    })
    const start = await server.ask(`${CHANGES}?group=500&wait=0`)
    const answer = await server.ask(nextOf(start).replace('wait=0', 'wait=60'))
    expect(linesOf(answer).map(shortOf)).toEqual(['put - 1 new'])
  })

  test('comes as server-sent events, of which the last of a change leads on', async () => {
    const server = await startServer()
    await server.import(...addresses(16))
    const stream = await openStream(server.url, `${CHANGES}?group=16`, server.pro)
    expect(stream.headers).toMatchObject({ 'content-type': 'text/event-stream', 'x-rule-group': '16' })
    await stream.until('event: put')
    await server.import(...addresses(1, 16))
    const text = await stream.until('"reason":"split"')
    stream.leave()
    const ids = [...text.matchAll(/^id: (.*)$/gm)].map(([, id]) => id)
    expect(new Set(ids.slice(0, -1)).size).toBe(1)
    expect((await server.ask(`${CHANGES}?group=16&cursor=${ids.at(-1)}`)).text).toBe('')
  })
})
