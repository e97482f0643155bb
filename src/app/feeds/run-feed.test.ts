import { expect, test } from 'vitest'
import { parseFilters } from '../filters.ts'
import { settableClock, type SettableClock } from '../../platform/clock.ts'
import { nodeCrypto } from '../../platform/crypto.ts'
import type { Logger } from '../../platform/log.ts'
import type { FeedRun, FeedState } from '../../store/feed-store.ts'
import type { IndicatorStore } from '../../store/indicator-store.ts'
import {
  cutOff,
  drip,
  endless,
  type FeedServer,
  gzipBomb,
  json,
  redirect,
  startFeedServer,
  status,
  unchanging,
  whole
} from '../../../tests/support/feed-server.ts'
import { fetcher, LOOPBACK } from '../../../tests/support/fetching.ts'
import { defaultSettings } from '../../../tests/support/settings.ts'
import { MOMENT, scratchStore } from '../../../tests/support/stores.ts'
import { ageIndicators } from '../age-indicators.ts'
import { indicatorsInOrder } from '../indicators-in-order.ts'
import { UNGUARDED } from '../verdict.ts'
import { createFeeds, type Feeds } from './feeds.ts'
import type { FeedRequest } from './feed-request.ts'
import { runFeed, type RunFeedParts } from './run-feed.ts'
import { TESTER } from '../../../tests/support/acting.ts'

const settings = await defaultSettings()
const HOUR = 3_600_000_000
const DAY = 24 * HOUR
const SILENT: Logger = { info() {}, warn() {}, error() {} }

/** A store with a server that feeds come from. */
interface Bench {
  readonly server: FeedServer
  readonly store: IndicatorStore
  readonly clock: SettableClock
  readonly feeds: Feeds
  readonly add: (request?: Partial<FeedRequest>) => Promise<void>
  readonly run: (parts?: Partial<RunFeedParts>) => Promise<FeedRun>
  readonly state: () => Promise<FeedState>
  readonly values: () => Promise<readonly string[]>
}

const NAME = 'Partner'

const bench = async (): Promise<Bench> => {
  const server = await startFeedServer()
  const clock = settableClock(MOMENT)
  const store = await scratchStore(clock)
  const feeds = createFeeds({ store, settings, clock, crypto: nodeCrypto, actor: TESTER })
  return {
    server,
    store,
    clock,
    feeds,
    add: async (request = {}) => {
      await feeds.add(
        { name: NAME, url: `${server.url}/feed`, allowNetworks: LOOPBACK, ...request },
        { isRemote: false, nameOf: (part) => part }
      )
    },
    run: (parts = {}) =>
      runFeed(
        {
          store,
          settings,
          clock,
          crypto: nodeCrypto,
          fetch: fetcher({ clock }),
          environment: {},
          guard: UNGUARDED,
          log: SILENT,
          ...parts
        },
        NAME
      ),
    state: async () => (await feeds.find(NAME)).state,
    values: async () => {
      const view = await store.view()
      const all: string[] = []
      for await (const page of indicatorsInOrder(view, parseFilters({}), 10_000)) {
        all.push(...page.map(({ value }) => value))
      }
      await view.close()
      return all
    }
  }
}

const addresses = (count: number, from = 1): readonly string[] =>
  Array.from(
    { length: count },
    (_, index) => `198.51.${100 + Math.floor((from + index) / 250)}.${(from + index) % 250}`
  )

const listOf = (values: readonly string[]): string => values.map((value) => `${value}\n`).join('')

test('a list withdraws what it no longer holds, with the feed named as the reason', async () => {
  const { server, store, add, run, values } = await bench()
  await add()
  server.on('/feed', whole(listOf(['198.51.100.1', '198.51.100.2', '198.51.100.3'])))
  expect(await run()).toMatchObject({ outcome: 'changed', counts: { read: 3, new: 3, withdrawn: 0 } })
  server.on('/feed', whole(listOf(['198.51.100.2', '198.51.100.3', '198.51.100.4'])))
  expect(await run()).toMatchObject({ outcome: 'changed', counts: { new: 1, unchanged: 2, withdrawn: 1 } })
  expect(await values()).toEqual(['198.51.100.2', '198.51.100.3', '198.51.100.4'])
  const view = await store.view()
  const gone = await view.find({ kind: 'ipv4', value: '198.51.100.1' })
  await view.close()
  expect(gone).toMatchObject({ reason: 'withdrawn', removed: { why: 'Partner: no longer listed' } })
})

