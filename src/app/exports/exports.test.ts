import { text } from 'node:stream/consumers'
import * as fc from 'fast-check'
import { loadAll } from 'js-yaml'
import { expect, test } from 'vitest'
import { importInputs, textInput } from '../../../tests/support/feeds.ts'
import { defaultSettings } from '../../../tests/support/settings.ts'
import { MOMENT, storeWithClock } from '../../../tests/support/stores.ts'
import type { Settings, Tier } from '../../config/settings.ts'
import { nodeCrypto } from '../../platform/crypto.ts'
import type { SettableClock } from '../../platform/clock.ts'
import type { IndicatorStore } from '../../store/indicator-store.ts'
import type { Export, ExportRequest } from './export-request.ts'
import { createExports, type Exports } from './exports.ts'
import { parseFilters, type FilterTexts } from '../filters.ts'
import { lookOnce } from '../look.ts'
import { requireTier } from '../tier.ts'

const DAY = 86_400_000_000

interface Bench {
  readonly store: IndicatorStore
  readonly clock: SettableClock
  readonly settings: Settings
  readonly exports: Exports
  readonly ask: (texts?: FilterTexts, more?: Partial<ExportRequest>) => ExportRequest
}

const open = async (): Promise<Bench> => {
  const { store, clock } = await storeWithClock()
  const settings = await defaultSettings()
  const exports = createExports({ store, settings, clock, crypto: nodeCrypto, version: '0.0.0' })
  const tier: Tier = requireTier(settings, 'pro')
  const ask: Bench['ask'] = (texts = {}, more = {}) => ({
    operation: 'sigma',
    filters: parseFilters(texts),
    limit: 100,
    offset: 0,
    cursor: undefined,
    tier,
    restriction: undefined,
    ...more
  })
  return { store, clock, settings, exports, ask }
}

const bodyOf = async (answer: Export<string | Uint8Array>): Promise<string> => {
  const body = await text(answer.body)
  await answer.close()
  return body
}

const idsOf = (body: string): readonly string[] => [...body.matchAll(/^id: (.*)$/gm)].map(([, id]) => id ?? '')

const list = (...values: readonly string[]): ReturnType<typeof textInput> => textInput('list', values.join('\n'))

const addresses = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `198.51.${100 + (index >> 8)}.${index & 255}`)

test('every rule is a document of its own, with separators between and none behind', async () => {
  const { store, clock, exports, ask } = await open()
  await importInputs(store, clock, [list('203.0.113.1', 'evil.example', 'CVE-2021-44228')])
  const answer = await exports.rules(ask())
  const body = await bodyOf(answer)
  expect(loadAll(body)).toHaveLength(3)
  expect(body.endsWith('---\n')).toBe(false)
  expect(answer.keys).toHaveLength(3)
})

test('an export without a match is one comment line', async () => {
  const { exports, ask } = await open()
  const body = await bodyOf(await exports.rules(ask()))
  expect(body).toMatch(/^#[^\n]*\n$/)
  expect(loadAll(body)).toEqual([])
})

test('an indicator that gives no rule is counted as withheld, not exported', async () => {
  const { store, clock, exports, ask } = await open()
  await importInputs(store, clock, [list('203.0.113.1', 'http://host.example/??*', 'evil.example')])
  const answer = await exports.rules(ask())
  expect(idsOf(await bodyOf(answer))).toHaveLength(2)
  expect(answer.withheld).toBe(1)
})

test('without since the newest comes first, with since the oldest', async () => {
  const { store, clock, exports, ask } = await open()
  for (const value of ['203.0.113.1', '203.0.113.2', '203.0.113.3']) await importInputs(store, clock, [list(value)])
  const newest = idsOf(await bodyOf(await exports.rules(ask())))
  const oldest = idsOf(await bodyOf(await exports.rules(ask({ since: '2026-01-01' }))))
  expect(newest).toHaveLength(3)
  expect(oldest).toEqual([...newest].reverse())
})

test('a walk by cursor sends everything once, in pages of any size', async () => {
  const { store, clock, exports, ask } = await open()
  await importInputs(store, clock, [list(...addresses(53))])
  for (const since of [undefined, '2026-01-01']) {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const answer = await exports.rules(ask(since === undefined ? {} : { since }, { limit: 7, cursor }))
      seen.push(...idsOf(await bodyOf(answer)))
      cursor = answer.nextCursor
    } while (cursor !== undefined)
    expect(seen).toHaveLength(53)
    expect(new Set(seen).size).toBe(53)
  }
})

