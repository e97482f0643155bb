import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addToGuard } from '../../src/app/guard/guard-edits.ts'
import { guardOf } from '../../src/app/guard/load-guard.ts'
import { ageIndicators } from '../../src/app/age-indicators.ts'
import { recheckGuard } from '../../src/app/guard/recheck-guard.ts'
import { removeIndicator } from '../../src/app/find-indicator.ts'
import { defaultSettings } from '../support/settings.ts'
import { errorOf, idsOf, nextSinceOf } from './ask.ts'
import { CHANGES, linesOf, nextOf, shortOf } from './change-lines.ts'
import { addresses, startServer, withTier, type TestServer } from './test-server.ts'
import { acting } from '../support/acting.ts'

const SIGMA = '/api/v1/iocs/sigma'
const INSTANTS_PER_DAY = 86_400_000_000

/** A client that keeps what it is sent, from where it was. */
const follow = async (server: TestServer, path: string, rules: Map<string, string>): Promise<string> => {
  let next = path
  for (;;) {
    const answer = await server.ask(next)
    expect(answer.status).toBe(200)
    const lines = linesOf(answer)
    for (const { op, rule_id: id, rule = '' } of lines) {
      if (op === 'put') rules.set(id, rule)
      else rules.delete(id)
    }
    next = nextOf(answer)
    if (lines.length === 0) return next
  }
}

/** The rules of a fresh export, by id. */
const exported = async (server: TestServer): Promise<ReadonlyMap<string, string>> => {
  const answer = await server.ask(`${SIGMA}?limit=10000`)
  const ids = idsOf(answer)
  return new Map(ids.length === 0 ? [] : answer.text.split('---\n').map((rule, index) => [ids[index] ?? '', rule]))
}

describe('the changes feed', () => {
  test('starts with every rule that lives', async () => {
    const server = await startServer()
    await server.import('198.51.100.1', 'http://evil.example/a')
    const answer = await server.ask(CHANGES)
    expect(answer.headers['content-type']).toBe('application/x-ndjson; charset=utf-8')
    expect(linesOf(answer).map(shortOf)).toEqual(['put 198.51.100.1 new', 'put http://evil.example/a new'])
    const [line] = linesOf(answer)
    const one = await server.ask(`${SIGMA}?type=ipv4`)
    expect(line).toEqual({
      op: 'put',
      rule_id: idsOf(one)[0],
      indicator: { type: 'ipv4', value: '198.51.100.1' },
      at: '2026-05-17T10:00:00.000000Z',
      reason: 'new',
      rule: one.text,
      cursor: line?.cursor
    })
  })

  test('goes on with what changed, and tells what to remove and why', async () => {
    const server = await startServer()
    await server.import('198.51.100.1', '198.51.100.2', '198.51.100.3')
    const start = await server.ask(CHANGES)
    await server.importFeed('Other', '198.51.100.1')
    await removeIndicator(acting(server.store), '198.51.100.2', 'a customer of ours')
    server.clock.set(server.clock.now() + 100 * INSTANTS_PER_DAY)
    await server.import('198.51.100.1')
    await ageIndicators({ store: server.store, settings: await defaultSettings(), clock: server.clock })
    const lines = linesOf(await server.ask(nextOf(start)))
    expect(lines.map(shortOf)).toEqual([
      'remove 198.51.100.2 removed',
      'put 198.51.100.1 changed',
      'remove 198.51.100.3 expired'
    ])
    expect(lines.filter(({ op }) => op === 'remove').every(({ rule }) => rule === undefined)).toBe(true)
  })

  test('tells that the guard stops a value', async () => {
    const server = await startServer()
    await server.import('198.51.100.3')
    const start = await server.ask(CHANGES)
    const terms = { mode: 'block', why: 'our scanner', until: undefined } as const
    await addToGuard(acting(server.store, server.clock), '198.51.100.3', terms)
    await recheckGuard(server.store, guardOf(server.store, await defaultSettings(), server.clock))
    expect(linesOf(await server.ask(nextOf(start))).map(shortOf)).toEqual(['remove 198.51.100.3 guarded'])
  })

  test('removes what no longer matches the filters', async () => {
    const server = await startServer()
    await server.importText('Feed', 'indicator,confidence\n198.51.100.1,high\n')
    const start = await server.ask(`${CHANGES}?confidence=high`)
    expect(linesOf(start)).toHaveLength(1)
    await server.importText('Feed', 'indicator,confidence\n198.51.100.1,low\n')
    expect(linesOf(await server.ask(nextOf(start))).map(shortOf)).toEqual(['remove 198.51.100.1 left_filter'])
  })

  test('repeats its parameters in the Link, which an empty answer has, too', async () => {
    const server = await startServer()
    const answer = await server.ask(`${CHANGES}?type=ipv4&limit=7`)
    expect([answer.status, answer.text]).toEqual([200, ''])
    expect(nextOf(answer)).toMatch(/^\/api\/v1\/iocs\/sigma\/changes\?type=ipv4&limit=7&cursor=c[0-9a-z.]+$/)
  })

  test('goes on behind any line by its cursor', async () => {
    const server = await startServer()
    await server.import(...addresses(5))
    const all = linesOf(await server.ask(CHANGES))
    const rest = await server.ask(`${CHANGES}?cursor=${all[1]?.cursor}`)
    expect(linesOf(rest)).toEqual(all.slice(2))
  })

  test('gives X-Next-Since on a start only, from which an export or the feed goes on', async () => {
    const server = await startServer()
    await server.import(...addresses(5))
    const start = await server.ask(`${CHANGES}?limit=2`)
    const second = await server.ask(nextOf(start))
    expect(second.headers).not.toHaveProperty('x-next-since')
    await server.import(...addresses(2, 5))
    const since = nextSinceOf(start)
    expect(idsOf(await server.ask(`${SIGMA}?since=${since}`))).toHaveLength(2)
    const goneOn = await server.ask(`${CHANGES}?since=${since}&limit=1`)
    expect(linesOf(goneOn).map(({ indicator }) => indicator.value)).toEqual(['198.18.0.5'])
    const last = await server.ask(`${CHANGES}?since=${nextSinceOf(goneOn)}`)
    expect(linesOf(last).map(({ indicator }) => indicator.value)).toEqual(['198.18.0.6'])
  })

  test('is kept by nobody and names what its answers vary by', async () => {
    const server = await startServer()
    const { headers } = await server.ask(CHANGES)
    expect(headers).toMatchObject({
      'cache-control': 'private, no-store',
      vary: 'Accept, Accept-Encoding, Authorization, X-API-Key',
      'x-ratelimit-remaining': '999'
    })
    expect(headers['x-request-id']).toMatch(/^req_/)
    expect(headers).not.toHaveProperty('etag')
  })

  test('leads a client to the rules of a fresh export, whatever is taken in meanwhile', async () => {
    const step = fc.record({
      values: fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 6 }),
      confidence: fc.constantFrom('high', 'medium', 'low'),
      removed: fc.option(fc.integer({ min: 1, max: 12 })),
      limit: fc.integer({ min: 1, max: 4 })
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const server = await startServer()
        const rules = new Map<string, string>()
        let next = `${CHANGES}?limit=3`
        for (const { values, confidence, removed, limit } of steps) {
          const rows = values.map((value) => `198.51.100.${value},${confidence}\n`).join('')
          if (rows !== '') await server.importText('Feed', `indicator,confidence\n${rows}`)
          // Half a walk: one page, between two writes.
          const page = await server.ask(next.replace(/limit=\d+/, `limit=${limit}`))
          for (const { op, rule_id: id, rule = '' } of linesOf(page)) {
            if (op === 'put') rules.set(id, rule)
            else rules.delete(id)
          }
          next = nextOf(page)
          if (removed !== null)
            await removeIndicator(acting(server.store), `198.51.100.${removed}`, 'gone').catch(() => 0)
        }
        await follow(server, next, rules)
        expect(rules).toEqual(await exported(server))
      }),
      { numRuns: 10 }
    )
  })
})