test('a window leaves what it no longer holds to ageing, by the days on which it was read', async () => {
  const { server, store, clock, add, run, values } = await bench()
  await add({ mode: 'window', lifetime: '2d' })
  server.on('/feed', whole(listOf(['198.51.100.1'])))
  await run()
  server.on('/feed', whole(listOf(['198.51.100.2'])))
  const age = () => ageIndicators({ store, settings, clock })
  clock.set(MOMENT + 30 * DAY)
  await age()
  expect(await values()).toEqual(['198.51.100.1'])
  for (const day of [31, 32]) {
    clock.set(MOMENT + day * DAY)
    await run()
    await age()
    expect(await values()).toEqual(['198.51.100.1', '198.51.100.2'])
  }
  clock.set(MOMENT + 33 * DAY)
  await run()
  await age()
  expect(await values()).toEqual(['198.51.100.2'])
})

test('a source that takes a value back withdraws its own statement only', async () => {
  const { server, store, clock, feeds, add, run, values } = await bench()
  const csv = (revoked: boolean): string => `indicator,revoked\nevil.example,${revoked}\nbad.example,false\n`
  await add({ mode: 'window' })
  await feeds.add(
    { name: 'Other', url: `${server.url}/other`, allowNetworks: LOOPBACK },
    { isRemote: false, nameOf: (part) => part }
  )
  server.on('/feed', whole(csv(false)))
  server.on('/other', whole(listOf(['evil.example'])))
  await run()
  await runFeed(
    {
      store,
      settings,
      clock,
      crypto: nodeCrypto,
      fetch: fetcher({ clock }),
      environment: {},
      guard: UNGUARDED,
      log: SILENT
    },
    'Other'
  )
  server.on('/feed', whole(csv(true)))
  await run()
  expect(await values()).toEqual(['bad.example', 'evil.example'])
  const view = await store.view()
  const shared = await view.find({ kind: 'domain', value: 'evil.example' })
  await view.close()
  expect(shared?.sources.map(({ feed }) => feed)).toEqual(['Other'])
})

