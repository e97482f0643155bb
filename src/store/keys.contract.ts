import { describe, expect, test } from 'vitest'
import type { StoredKey } from './key-store.ts'
import { NOON, openAt, type MakePlace } from './store-under-test.contract.ts'

const key = (number: number, parts: Partial<StoredKey> = {}): StoredKey => ({
  id: `00000000-0000-4000-8000-00000000000${number}`,
  hash: String(number).repeat(64),
  hint: `hin${number}`,
  account: 'security team',
  name: `poller ${number}`,
  tier: 'pro',
  scopes: ['read:iocs'],
  created: NOON + number,
  expires: undefined,
  revoked: undefined,
  ...parts
})

export const describeKeys = (makePlace: MakePlace): void => {
  describe('keys', () => {
    test('are found by hash and by id, as they were added', async () => {
      const { keys } = await openAt(makePlace())
      const added = key(1, { expires: NOON + 10, scopes: ['read:iocs', 'write:iocs'] })
      await keys.add(added, 5)
      expect(await keys.findByHash(added.hash)).toEqual(added)
      expect(await keys.find(added.id)).toEqual(added)
      expect(await keys.findByHash('0'.repeat(64))).toBeUndefined()
      expect(await keys.find('00000000-0000-4000-8000-000000000000')).toBeUndefined()
    })

    test('are listed oldest first, revoked ones included', async () => {
      const { keys } = await openAt(makePlace())
      for (const number of [3, 1, 2]) await keys.add(key(number), 5)
      await keys.revoke(key(1).id, NOON + 9, 'leaked')
      expect(await keys.list()).toEqual([key(1, { revoked: { at: NOON + 9, why: 'leaked' } }), key(2), key(3)])
    })

    test('are limited per account and tier', async () => {
      const { keys } = await openAt(makePlace())
      await keys.add(key(1), 2)
      await keys.add(key(2), 2)
      await expect(keys.add(key(3), 2)).rejects.toMatchObject({ code: 'too_many_keys' })
      await keys.add(key(4, { account: 'another team' }), 2)
      await keys.add(key(5, { tier: 'free' }), 2)
      expect((await keys.list()).map(({ id }) => id)).toEqual([1, 2, 4, 5].map((number) => key(number).id))
    })

    test('count towards the limit only while they live', async () => {
      const { keys } = await openAt(makePlace())
      await keys.add(key(1, { expires: NOON + 3 }), 1)
      await expect(keys.add(key(2), 1)).rejects.toMatchObject({ code: 'too_many_keys' })
      await keys.add(key(3), 1)
      await keys.revoke(key(3).id, NOON + 4, 'leaked')
      await keys.add(key(4), 1)
      expect(await keys.list()).toHaveLength(3)
    })

    test('keep to the limit when they are added at once', async () => {
      const place = makePlace()
      const stores = [await openAt(place), await openAt(place)]
      const added = await Promise.allSettled(
        [1, 2, 3, 4].map(async (number) => stores[number % 2]?.keys.add(key(number), 2))
      )
      expect(added.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
      expect(await stores[0]?.keys.list()).toHaveLength(2)
    })

    test('are revoked once, also when they have expired', async () => {
      const { keys } = await openAt(makePlace())
      await keys.add(key(1, { expires: NOON + 2 }), 5)
      expect(await keys.revoke(key(1).id, NOON + 5, 'leaked')).toBe(true)
      expect(await keys.revoke(key(1).id, NOON + 6, 'leaked again')).toBe(false)
      expect(await keys.revoke(key(2).id, NOON + 6, 'never there')).toBe(false)
      expect((await keys.find(key(1).id))?.revoked).toEqual({ at: NOON + 5, why: 'leaked' })
    })

    test('count their version with every write, and with nothing else', async () => {
      const store = await openAt(makePlace())
      const versionAfter = async (work: Promise<unknown>): Promise<number> => {
        await work.catch(() => undefined)
        return (await store.state()).keyVersion
      }
      expect(await versionAfter(store.keys.add(key(1), 1))).toBe(1)
      expect(await versionAfter(store.keys.add(key(2), 1))).toBe(1)
      expect(await versionAfter(store.keys.revoke(key(1).id, NOON, 'leaked'))).toBe(2)
      expect(await versionAfter(store.keys.revoke(key(1).id, NOON, 'leaked'))).toBe(2)
      expect(await versionAfter(store.keys.setSecretMark('mark'))).toBe(3)
      expect(await versionAfter(store.keys.setSecretMark('mark'))).toBe(3)
      expect(await versionAfter(store.keys.list())).toBe(3)
      expect(await store.state()).toEqual({ position: 0, revision: 0, keyVersion: 3, guardVersion: 0 })
    })

    test('of one store are seen by another at once', async () => {
      const place = makePlace()
      const [one, other] = [await openAt(place), await openAt(place)]
      expect(await other.keys.list()).toEqual([])
      await one.keys.add(key(1), 1)
      expect(await other.keys.findByHash(key(1).hash)).toEqual(key(1))
    })
  })

  describe('the mark of the secret', () => {
    test('is none at first, and the first that is set holds', async () => {
      const place = makePlace()
      const { keys } = await openAt(place)
      expect(await keys.secretMark()).toBeUndefined()
      expect(await keys.setSecretMark('first')).toBe('first')
      expect(await (await openAt(place)).keys.setSecretMark('second')).toBe('first')
      expect(await keys.secretMark()).toBe('first')
    })
  })
}