describe('a changes feed is refused', () => {
  test('to a tier without the Sigma export or with a shorter lookback than the longest', async () => {
    const server = await startServer({ settings: withTier('free', { sigmaExport: true }) })
    const { status, text } = await server.ask(CHANGES, { key: server.free })
    expect([status, errorOf(text)]).toEqual([
      403,
      expect.objectContaining({ code: 'tier_required', details: { tier: 'free', required: ['pro'] } })
    ])
  })

  test.each(['nonsense', 'c1.2.3', 'a1.0.x.y'])('for the cursor %s', async (cursor) => {
    const server = await startServer()
    const { status, text } = await server.ask(`${CHANGES}?cursor=${cursor}`)
    expect([status, errorOf(text).details]).toEqual([400, expect.objectContaining({ parameter: 'cursor' })])
  })

  test('for a cursor of other filters', async () => {
    const server = await startServer()
    const cursor = new URL(nextOf(await server.ask(`${CHANGES}?type=ipv4`)), server.url).searchParams.get('cursor')
    expect((await server.ask(`${CHANGES}?type=ipv6&cursor=${cursor}`)).status).toBe(400)
  })

  test('for a cursor whose way is gone, with how to start over', async () => {
    const server = await startServer()
    await server.import('198.51.100.1', '198.51.100.2')
    const start = await server.ask(CHANGES)
    await removeIndicator(acting(server.store), '198.51.100.1', 'gone')
    server.clock.set(server.clock.now() + 2_000 * INSTANTS_PER_DAY)
    await ageIndicators({ store: server.store, settings: await defaultSettings(), clock: server.clock })
    const { status, text } = await server.ask(nextOf(start))
    expect([status, errorOf(text).code]).toEqual([410, 'cursor_expired'])
    expect(errorOf(text).message).toMatch(/Start over without cursor and since/)
    expect((await server.ask(CHANGES)).status).toBe(200)
  })

  test('for a cursor of another program, as rules may be written otherwise', async () => {
    const server = await startServer()
    const cursor = new URL(nextOf(await server.ask(CHANGES)), server.url).searchParams.get('cursor') ?? ''
    const other = cursor.replace(/[0-9a-f]{4}$/, 'ffff')
    expect((await server.ask(`${CHANGES}?cursor=${other}`)).status).toBe(410)
  })

  test.each(['61', '-1', '1.5', 'long'])('for wait=%s', async (wait) => {
    const server = await startServer()
    const { status, text } = await server.ask(`${CHANGES}?wait=${wait}`)
    expect([status, errorOf(text).details]).toEqual([
      400,
      expect.objectContaining({ parameter: 'wait', allowed: ['0 to 60'] })
    ])
  })
})
