import { describe, expect, test } from 'vitest'
import type { FeedRecord, FeedState } from './feed-store.ts'
import { NOON, openAt, type MakePlace } from './store-under-test.contract.ts'

const record = (name: string, parts: Partial<FeedRecord> = {}): FeedRecord => ({
  name,
  url: 'https://feeds.example/list.txt',
  format: undefined,
  schedule: { every: 3_600 },
  mode: undefined,
  confidence: undefined,
  industries: [],
  role: undefined,
  tlp: undefined,
  threatTypes: [],
  lifetimeDays: undefined,
  licence: undefined,
  headers: [],
  allowNetworks: [],
  standing: 'enabled',
  added: NOON,
  ...parts
})

const FULL: Partial<FeedRecord> = {
  format: 'csv',
  schedule: { cron: '0 6 * * *' },
  mode: 'window',
  confidence: 'high',
  industries: ['energy'],
  role: 'source',
  tlp: 'amber',
  threatTypes: ['botnet_cc'],
  lifetimeDays: 30,
  licence: 'CC0',
  headers: [
    { name: 'Auth-Key', variable: 'FEED_KEY' },
    { name: 'Accept', literal: 'text/csv' }
  ],
  allowNetworks: ['10.20.0.0/16'],
  standing: 'frozen'
}

const NEW: FeedState = {
  lastRun: undefined,
  lastGoodRun: undefined,
  nextRun: NOON,
  failures: 0,
  etag: undefined,
  lastModified: undefined,
  cursor: undefined,
  size: undefined,
  heldSize: undefined,
  approvedSize: undefined,
  alarm: undefined
}

const counts = { read: 12, accepted: 10, rejected: 2, new: 3, changed: 1, unchanged: 6, expired: 0, withdrawn: 4 }

const RUN: FeedState = {
  lastRun: { at: NOON + 5, outcome: 'held', counts },
  lastGoodRun: NOON + 2,
  nextRun: NOON + 9,
  failures: 2,
  etag: '"1"',
  lastModified: 'Sun, 17 May 2026 10:00:00 GMT',
  cursor: 'page-7',
  size: 10,
  heldSize: 90,
  approvedSize: 40,
  alarm: { code: 'grown', message: 'The feed grew from 10 to 90 values.', since: NOON + 5 }
}

const lease = (holder: string, until: number): { readonly holder: string; readonly until: number } => ({
  holder,
  until
})

