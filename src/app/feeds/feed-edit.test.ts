import { describe, expect, test } from 'vitest'
import { TESTER } from '../../../tests/support/acting.ts'
import { defaultSettings } from '../../../tests/support/settings.ts'
import { MOMENT, storeWithClock } from '../../../tests/support/stores.ts'
import { nodeCrypto } from '../../platform/crypto.ts'
import type { FeedRecord, StoredFeed } from '../../store/feed-store.ts'
import type { IndicatorStore } from '../../store/indicator-store.ts'
import type { FeedEdit } from './feed-edit.ts'
import type { FeedRequest } from './feed-request.ts'
import { createFeeds } from './feeds.ts'

const LATER = MOMENT + 60_000_000

interface Edited {
  readonly store: IndicatorStore
  readonly before: FeedRecord
  readonly edit: (edit: FeedEdit, isRemote?: boolean) => Promise<StoredFeed>
}

/** A feed that was added, and run a while ago. */
const added = async (request: Partial<FeedRequest> = {}): Promise<Edited> => {
  const { store, clock } = await storeWithClock()
  const feeds = createFeeds({ store, settings: await defaultSettings(), clock, crypto: nodeCrypto, actor: TESTER })
  const nameOf = (part: string): string => part
  const feed = { name: 'feed', url: 'https://feeds.example/a.csv', ...request }
  const { record: before } = await feeds.add(feed, { isRemote: false, nameOf })
  const ran = { etag: '"1"', lastModified: 'a day', cursor: 'here', size: 7, nextRun: MOMENT + 10 ** 12 }
  await store.feeds.saveState('feed', (state) => ({ ...state, ...ran }))
  clock.set(LATER)
  return { store, before, edit: async (edit, isRemote = false) => feeds.edit('feed', edit, { isRemote, nameOf }) }
}

test('what is said anew replaces what was said, and the rest stays', async () => {
  const { edit, before } = await added({ every: '30m', confidence: 'high', tlp: 'amber', lifetime: '30d' })
  const { record } = await edit({ cron: '0 6 * * *', confidence: 'low', industries: ['energy'] })
  expect(record).toEqual({ ...before, schedule: { cron: '0 6 * * *' }, confidence: 'low', industries: ['energy'] })
})

test('what is taken back is as it is for a feed of which nothing was said', async () => {
  const { edit, before } = await added({
    every: '30m',
    confidence: 'high',
    format: 'csv',
    mode: 'window',
    lifetime: '30d'
  })
  const { record } = await edit({ every: null, confidence: null, format: null, mode: null, lifetime: null })
  const nothing = { confidence: undefined, format: undefined, mode: undefined, lifetimeDays: undefined }
  expect(record).toEqual({ ...before, ...nothing, schedule: { every: 3_600 } })
})

test('the feed is due at once and read whole, and keeps its size and standing', async () => {
  const { edit, store } = await added()
  await store.feeds.setStanding('feed', 'frozen')
  const { record, state } = await edit({ confidence: 'low' })
  expect(record.standing).toBe('frozen')
  expect([state.nextRun, state.etag, state.lastModified, state.cursor, state.size]).toEqual([
    LATER,
    undefined,
    undefined,
    undefined,
    7
  ])
})

describe('another server', () => {
  const elsewhere = 'https://other.example/a.csv'

  test('gets no header that was given for the one before', async () => {
    const { edit, store, before } = await added({ headers: ['Auth-Key: secret'] })
    await expect(edit({ url: elsewhere })).rejects.toThrow('give headers with it')
    expect((await store.feeds.find('feed'))?.record).toEqual(before)
    expect((await edit({ url: elsewhere, headers: ['Auth-Key: another'] })).record).toMatchObject({
      url: elsewhere,
      headers: [{ name: 'Auth-Key', literal: 'another' }]
    })
  })

  test('may be one without headers', async () => {
    const { edit } = await added({ headers: ['Auth-Key: secret'] })
    expect((await edit({ url: elsewhere, headers: null })).record.headers).toEqual([])
  })

  test('cannot be chosen over the API for a feed that may reach private networks', async () => {
    const { edit } = await added({ allowNetworks: ['10.20.0.0/16'] })
    await expect(edit({ url: elsewhere }, true)).rejects.toThrow('on the machine itself')
    expect((await edit({ url: elsewhere })).record.allowNetworks).toEqual(['10.20.0.0/16'])
  })

  test('is not another path of the same one', async () => {
    const { edit } = await added({ headers: ['Auth-Key: secret'], allowNetworks: ['10.20.0.0/16'] })
    expect((await edit({ url: 'https://feeds.example/b.csv' }, true)).record.headers).toHaveLength(1)
  })
})

test('a part that cannot hold is refused, also beside what was said before', async () => {
  const { edit } = await added({ mode: 'list' })
  await expect(edit({ format: 'taxii' })).rejects.toMatchObject({ code: 'invalid_parameter' })
  await expect(edit({ url: null })).rejects.toThrow('a feed needs it')
  await expect(edit({ confidence: 'certain' })).rejects.toMatchObject({ code: 'invalid_parameter' })
})
