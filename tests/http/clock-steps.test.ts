import { describe, expect, test } from 'vitest'
import { verifyAudit } from '../../src/app/audit/verify-audit.ts'
import { operator } from '../../src/app/keys/granter.ts'
import type { Settings } from '../../src/config/settings.ts'
import { MOMENT } from '../support/stores.ts'
import { errorOf, type Asked } from './ask.ts'
import { startServer, type TestServer } from './test-server.ts'

const LIST = '/api/v1/iocs'
const SECOND = 1_000_000
const HOUR = 3_600 * SECOND
const DAY = 24 * HOUR
const YEAR = 365 * DAY

/** Steps of a clock, there and back. */
const STEPS = [-YEAR, -DAY, -59 * SECOND, -SECOND, 61 * SECOND, YEAR] as const

const codeOf = ({ status, text }: Asked): string => (status === 200 ? 'let in' : errorOf(text).code)

const askFree = async (server: TestServer): Promise<string> => codeOf(await server.ask(LIST, { key: server.free }))

/** How many requests of a Free key are let in, one after the other, until one is not. */
const letIn = async (server: TestServer): Promise<number> => {
  for (let count = 0; ; count++) if ((await askFree(server)) !== 'let in') return count
}

describe.each(STEPS)('a clock that steps by %i microseconds', (step) => {
  test.each([false, true])(
    'holds a key off for a minute at most, and back again (written between: %s)',
    async (flushed) => {
      const server = await startServer()
      const settle = async (): Promise<void> => (flushed ? server.counting.flush() : undefined)
      expect(await letIn(server)).toBe(10)
      await settle()
      let usedUpAt = MOMENT
      for (const at of [MOMENT + step, MOMENT]) {
        server.clock.set(at)
        // Time that passes frees a window; time that goes back frees nothing.
        expect(await letIn(server)).toBe(at >= usedUpAt + 60 * SECOND ? 10 : 0)
        await settle()
        usedUpAt = at + 60 * SECOND
        server.clock.set(usedUpAt)
        expect(await letIn(server)).toBe(10)
        await settle()
      }
    }
  )

  test('leaves no count below nothing, and the audit trail whole', async () => {
    const server = await startServer()
    for (const at of [MOMENT, MOMENT + step, MOMENT]) {
      server.clock.set(at)
      await server.ask(LIST)
      await server.keys.create({ name: 'another' }, operator('tester'))
      await server.counting.flush()
    }
    const keys = [...(await server.store.counters.requestTotals()).keys()]
    for (const id of keys) {
      const { minute, day } = await server.store.counters.requestsOf(id)
      for (const { count } of [...minute, ...day]) expect(count).toBeGreaterThan(0)
      for (const { count } of await server.store.counters.usageOf(id, 0)) expect(count).toBeGreaterThanOrEqual(0)
    }
    expect((await verifyAudit(server.store.audit)).count).toBeGreaterThanOrEqual(3)
    const entries = await server.store.audit.entries(0, 100)
    expect(entries.map(({ number }) => number)).toEqual(entries.map((_, index) => index + 1))
    expect(server.log.filter((line) => line.includes('"level":"error"'))).toEqual([])
  })

  test('holds an address off for a minute at most', async () => {
    const settings = (defaults: Settings): Settings => ({
      ...defaults,
      limits: { ...defaults.limits, failedAttempts: 2 }
    })
    const server = await startServer({ settings })
    const tryWrong = async (): Promise<string> => codeOf(await server.ask(LIST, { key: 'sk_live_wrong' }))
    expect([await tryWrong(), await tryWrong(), await tryWrong()]).toEqual([
      'invalid_api_key',
      'invalid_api_key',
      'too_many_failures'
    ])
    server.clock.set(MOMENT + step)
    await tryWrong()
    server.clock.set(MOMENT + step + 60 * SECOND)
    expect(codeOf(await server.ask(LIST))).toBe('let in')
    server.clock.set(MOMENT)
    await tryWrong()
    server.clock.set(MOMENT + 60 * SECOND)
    expect(codeOf(await server.ask(LIST))).toBe('let in')
  })

  test('ends and rotates keys by what it says, and what has been revoked stays so', async () => {
    const server = await startServer()
    const by = operator('tester')
    const [expiring, rotated, gone] = await Promise.all([
      server.keys.create({ name: 'expiring', expiresInDays: 30 }, by),
      server.keys.create({ name: 'rotated' }, by),
      server.keys.create({ name: 'gone' }, by)
    ])
    const newer = await server.keys.rotate(rotated.key.id, 3_600, by)
    const cut = await server.keys.create({ name: 'cut' }, by)
    await server.keys.rotate(cut.key.id, 0, by)
    await server.keys.revoke(gone.key.id, 'lost', by)
    for (const at of [MOMENT + step, MOMENT]) {
      server.clock.set(at)
      const codes = await Promise.all(
        [expiring, rotated, newer, cut, gone].map(async ({ text }) => codeOf(await server.ask(LIST, { key: text })))
      )
      expect(codes).toEqual([
        at < MOMENT + 30 * DAY ? 'let in' : 'expired_api_key',
        at < MOMENT + HOUR ? 'let in' : 'invalid_api_key',
        'let in',
        'invalid_api_key',
        'invalid_api_key'
      ])
    }
  })

  test('shows the usage of a key without days that have not come', async () => {
    const server = await startServer()
    const { text, key } = await server.keys.create({ name: 'used', scopes: ['read:iocs', 'keys:self'] }, operator('x'))
    for (const at of [MOMENT, MOMENT + step, MOMENT]) {
      server.clock.set(at)
      await server.ask(LIST, { key: text })
      await server.counting.flush()
      const answer = await server.ask(`/api/v1/keys/${key.id}/usage?days=90`, { key: text })
      expect(answer.status).toBe(200)
      const { data } = JSON.parse(answer.text) as { data: { daily: { date: string }[]; total_requests: number } }
      expect(data.daily).toHaveLength(90)
      expect(data.daily.at(-1)?.date).toBe(new Date(at / 1_000).toISOString().slice(0, 10))
    }
  })
})

test('requests are given back across a step without a count below nothing', async () => {
  const server = await startServer()
  const limits = { perMinute: 10, perDay: 100 }
  const { limiter } = server.counting
  for (const step of STEPS) {
    await limiter.take('k', limits, MOMENT)
    await server.counting.flush()
    server.clock.set(MOMENT + step)
    await limiter.giveBack('k', limits, MOMENT + step)
    await server.counting.flush()
    const { minute, day } = await limiter.peek('k', limits, MOMENT + step)
    expect([minute.remaining <= 10, day.remaining <= 100]).toEqual([true, true])
    const kept = await server.store.counters.requestsOf('k')
    for (const { count } of [...kept.minute, ...kept.day]) expect(count).toBeGreaterThan(0)
    server.clock.set(MOMENT)
  }
})
