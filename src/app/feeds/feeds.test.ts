import { describe, expect, test } from 'vitest'
import { importInputs, textInput } from '../../../tests/support/feeds.ts'
import { defaultSettings } from '../../../tests/support/settings.ts'
import { MOMENT, storeWithClock } from '../../../tests/support/stores.ts'
import type { SettableClock } from '../../platform/clock.ts'
import { nodeCrypto } from '../../platform/crypto.ts'
import type { IndicatorStore } from '../../store/indicator-store.ts'
import { findIndicator } from '../find-indicator.ts'
import { dueFeeds } from './due-feeds.ts'
import { createFeeds, type Feeds } from './feeds.ts'
import { TESTER } from '../../../tests/support/acting.ts'

const LATER = MOMENT + 60_000_000

interface Opened {
  readonly feeds: Feeds
  readonly store: IndicatorStore
  readonly clock: SettableClock
}

/** A store in which one feed was added, and whose next run is far off. */
const open = async (name = 'feed'): Promise<Opened> => {
  const { store, clock } = await storeWithClock()
  const feeds = createFeeds({ store, settings: await defaultSettings(), clock, crypto: nodeCrypto, actor: TESTER })
  await feeds.add({ name, url: 'https://feeds.example/' }, { isRemote: false, nameOf: (part) => part })
  await store.feeds.saveState(name, (state) => ({ ...state, nextRun: MOMENT + 10 ** 12 }))
  clock.set(LATER)
  return { feeds, store, clock }
}

const dueNames = async ({ store, clock }: Opened): Promise<readonly string[]> =>
  (await dueFeeds(store.feeds, clock.now())).map(({ record }) => record.name)

test('a new feed is enabled and due', async () => {
  const { feeds } = await open()
  const added = await feeds.add({ name: 'b', url: 'https://b.example/' }, { isRemote: false, nameOf: (part) => part })
  expect(added).toMatchObject({ record: { standing: 'enabled', added: LATER }, state: { nextRun: LATER, failures: 0 } })
  expect(await feeds.find('b')).toEqual(added)
})

test('a name that no feed has is answered with the nearest', async () => {
  const { feeds } = await open('URLhaus')
  await expect(feeds.find('urlhous')).rejects.toThrow('Did you mean "URLhaus"?')
  for (const asked of [feeds.approve('x'), feeds.runSoon('x'), feeds.setStanding('x', 'frozen'), feeds.remove('x')]) {
    await expect(asked).rejects.toMatchObject({ code: 'not_found' })
  }
})

describe('the standing', () => {
  test('of a feed that is not enabled keeps it from being due, until it is enabled again', async () => {
    const opened = await open()
    const { feeds } = opened
    await feeds.runSoon('feed')
    expect(await dueNames(opened)).toEqual(['feed'])
    for (const standing of ['disabled', 'frozen'] as const) {
      expect((await feeds.setStanding('feed', standing)).record.standing).toBe(standing)
      expect(await dueNames(opened)).toEqual([])
      await expect(feeds.runSoon('feed')).rejects.toMatchObject({ code: 'feed_state' })
    }
    expect((await feeds.setStanding('feed', 'enabled')).state.nextRun).toBe(LATER)
    expect(await dueNames(opened)).toEqual(['feed'])
  })

  test('of a feed that is enabled again has it read whole, because part of it may have aged', async () => {
    const { feeds, store } = await open()
    await store.feeds.saveState('feed', (state) => ({ ...state, etag: '"1"', lastModified: 'a day', cursor: 'here' }))
    expect((await feeds.setStanding('feed', 'enabled')).state).toMatchObject({ etag: '"1"', lastModified: 'a day' })
    expect((await feeds.setStanding('feed', 'disabled')).state).toMatchObject({ etag: '"1"', lastModified: 'a day' })
    const { state } = await feeds.setStanding('feed', 'enabled')
    expect([state.etag, state.lastModified, state.cursor]).toEqual([undefined, undefined, 'here'])
  })

  test('that a feed has already does not make it due', async () => {
    const opened = await open()
    await opened.feeds.setStanding('feed', 'enabled')
    expect(await dueNames(opened)).toEqual([])
  })
})

test('feeds that are due come with the most overdue first', async () => {
  const opened = await open()
  const { feeds, clock } = opened
  await feeds.runSoon('feed')
  clock.set(LATER - 5)
  await feeds.add({ name: 'a', url: 'https://a.example/' }, { isRemote: false, nameOf: (part) => part })
  clock.set(LATER)
  expect(await dueNames(opened)).toEqual(['a', 'feed'])
})

describe('approval', () => {
  test('takes the size that was held, ends the alarm and makes the feed due', async () => {
    const { feeds, store } = await open()
    const alarm = { code: 'grown', message: 'It grew.', since: MOMENT } as const
    await store.feeds.saveState('feed', (state) => ({ ...state, size: 10, heldSize: 90, alarm }))
    const { state } = await feeds.approve('feed')
    expect(state).toMatchObject({ size: 10, approvedSize: 90, nextRun: LATER })
    expect([state.heldSize, state.alarm]).toEqual([undefined, undefined])
  })

  test('of a feed of which nothing is held is refused', async () => {
    const { feeds } = await open()
    await expect(feeds.approve('feed')).rejects.toMatchObject({ code: 'feed_state' })
  })
})

describe('removal', () => {
  const removedOf = async (store: IndicatorStore, value: string): Promise<boolean> =>
    (await findIndicator(store, value)).removed !== undefined

  test('withdraws what the feed alone said, and leaves what others say', async () => {
    const { feeds, store, clock } = await open()
    await importInputs(store, clock, [textInput('feed', '192.0.2.1\n192.0.2.2\n')], { feed: 'feed' })
    await importInputs(store, clock, [textInput('other', '192.0.2.2\n192.0.2.3\n')], { feed: 'other' })
    expect(await feeds.remove('feed')).toBe(2)
    expect(await removedOf(store, '192.0.2.1')).toBe(true)
    expect(await removedOf(store, '192.0.2.2')).toBe(false)
    expect((await findIndicator(store, '192.0.2.2')).sources.map(({ feed }) => feed)).toEqual(['other'])
    expect(await feeds.list()).toEqual([])
  })

  test('waits for nobody: a feed that is being fetched stays', async () => {
    const { feeds, store } = await open()
    await store.feeds.claim('feed', { holder: 'a run', until: LATER + 1 }, LATER)
    await expect(feeds.remove('feed')).rejects.toMatchObject({ code: 'feed_state' })
    expect((await feeds.find('feed')).record.standing).toBe('enabled')
  })

  test('keeps runs away for as long as a large feed takes', async () => {
    const { feeds, store, clock } = await open()
    const values = Array.from({ length: 2_000 }, (_, index) => `host-${index}.example\n`)
    await importInputs(store, clock, [textInput('feed', values.join(''))], { feed: 'feed' })
    const removing = feeds.remove('feed')
    for (let look = 0; look < 10_000; look += 1) {
      if ((await feeds.find('feed')).record.standing === 'disabled') break
    }
    const afterLong = LATER + 29 * 60_000_000
    expect(await store.feeds.claim('feed', { holder: 'a run', until: afterLong + 1 }, afterLong)).toBe(false)
    expect((await feeds.find('feed')).record.standing).toBe('disabled')
    expect(await removing).toBe(2_000)
  })
})