test('no next page is offered when only withheld indicators follow', async () => {
  const { store, clock, exports, ask } = await open()
  await importInputs(store, clock, [list('203.0.113.1')])
  await importInputs(store, clock, [list('http://host.example/??*')])
  const answer = await exports.rules(ask({ since: '2026-01-01' }, { limit: 1 }))
  expect(answer.nextCursor).toBeUndefined()
  expect(answer.withheld).toBe(1)
  await answer.close()
})

test('a cursor of other filters is refused, another limit is not', async () => {
  const { store, clock, exports, ask } = await open()
  await importInputs(store, clock, [list(...addresses(5))])
  const first = await exports.rules(ask({ type: 'ipv4' }, { limit: 2 }))
  await first.close()
  const cursor = first.nextCursor
  await expect(exports.rules(ask({ type: 'domain' }, { cursor }))).rejects.toMatchObject({ code: 'invalid_parameter' })
  const rest = await exports.rules(ask({ type: 'ipv4' }, { cursor, limit: 50 }))
  expect(rest.keys).toHaveLength(3)
  await rest.close()
})

test('lookback is membership by the last sighting, whatever since says', async () => {
  const { store, clock, exports, ask } = await open()
  await importInputs(store, clock, [list('203.0.113.1')])
  clock.set(MOMENT + 366 * DAY)
  await importInputs(store, clock, [list('203.0.113.2')])
  const answer = await exports.rules(ask({ since: '2026-01-01' }))
  expect(answer.keys).toHaveLength(1)
  await answer.close()
})

test('the tag stays while nothing changes and moves with every change', async () => {
  const { store, clock, exports, ask } = await open()
  await importInputs(store, clock, [list('203.0.113.1')])
  const tagOf = async (request = ask()): Promise<string> => (await exports.version(request, lookOnce(store))).tag
  const tag = await tagOf()
  const answer = await exports.rules(ask())
  await answer.close()
  expect(answer.tag).toBe(tag)
  await importInputs(store, clock, [list('203.0.113.1')])
  expect(await tagOf()).toBe(tag)
  expect(await tagOf(ask({ type: 'ipv4' }))).not.toBe(tag)
  expect(await tagOf(ask({}, { limit: 99 }))).not.toBe(tag)
  expect(await tagOf(ask({}, { operation: 'iocs.json' }))).not.toBe(tag)
  clock.set(MOMENT + DAY)
  expect(await tagOf()).not.toBe(tag)
  clock.set(MOMENT)
  await importInputs(store, clock, [list('203.0.113.2')])
  expect(await tagOf()).not.toBe(tag)
})

test('tiers that begin at the same day on different days have tags of their own', async () => {
  const { store, clock, settings, exports, ask } = await open()
  await importInputs(store, clock, [list('203.0.113.1')])
  const tagOfTier = async (lookbackDays: number): Promise<string> =>
    (await exports.version(ask({}, { tier: { ...requireTier(settings, 'pro'), lookbackDays } }), lookOnce(store))).tag
  const before = await tagOfTier(30)
  clock.set(MOMENT + DAY)
  expect(await tagOfTier(31)).not.toBe(before)
})

test('the tag changes with the version of the program', async () => {
  const { store, clock, settings, exports, ask } = await open()
  const newer = createExports({ store, settings, clock, crypto: nodeCrypto, version: '0.0.1' })
  expect((await newer.version(ask(), lookOnce(store))).tag).not.toBe(
    (await exports.version(ask(), lookOnce(store))).tag
  )
})

test('the tag and the bound are those of the bytes, though midnight comes between', async () => {
  const { store, clock, settings, exports, ask } = await open()
  await importInputs(store, clock, [list('203.0.113.1')])
  const { tag, lookbackFrom } = await exports.version(ask(), lookOnce(store))
  let asked = 0
  const passing = { now: () => MOMENT + asked++ * DAY }
  const answer = await createExports({ store, settings, clock: passing, crypto: nodeCrypto, version: '0.0.0' }).rules(
    ask()
  )
  await answer.close()
  expect([answer.tag, answer.lookbackFrom]).toEqual([tag, lookbackFrom])
})

test('as many exports as the limit allows run at once, and a closed one frees its place', async () => {
  const { store, clock, settings, exports, ask } = await open()
  await importInputs(store, clock, [list('203.0.113.1')])
  const running = []
  for (let index = 0; index < settings.limits.maxConcurrentExports; index++) running.push(await exports.rules(ask()))
  await expect(exports.rules(ask())).rejects.toMatchObject({ code: 'too_many_exports' })
  await running[0]?.close()
  await running[0]?.close()
  running.push(await exports.rules(ask()))
  await expect(exports.rules(ask())).rejects.toMatchObject({ code: 'too_many_exports' })
  for (const answer of running) await answer.close()
})