export const describeFeeds = (makePlace: MakePlace): void => {
  describe('feeds that are fetched', () => {
    test('are found as they were added, with their state', async () => {
      const { feeds } = await openAt(makePlace())
      await feeds.add(record('plain'), NEW)
      await feeds.add(record('full', FULL), RUN)
      expect(await feeds.find('plain')).toEqual({ record: record('plain'), state: NEW })
      expect(await feeds.find('full')).toEqual({ record: record('full', FULL), state: RUN })
      expect(await feeds.find('Full')).toBeUndefined()
    })

    test('are listed by name, in the order of code points', async () => {
      const { feeds } = await openAt(makePlace())
      for (const name of ['b', 'a', '\uffee', '\u{1f41d}', 'B']) await feeds.add(record(name), NEW)
      expect((await feeds.list()).map((feed) => feed.record.name)).toEqual(['B', 'a', 'b', '\uffee', '\u{1f41d}'])
    })

    test('have names of their own, and the first one stays as it was', async () => {
      const place = makePlace()
      const [one, other] = [await openAt(place), await openAt(place)]
      await one.feeds.add(record('feed'), NEW)
      const again = other.feeds.add(record('feed', FULL), RUN)
      await expect(again).rejects.toMatchObject({ code: 'feed_exists' })
      expect(await other.feeds.find('feed')).toEqual({ record: record('feed'), state: NEW })
    })

    test('change their standing', async () => {
      const { feeds } = await openAt(makePlace())
      await feeds.add(record('feed'), NEW)
      expect(await feeds.setStanding('feed', 'frozen')).toBe(true)
      expect((await feeds.find('feed'))?.record.standing).toBe('frozen')
      expect(await feeds.setStanding('another', 'frozen')).toBe(false)
    })

    test('are said anew, but for their standing', async () => {
      const { feeds } = await openAt(makePlace())
      await feeds.add(record('feed', { standing: 'frozen' }), RUN)
      expect(await feeds.replace(record('feed', { ...FULL, standing: 'enabled' }))).toBe(true)
      expect(await feeds.find('feed')).toEqual({ record: record('feed', { ...FULL, standing: 'frozen' }), state: RUN })
      expect(await feeds.replace(record('another'))).toBe(false)
    })

    test('keep the state that a change makes of the one before', async () => {
      const { feeds } = await openAt(makePlace())
      await feeds.add(record('feed'), NEW)
      expect(await feeds.saveState('feed', () => RUN)).toEqual(RUN)
      const later = await feeds.saveState('feed', (state) => ({ ...state, failures: state.failures + 1 }))
      expect(later).toEqual({ ...RUN, failures: 3 })
      expect((await feeds.find('feed'))?.state).toEqual(later)
      expect(await feeds.saveState('another', () => RUN)).toBeUndefined()
    })

    test('lose no change that is made at once', async () => {
      const place = makePlace()
      const stores = [await openAt(place), await openAt(place)]
      await stores[0]?.feeds.add(record('feed'), NEW)
      const countUp = (state: FeedState): FeedState => ({ ...state, failures: state.failures + 1 })
      await Promise.all([1, 2, 3, 4].map(async (number) => stores[number % 2]?.feeds.saveState('feed', countUp)))
      expect((await stores[1]?.feeds.find('feed'))?.state.failures).toBe(4)
    })

    test('stay as they were when a change fails', async () => {
      const { feeds } = await openAt(makePlace())
      await feeds.add(record('feed'), NEW)
      const failing = feeds.saveState('feed', () => {
        throw new Error('no')
      })
      await expect(failing).rejects.toThrow('no')
      expect((await feeds.find('feed'))?.state).toEqual(NEW)
    })

    test('are removed once', async () => {
      const { feeds } = await openAt(makePlace())
      await feeds.add(record('feed'), NEW)
      expect(await feeds.remove('feed')).toBe(true)
      expect(await feeds.remove('feed')).toBe(false)
      expect(await feeds.list()).toEqual([])
    })

    test('are no change of any indicator', async () => {
      const store = await openAt(makePlace())
      const before = await store.state()
      await store.feeds.add(record('feed'), NEW)
      await store.feeds.saveState('feed', () => RUN)
      expect(await store.state()).toEqual(before)
    })
  })

  describe('the lease of a feed', () => {
    test('is given to one holder at a time, across connections', async () => {
      const place = makePlace()
      const stores = [await openAt(place), await openAt(place)]
      await stores[0]?.feeds.add(record('feed'), NEW)
      const claims = await Promise.all(
        ['a', 'b', 'c', 'd'].map(async (holder, index) =>
          stores[index % 2]?.feeds.claim('feed', lease(holder, NOON + 10), NOON)
        )
      )
      expect(claims.filter((claimed) => claimed === true)).toHaveLength(1)
    })

    test('ends when its time is over', async () => {
      const { feeds } = await openAt(makePlace())
      await feeds.add(record('feed'), NEW)
      expect(await feeds.claim('feed', lease('a', NOON + 10), NOON)).toBe(true)
      expect(await feeds.claim('feed', lease('b', NOON + 20), NOON + 9)).toBe(false)
      expect(await feeds.claim('feed', lease('b', NOON + 20), NOON + 10)).toBe(true)
      expect(await feeds.renew('feed', lease('a', NOON + 30))).toBe(false)
    })

    test('is held on to and let go by its holder alone', async () => {
      const { feeds } = await openAt(makePlace())
      await feeds.add(record('feed'), NEW)
      await feeds.claim('feed', lease('a', NOON + 10), NOON)
      expect(await feeds.renew('feed', lease('a', NOON + 30))).toBe(true)
      await feeds.release('feed', 'b')
      expect(await feeds.claim('feed', lease('b', NOON + 40), NOON + 20)).toBe(false)
      await feeds.release('feed', 'a')
      expect(await feeds.claim('feed', lease('b', NOON + 40), NOON + 20)).toBe(true)
    })

    test('lets its holder alone save the state that a run leaves', async () => {
      const { feeds } = await openAt(makePlace())
      await feeds.add(record('feed'), NEW)
      expect(await feeds.saveState('feed', () => RUN, 'a')).toBeUndefined()
      await feeds.claim('feed', lease('a', NOON + 10), NOON)
      expect(await feeds.saveState('feed', () => RUN, 'b')).toBeUndefined()
      expect((await feeds.find('feed'))?.state).toEqual(NEW)
      expect(await feeds.saveState('feed', () => RUN, 'a')).toEqual(RUN)
    })

    test('is not to be had of a feed that is not there, and does not outlive its feed', async () => {
      const { feeds } = await openAt(makePlace())
      expect(await feeds.claim('feed', lease('a', NOON + 10), NOON)).toBe(false)
      await feeds.add(record('feed'), NEW)
      await feeds.claim('feed', lease('a', NOON + 10), NOON)
      await feeds.remove('feed')
      await feeds.add(record('feed'), NEW)
      expect(await feeds.renew('feed', lease('a', NOON + 20))).toBe(false)
    })
  })
}
