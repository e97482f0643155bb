import { describe, expect, test } from 'vitest'
import { A_DAY, add, draft, remove } from './samples.contract.ts'
import { NOON, openAt, type MakePlace } from './store-under-test.contract.ts'

const NO_KINDS = {
  ipv4: 0,
  ipv6: 0,
  domain: 0,
  url: 0,
  md5: 0,
  sha1: 0,
  sha256: 0,
  cve: 0,
  'mitre-attack': 0,
  email: 0
}

export const describeStats = (makePlace: MakePlace): void => {
  describe('statistics', () => {
    test('of a new store are all zero', async () => {
      const view = await (await openAt(makePlace())).view()
      expect(await view.stats()).toEqual({
        indicators: 0,
        withheld: 0,
        removed: 0,
        byKind: NO_KINDS,
        byConfidence: { low: 0, medium: 0, high: 0 },
        byNoRule: { too_broad: 0, guarded: 0 },
        feeds: [],
        firstAdded: undefined,
        newestChange: undefined
      })
      await view.close()
    })

    test('count what lives, and removed indicators apart', async () => {
      const store = await openAt(makePlace())
      await add(store, [
        draft('email', 'gone@b.example', { feeds: ['A'] }),
        draft('domain', 'a.example', { feeds: ['A', 'B'], confidence: 'high', lastSeen: A_DAY + 1 }),
        draft('domain', 'b.example', { feeds: ['A'] }),
        draft('url', 'a.example/', { feeds: ['B'], noRule: 'too_broad' })
      ])
      const newestChange = await remove(store, 'email', 'gone@b.example', 'a mistake')
      const view = await store.view()
      expect(await view.stats()).toEqual({
        indicators: 3,
        withheld: 1,
        removed: 1,
        byKind: { ...NO_KINDS, domain: 2, url: 1 },
        byConfidence: { low: 0, medium: 2, high: 1 },
        byNoRule: { too_broad: 1, guarded: 0 },
        feeds: [
          { feed: 'A', indicators: 2, lastSeen: A_DAY + 1 },
          { feed: 'B', indicators: 2, lastSeen: A_DAY + 1 }
        ],
        firstAdded: NOON + 1,
        newestChange
      })
      await view.close()
    })
  })
}