test('nothing is asked twice on a day: validators are sent, and 304 changes nothing', async () => {
  const { server, store, clock, add, run, values } = await bench()
  await add()
  server.on('/feed', unchanging(listOf(['198.51.100.1']), '"one"'))
  await run()
  const { position } = await store.state()
  expect(await run()).toMatchObject({ outcome: 'unchanged' })
  expect((await store.state()).position).toBe(position)
  clock.set(MOMENT + DAY)
  expect(await run()).toMatchObject({ outcome: 'changed', counts: { unchanged: 1 } })
  expect(server.requests.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"one"', undefined])
  expect(await values()).toEqual(['198.51.100.1'])
})

const failures: readonly (readonly [string, (server: FeedServer) => void, RegExp])[] = [
  ['half a file', (server) => server.on('/feed', cutOff('198.51.100.1\n', 500)), /not whole/],
  ['an endless body', (server) => server.on('/feed', endless('198.51.100.1\n')), /./],
  ['a gzip bomb', (server) => server.on('/feed', gzipBomb), /./],
  ['status 500', (server) => server.on('/feed', status(500)), /500/],
  ['a web page', (server) => server.on('/feed', whole('<!doctype html><html><body>Log in</body></html>')), /HTML/],
  ['a body that drips', (server) => server.on('/feed', drip('198.51.100.1\n')), /./],
  ['a redirect to the inside', (server) => server.on('/feed', redirect('http://169.254.169.254/latest')), /169\.254/]
]

test.each(failures)('%s removes nothing, raises an alarm and is tried again later', async (_name, prepare, reason) => {
  const { server, clock, add, run, state, values } = await bench()
  await add()
  server.on('/feed', whole(listOf(['198.51.100.1', '198.51.100.2'])))
  await run()
  prepare(server)
  clock.set(MOMENT + DAY)
  const limits = { bytes: 100_000, unpackedBytes: 100_000, totalSeconds: 1, idleSeconds: 1 }
  const fetch = fetcher({ clock })
  const end = await run({ fetch: (request) => fetch({ ...request, limits }) })
  expect(end.outcome).toBe('failed')
  expect(await values()).toEqual(expect.arrayContaining(['198.51.100.1', '198.51.100.2']))
  const after = await state()
  expect(after).toMatchObject({ failures: 1, lastGoodRun: MOMENT, alarm: { code: 'failing' } })
  expect(after.alarm?.message).toMatch(reason)
  expect(after.nextRun).toBe(clock.now() + 60_000_000)
})

test('429 is waited out as long as the server asks, and a refused key is an alarm of its own', async () => {
  const { server, add, run, state } = await bench()
  await add({ headers: ['Auth-Key: env:PARTNER_KEY'] })
  expect(await run()).toMatchObject({ outcome: 'failed' })
  expect((await state()).alarm).toMatchObject({ code: 'missing_variable' })
  const environment = { PARTNER_KEY: 'very-secret' }
  server.on('/feed', status(429, { 'retry-after': '900' }))
  await run({ environment })
  expect(await state()).toMatchObject({ nextRun: MOMENT + 900_000_000, alarm: { code: 'failing' } })
  server.on('/feed', status(403))
  await run({ environment })
  const { alarm } = await state()
  expect(alarm?.code).toBe('expired_headers')
  expect(alarm?.message).not.toContain('very-secret')
  expect(server.requests.at(-1)?.headers['auth-key']).toBe('very-secret')
})

test('an empty answer withdraws nothing and raises an alarm until the feed is back', async () => {
  const { server, add, run, state, values } = await bench()
  await add({ format: 'list' })
  server.on('/feed', whole(listOf(['198.51.100.1'])))
  await run()
  server.on('/feed', whole('# nothing today\n'))
  await run()
  expect(await values()).toEqual(['198.51.100.1'])
  const { alarm } = await state()
  expect(alarm?.code).toBe('empty')
  expect(alarm?.message).toContain('sigmill feeds approve Partner')
  server.on('/feed', whole(listOf(['198.51.100.1'])))
  await run()
  expect((await state()).alarm).toBeUndefined()
})

test('a list that lost more than its share withdraws nothing until that is approved', async () => {
  const { server, feeds, add, run, state, values } = await bench()
  await add()
  server.on('/feed', whole(listOf(addresses(20))))
  await run()
  server.on('/feed', whole(listOf([...addresses(5), '203.0.113.9'])))
  expect(await run()).toMatchObject({ counts: { new: 1, withdrawn: 0 } })
  expect(await values()).toHaveLength(21)
  expect(await state()).toMatchObject({ alarm: { code: 'shrunk' }, heldSize: 6 })
  await feeds.approve(NAME)
  expect(await run()).toMatchObject({ counts: { withdrawn: 15 } })
  expect(await values()).toHaveLength(6)
  const after = await state()
  expect([after.alarm, after.heldSize, after.approvedSize]).toEqual([undefined, undefined, undefined])
})

test('a feed that grew too much is held whole until that is approved', async () => {
  const { server, feeds, add, run, state, values } = await bench()
  await add()
  server.on('/feed', whole(listOf(addresses(100))))
  await run()
  server.on('/feed', whole(listOf(addresses(1_500))))
  expect(await run()).toMatchObject({ outcome: 'held', counts: { new: 0 } })
  expect(await values()).toHaveLength(100)
  expect(await state()).toMatchObject({ alarm: { code: 'grown' }, heldSize: 1_500 })
  await feeds.approve(NAME)
  expect(await run()).toMatchObject({ outcome: 'changed', counts: { new: 1_400 } })
  expect(await values()).toHaveLength(1_500)
})

test('a collection of TAXII goes on where it was, also when nothing came', async () => {
  const { server, add, run, state, values } = await bench()
  const indicator = (value: string, more: object = {}): object => ({
    type: 'indicator',
    spec_version: '2.1',
    id: `indicator--00000000-0000-4000-8000-${value.replaceAll('.', '').padStart(12, '0').slice(-12)}`,
    created: '2026-05-01T00:00:00Z',
    modified: '2026-05-01T00:00:00Z',
    pattern: `[ipv4-addr:value = '${value}']`,
    pattern_type: 'stix',
    valid_from: '2026-05-01T00:00:00Z',
    ...more
  })
  const path = '/taxii2/root/collections/91a7b528-80eb-42ed-a74d-c6fbd5a26116/objects/'
  const headers = {
    'content-type': 'application/taxii+json;version=2.1',
    'x-taxii-date-added-last': '2026-05-02T00:00:00Z'
  }
  server.on(path, json({ objects: [indicator('198.51.100.1'), indicator('198.51.100.2')] }, headers))
  await add({ url: server.url + path, format: 'taxii' })
  await run()
  expect(await values()).toEqual(['198.51.100.1', '198.51.100.2'])
  server.on(path, json({ objects: [] }, { 'content-type': 'application/taxii+json;version=2.1' }))
  expect(await run()).toMatchObject({ outcome: 'unchanged' })
  expect((await state()).alarm).toBeUndefined()
  server.on(
    path,
    json({ objects: [indicator('198.51.100.1', { revoked: true, modified: '2026-05-03T00:00:00Z' })] }, headers)
  )
  expect(await run()).toMatchObject({ counts: { withdrawn: 1 } })
  expect(await values()).toEqual(['198.51.100.2'])
})

test('one run at a time: a feed that is held by another is refused, and a frozen one is not run', async () => {
  const { server, store, feeds, add, run } = await bench()
  await add()
  server.on('/feed', whole(listOf(['198.51.100.1'])))
  await store.feeds.claim(NAME, { holder: 'another', until: MOMENT + HOUR }, MOMENT)
  await expect(run()).rejects.toMatchObject({ code: 'feed_state' })
  await store.feeds.release(NAME, 'another')
  await feeds.setStanding(NAME, 'frozen')
  await expect(run()).rejects.toThrow('is frozen; enable it first')
})

test('a feed that takes most of its values back at once keeps them until that is approved', async () => {
  const { server, feeds, add, run, state, values } = await bench()
  await add({ mode: 'window' })
  const csv = (revoked: boolean): string =>
    ['indicator,revoked', ...addresses(20).map((value) => `${value},${revoked}`), 'evil.example,false', ''].join('\n')
  server.on('/feed', whole(csv(false)))
  await run()
  server.on('/feed', whole(csv(true)))
  expect(await run()).toMatchObject({ counts: { withdrawn: 0 } })
  expect(await values()).toHaveLength(21)
  expect((await state()).alarm?.code).toBe('shrunk')
  await feeds.approve(NAME)
  expect(await run()).toMatchObject({ counts: { withdrawn: 20 } })
  expect(await values()).toEqual(['evil.example'])
})

test('a list that is emptied to nothing is empty, not unreadable, and goes when that is approved', async () => {
  const { server, feeds, add, run, state, values } = await bench()
  await add({ mode: 'list' })
  server.on('/feed', whole(listOf(['198.51.100.1'])))
  await run()
  server.on('/feed', whole(''))
  await run()
  expect(await values()).toEqual(['198.51.100.1'])
  expect((await state()).alarm?.code).toBe('empty')
  await feeds.approve(NAME)
  await run()
  expect(await values()).toEqual([])
  expect((await state()).alarm).toBeUndefined()
})

test('a run that lost its feed to another one writes nothing', async () => {
  const { server, store, clock, add, run, state, values } = await bench()
  await add()
  server.on('/feed', whole(listOf(addresses(10))))
  await run()
  server.on('/feed', whole(listOf(addresses(7))))
  const fetch = fetcher({ clock })
  const late = run({
    async fetch(request) {
      const answer = await fetch(request)
      clock.set(clock.now() + 2 * HOUR)
      expect(await store.feeds.claim(NAME, { holder: 'another', until: clock.now() + HOUR }, clock.now())).toBe(true)
      return answer
    }
  })
  await expect(late).rejects.toThrow('taken over by another run')
  expect(await values()).toHaveLength(10)
  expect((await state()).lastRun?.at).toBe(MOMENT)
})

test('a run over midnight counts as of the day on which it began', async () => {
  const { server, store, clock, add, run } = await bench()
  await add()
  server.on('/feed', unchanging(listOf(['198.51.100.1']), '"one"'))
  const fetch = fetcher({ clock })
  await run({
    async fetch(request) {
      clock.set(MOMENT + DAY)
      return fetch(request)
    }
  })
  const view = await store.view()
  const [day, seen] = [(await view.readDays(NAME))[0], await view.find({ kind: 'ipv4', value: '198.51.100.1' })]
  await view.close()
  expect(seen?.indicator.lastSeen).toBe(day)
  expect(await run()).toMatchObject({ outcome: 'changed' })
})

test('a run that is told to end stops before the next page and leaves no trace', async () => {
  const { server, add, run, state, values } = await bench()
  await add()
  const stopping = new AbortController()
  server.on('/feed', whole(listOf(addresses(200))))
  const aborted = run({ signal: stopping.signal, onProgress: () => stopping.abort(new Error('told to end')) })
  await expect(aborted).rejects.toThrow('told to end')
  expect(await values()).toEqual([])
  expect((await state()).lastRun).toBeUndefined()
})

test('a value that a feed repeats without end is one value', async () => {
  const { server, add, run, values } = await bench()
  await add()
  server.on('/feed', whole('198.51.100.1\n'.repeat(150_000)))
  expect(await run()).toMatchObject({ counts: { read: 150_000, new: 1, unchanged: 149_999 } })
  expect(await values()).toEqual(['198.51.100.1'])
})