test('an export shows one moment, though the store goes on', async () => {
  const { store, clock, exports, ask } = await open()
  await importInputs(store, clock, [list(...addresses(600))])
  const answer = await exports.rules(ask({}, { limit: 600 }))
  const chunks = answer.body[Symbol.asyncIterator]()
  const beginning = Buffer.from((await chunks.next()).value ?? '').toString()
  await importInputs(store, clock, [list(...addresses(600))], { defaults: { confidence: 'high' } })
  const body = beginning + (await text({ [Symbol.asyncIterator]: () => chunks }))
  await answer.close()
  expect(idsOf(beginning).length).toBeLessThan(600)
  expect(idsOf(body)).toHaveLength(600)
  expect(body).not.toContain('with high confidence')
})

test('the list of indicators counts the whole range and keeps those without a rule', async () => {
  const { store, clock, exports, ask } = await open()
  await importInputs(store, clock, [list('203.0.113.1', '203.0.113.2', 'http://host.example/??*')])
  const answer = await exports.indicators(ask({}, { operation: 'iocs.json', limit: 2 }))
  expect(answer.total).toBe(3)
  expect(answer.keys).toHaveLength(2)
  await answer.close()
})

test('a tier with a short lookback also gets, with since, what was last seen on a later day', async () => {
  const { store, clock, settings, exports, ask } = await open()
  await importInputs(store, clock, [list('203.0.113.1')])
  clock.set(MOMENT + 10 * DAY)
  await importInputs(store, clock, [list('203.0.113.1')])
  const since = new Date((MOMENT + 5 * DAY) / 1_000).toISOString()
  const free = await exports.indicators(ask({ since }, { operation: 'iocs.json', tier: requireTier(settings, 'free') }))
  const pro = await exports.indicators(ask({ since }, { operation: 'iocs.json' }))
  expect(free.keys).toHaveLength(1)
  expect(pro.keys).toHaveLength(0)
  await free.close()
  await pro.close()
})

test('a walk of a tier with a short lookback repeats nothing that since admits by its last sighting', async () => {
  const { store, clock, settings, exports, ask } = await open()
  await importInputs(store, clock, [list(...addresses(9))])
  clock.set(MOMENT + 10 * DAY)
  await importInputs(store, clock, [list(...addresses(9)), list('203.0.113.7')])
  const since = new Date((MOMENT + 5 * DAY) / 1_000).toISOString()
  const tier = requireTier(settings, 'free')
  const positions: number[] = []
  let cursor: string | undefined
  do {
    const answer = await exports.indicators(ask({ since }, { operation: 'iocs.json', tier, limit: 4, cursor }))
    positions.push(...answer.keys.map((key) => key.changed))
    await answer.close()
    cursor = answer.nextCursor
  } while (cursor !== undefined)
  expect(positions).toHaveLength(10)
  expect(positions).toEqual([...new Set(positions)].toSorted((a, b) => a - b))
})

test('a poller that keeps X-Next-Since has, at the end, exactly what the store has, whatever limits and writes came between', async () => {
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('write' as const),
      values: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 8 }),
      confidence: fc.constantFrom('low' as const, 'high' as const)
    }),
    fc.record({ kind: fc.constant('poll' as const), limit: fc.integer({ min: 1, max: 5 }) })
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const { store, clock, exports, ask } = await open()
      const deployed = new Map<string, string>()
      let since = '1970-01-01T00:00:00.000000Z'
      const poll = async (limit: number): Promise<number> => {
        const answer = await exports.rules(ask({ since }, { limit }))
        const documents = (await bodyOf(answer)).split('---\n').filter((text) => text.startsWith('title'))
        for (const text of documents) deployed.set(idsOf(text)[0] ?? '', text)
        const seconds = Math.floor(answer.nextSince / 1e6)
        since = `${new Date(seconds * 1000).toISOString().slice(0, 19)}.${String(answer.nextSince % 1e6).padStart(6, '0')}Z`
        return documents.length
      }
      for (const action of steps) {
        if (action.kind === 'poll') await poll(action.limit)
        else {
          await importInputs(store, clock, [list(...action.values.map((value) => `203.0.113.${value}`))], {
            defaults: { confidence: action.confidence }
          })
        }
      }
      while ((await poll(3)) > 0);
      const whole = await bodyOf(await exports.rules(ask({}, { limit: 1_000 })))
      const documents = whole.split('---\n').filter((text) => text.startsWith('title'))
      expect(new Map(documents.map((text) => [idsOf(text)[0] ?? '', text]))).toEqual(deployed)
    }),
    { numRuns: 25 }
  )
})
