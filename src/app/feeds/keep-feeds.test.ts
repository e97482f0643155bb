import { expect, onTestFinished, test } from 'vitest'
import { type FeedServer, silent, startFeedServer, whole } from '../../../tests/support/feed-server.ts'
import { importInputs, textInput } from '../../../tests/support/feeds.ts'
import { fetcher, LOOPBACK } from '../../../tests/support/fetching.ts'
import { defaultSettings } from '../../../tests/support/settings.ts'
import { MOMENT, storeWithClock } from '../../../tests/support/stores.ts'
import type { SettableClock } from '../../platform/clock.ts'
import { nodeCrypto } from '../../platform/crypto.ts'
import type { IndicatorStore } from '../../store/indicator-store.ts'
import { findIndicator } from '../find-indicator.ts'
import { addToGuard } from '../guard/guard-edits.ts'
import { guardOf } from '../guard/load-guard.ts'
import { createFeeds } from './feeds.ts'
import { keepFeeds, type KeepFeedsParts } from './keep-feeds.ts'
import { acting, TESTER } from '../../../tests/support/acting.ts'

const HOUR = 3_600_000_000
const DAY = 24 * HOUR

/** Feeds that are kept: the work goes on by one look at a time. */
interface Kept {
  readonly server: FeedServer
  readonly store: IndicatorStore
  readonly clock: SettableClock
  readonly add: (name: string) => Promise<void>
  /** Lets the next look begin, and resolves when it has come to its end. */
  readonly look: () => Promise<void>
  /** Resolves with the fields of the next line of the log that says so; each line counts once. */
  readonly said: (message: string) => Promise<unknown>
  readonly end: () => Promise<void>
}

type Lines = Map<string, unknown[]>

const settings = await defaultSettings()

/** Begins to keep the feeds of a store; the first look is over when it resolves. */
const keep = async (prepare: (store: IndicatorStore, clock: SettableClock) => Promise<void>): Promise<Kept> => {
  const [server, { store, clock }] = await Promise.all([startFeedServer(), storeWithClock()])
  await prepare(store, clock)
  const feeds = createFeeds({ store, settings, clock, crypto: nodeCrypto, actor: TESTER })
  const lines: Lines = new Map()
  const heard: (() => void)[] = []
  const say = (message: string, fields: unknown): void => {
    lines.set(message, [...(lines.get(message) ?? []), fields])
    for (const hear of heard.splice(0)) hear()
  }
  const said = async (message: string): Promise<unknown> => {
    while ((lines.get(message) ?? []).length === 0) await new Promise<void>((resolve) => heard.push(resolve))
    return lines.get(message)?.shift()
  }
  const stopping = new AbortController()
  let next = (): void => {}
  const parts: KeepFeedsParts = {
    store,
    settings,
    clock,
    crypto: nodeCrypto,
    fetch: fetcher({ clock }),
    environment: {},
    guard: guardOf(store, settings, clock),
    log: { info: say, warn: say, error: say },
    signal: stopping.signal,
    async pause(_milliseconds, signal) {
      say('looked', {})
      await new Promise<void>((resolve) => {
        next = resolve
        signal.addEventListener('abort', () => resolve(), { once: true })
      })
    }
  }
  const over = keepFeeds(parts)
  const end = async (): Promise<void> => {
    stopping.abort()
    await over
  }
  onTestFinished(end)
  await said('looked')
  return {
    server,
    store,
    clock,
    said,
    end,
    look: async () => {
      next()
      await said('looked')
    },
    add: async (name) => {
      const request = { name, url: `${server.url}/${name}`, allowNetworks: LOOPBACK }
      await feeds.add(request, { isRemote: false, nameOf: (part) => part })
    }
  }
}

const nothing = async (): Promise<void> => {}

const takeIn = async (store: IndicatorStore, clock: SettableClock): Promise<void> => {
  await importInputs(store, clock, [textInput('old', '192.0.2.1\nold.example\n')], { feed: 'old' })
}

test('a server that never answers holds up neither other feeds nor ageing', async () => {
  const { server, store, clock, add, look, said, end } = await keep(takeIn)
  server.on('/slow', silent)
  server.on('/added-later', whole('198.51.100.1\n'))
  await add('slow')
  await look()
  await add('added-later')
  await look()
  expect(await said('feed read')).toMatchObject({ feed: 'added-later', new: 1 })
  clock.set(MOMENT + 400 * DAY)
  await look()
  await said('indicators aged')
  expect(await findIndicator(store, 'old.example')).toMatchObject({ reason: 'expired' })
  await end()
  expect(server.requests.filter(({ target }) => target === '/slow')).toHaveLength(1)
})

test('feeds that others are fetching hold up none, however many they are', async () => {
  const { server, store, add, look, said } = await keep(nothing)
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    await add(name)
    await store.feeds.claim(name, { holder: 'another', until: MOMENT + HOUR }, MOMENT)
  }
  await add('free')
  server.on('/free', whole('198.51.100.1\n'))
  await look()
  expect(await said('feed read')).toMatchObject({ feed: 'free' })
})

test('what is stored ages right after the start, and then every hour', async () => {
  const { clock, store, look, said } = await keep(async (before, clockBefore) => {
    await takeIn(before, clockBefore)
    clockBefore.set(MOMENT + 400 * DAY)
  })
  expect(await said('indicators aged')).toEqual({ aged: 2 })
  await importInputs(store, clock, [textInput('old', '192.0.2.1\n')], { feed: 'old' })
  clock.set(MOMENT + 800 * DAY)
  await look()
  expect(await said('indicators aged')).toEqual({ aged: 1 })
})

test('indicators are judged anew right after the start, and with the next look after an edit of the guard', async () => {
  const edit = async (store: IndicatorStore, clock: SettableClock, entry: string): Promise<void> => {
    await addToGuard(acting(store, clock), entry, { mode: 'block', why: undefined, until: undefined })
  }
  const { store, clock, look, said } = await keep(async (before, clockBefore) => {
    await takeIn(before, clockBefore)
    await edit(before, clockBefore, 'old.example')
  })
  expect(await said('indicators judged anew')).toEqual({ guarded: 1, returned: 0 })
  await edit(store, clock, '192.0.2.0/24')
  await look()
  expect(await said('indicators judged anew')).toEqual({ guarded: 1, returned: 0 })
})

test('the end waits for nobody who does not answer', async () => {
  const { server, add, look, end, store, clock } = await keep(nothing)
  server.on('/slow', silent)
  await add('slow')
  await look()
  await end()
  expect(await store.feeds.claim('slow', { holder: 'another', until: MOMENT + HOUR }, clock.now())).toBe(true)
})
