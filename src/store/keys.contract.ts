import { describe, expect, test } from 'vitest'
import type { AuditRecord } from './audit-store.ts'
import type { KeyStore, KeyUse, StoredKey } from './key-store.ts'
import { startJob } from './other-process.contract.ts'
import { FIRST, key, SECOND, secret } from './sample-keys.contract.ts'
import { NOON, openAt, type MakePlace } from './store-under-test.contract.ts'

const hashOf = (stored: StoredKey): string => stored.secrets[0]?.hash ?? ''

/** Keys of a new store that has its first server secret. */
const keysAt = async (makePlace: MakePlace): Promise<KeyStore> => {
  const { keys } = await openAt(makePlace())
  await keys.setSecretMark(FIRST)
  return keys
}

const idsOf = (keys: readonly StoredKey[]): readonly string[] => keys.map(({ id }) => id)

const tell = ({ id, at, network = '' }: KeyUse): AuditRecord => ({
  at,
  actor: `key:${id}`,
  event: 'key_network',
  details: { network }
})

/** Notes uses; gives those that are told of. */
const noted = async (keys: KeyStore, uses: readonly KeyUse[]): Promise<readonly KeyUse[]> => {
  const told: KeyUse[] = []
  await keys.note(uses, [], (use) => {
    told.push(use)
    return tell(use)
  })
  return told
}

export const describeKeys = (makePlace: MakePlace): void => {
  describe('keys', () => {
    test('are found by a hash of theirs and by id, as they were added', async () => {
      const keys = await keysAt(makePlace)
      const added = key(1, {
        expires: NOON + 10,
        scopes: ['read:iocs', 'write:iocs'],
        networks: ['192.0.2.0/24', '2001:db8::/32'],
        maxTlp: 'amber-strict',
        feeds: ['a feed', 'another']
      })
      await keys.add(added, 5)
      expect(await keys.findBySecret([hashOf(added)])).toEqual({ key: added, secret: added.secrets[0] })
      expect(await keys.findBySecret([SECOND, hashOf(added)])).toEqual({ key: added, secret: added.secrets[0] })
      expect(await keys.find(added.id)).toEqual(added)
      expect(await keys.findBySecret(['0'.repeat(64)])).toBeUndefined()
      expect(await keys.find('00000000-0000-4000-8000-000000000000')).toBeUndefined()
    })

    test('are listed oldest first, revoked ones included', async () => {
      const keys = await keysAt(makePlace)
      for (const number of [3, 1, 2]) await keys.add(key(number), 5)
      await keys.revoke(key(1).id, NOON + 9, 'leaked')
      const revoked = key(1, { revoked: { at: NOON + 9, why: 'leaked' }, secrets: [] })
      expect(await keys.list()).toEqual([revoked, key(2), key(3)])
    })

    test('are listed by account', async () => {
      const keys = await keysAt(makePlace)
      await keys.add(key(1), 5)
      await keys.add(key(2, { account: 'another team' }), 5)
      expect(idsOf(await keys.list('another team'))).toEqual([key(2).id])
      expect(await keys.list('nobody')).toEqual([])
    })

    test('are limited per account and tier', async () => {
      const keys = await keysAt(makePlace)
      await keys.add(key(1), 2)
      await keys.add(key(2), 2)
      await expect(keys.add(key(3), 2)).rejects.toMatchObject({ code: 'too_many_keys' })
      await keys.add(key(4, { account: 'another team' }), 2)
      await keys.add(key(5, { tier: 'free' }), 2)
      expect(idsOf(await keys.list())).toEqual([1, 2, 4, 5].map((number) => key(number).id))
      expect(await keys.findBySecret([hashOf(key(3))])).toBeUndefined()
    })

    test('count towards the limit only while they live', async () => {
      const keys = await keysAt(makePlace)
      await keys.add(key(1, { expires: NOON + 3 }), 1)
      await expect(keys.add(key(2), 1)).rejects.toMatchObject({ code: 'too_many_keys' })
      await keys.add(key(3), 1)
      await keys.revoke(key(3).id, NOON + 4, 'leaked')
      await keys.add(key(4), 1)
      expect(await keys.list()).toHaveLength(3)
    })

    test('that ended count towards the limit since a moment, where one is given', async () => {
      const keys = await keysAt(makePlace)
      await keys.add(key(1, { expires: NOON + 3 }), 1)
      await keys.add(key(4), 1)
      await keys.revoke(key(4).id, NOON + 5, 'spent')
      const add = (number: number, most: number, endedSince: number): Promise<void> =>
        keys.add(key(number), most, NOON + endedSince)
      await expect(add(6, 2, 2)).rejects.toMatchObject({ code: 'too_many_keys', details: { live: 2, most: 2 } })
      await expect(add(6, 1, 4)).rejects.toMatchObject({ code: 'too_many_keys', details: { live: 1, most: 1 } })
      await add(6, 1, 5)
      expect(idsOf(await keys.list())).toEqual([1, 4, 6].map((number) => key(number).id))
    })

    test('keep to the limit when they are added at once', async () => {
      const place = makePlace()
      const stores = [await openAt(place), await openAt(place)]
      await stores[0]?.keys.setSecretMark(FIRST)
      const added = await Promise.allSettled(
        [1, 2, 3, 4].map(async (number) => stores[number % 2]?.keys.add(key(number), 2))
      )
      expect(added.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
      expect(await stores[0]?.keys.list()).toHaveLength(2)
    })

    test('are revoked once, also when they have expired, and found no more', async () => {
      const keys = await keysAt(makePlace)
      await keys.add(key(1, { expires: NOON + 2 }), 5)
      expect(await keys.revoke(key(1).id, NOON + 5, 'leaked')).toBe(true)
      expect(await keys.revoke(key(1).id, NOON + 6, 'leaked again')).toBe(false)
      expect(await keys.revoke(key(2).id, NOON + 6, 'never there')).toBe(false)
      expect((await keys.find(key(1).id))?.revoked).toEqual({ at: NOON + 5, why: 'leaked' })
      expect(await keys.findBySecret([hashOf(key(1))])).toBeUndefined()
    })

    test('count their version with every write that changes what somebody may, and with nothing else', async () => {
      const store = await openAt(makePlace())
      const versionAfter = async (work: Promise<unknown>): Promise<number> => {
        await work.catch(() => undefined)
        return (await store.state()).keyVersion
      }
      const rotation = { id: key(1).id, secret: secret('next'), at: NOON + 2, until: NOON + 9 }
      expect(await versionAfter(store.keys.setSecretMark(FIRST))).toBe(1)
      expect(await versionAfter(store.keys.setSecretMark(FIRST))).toBe(1)
      expect(await versionAfter(store.keys.add(key(1), 1))).toBe(2)
      expect(await versionAfter(store.keys.add(key(2), 1))).toBe(2)
      expect(await versionAfter(store.keys.rotate(rotation))).toBe(3)
      expect(await versionAfter(store.keys.rotate({ ...rotation, id: key(2).id }))).toBe(3)
      expect(await versionAfter(store.keys.note([{ id: key(1).id, at: NOON, network: undefined }], [], tell))).toBe(3)
      expect(await versionAfter(store.keys.revoke(key(1).id, NOON, 'leaked'))).toBe(4)
      expect(await versionAfter(store.keys.revoke(key(1).id, NOON, 'leaked'))).toBe(4)
      expect(await versionAfter(store.keys.rotateServerSecret(async () => SECOND))).toBe(5)
      expect(await versionAfter(store.keys.dropFormerSecret())).toBe(6)
      expect(await versionAfter(store.keys.dropFormerSecret())).toBe(6)
      expect(await versionAfter(store.keys.list())).toBe(6)
      expect(await store.state()).toEqual({ position: 0, revision: 0, keyVersion: 6, guardVersion: 0 })
    })

    test('of one store are seen by another at once, and so is that they were revoked', async () => {
      const place = makePlace()
      const [one, other] = [await openAt(place), await openAt(place)]
      await one.keys.setSecretMark(FIRST)
      expect(await other.keys.list()).toEqual([])
      await one.keys.add(key(1), 1)
      expect((await other.keys.findBySecret([hashOf(key(1))]))?.key).toEqual(key(1))
      await one.keys.revoke(key(1).id, NOON, 'leaked')
      expect(await other.keys.findBySecret([hashOf(key(1))])).toBeUndefined()
    })
  })

  describe('a rotated key', () => {
    const rotation = (name: string, at: number, until: number) => ({
      id: key(1).id,
      secret: secret(name),
      at: NOON + at,
      until: NOON + until
    })

    test('is found by both secrets, the newest first', async () => {
      const keys = await keysAt(makePlace)
      await keys.add(key(1), 5)
      expect(await keys.rotate(rotation('next', 5, 50))).toBe(true)
      const secrets = [secret('next'), secret('key1', { until: NOON + 50 })]
      const rotated = key(1, { hint: 'next', secrets })
      expect(await keys.find(key(1).id)).toEqual(rotated)
      for (const one of secrets)
        expect(await keys.findBySecret([one.hash, SECOND])).toEqual({ key: rotated, secret: one })
    })

    test('has no more than two secrets, whatever the clock says', async () => {
      const keys = await keysAt(makePlace)
      await keys.add(key(1), 5)
      await keys.rotate(rotation('two', 5, 500))
      await keys.rotate(rotation('three', 3, 600))
      expect((await keys.find(key(1).id))?.secrets).toEqual([secret('three'), secret('two', { until: NOON + 600 })])
      expect(await keys.findBySecret([hashOf(key(1))])).toBeUndefined()
    })

    test('has only the new secret where the old one ends at once', async () => {
      const keys = await keysAt(makePlace)
      await keys.add(key(1), 5)
      await keys.rotate(rotation('two', 5, 500))
      await keys.rotate(rotation('three', 6, 6))
      expect((await keys.find(key(1).id))?.secrets).toEqual([secret('three')])
    })

    test('is one that lives', async () => {
      const keys = await keysAt(makePlace)
      await keys.add(key(1, { expires: NOON + 4 }), 5)
      await keys.add(key(2), 5)
      await keys.revoke(key(2).id, NOON + 3, 'leaked')
      expect(await keys.rotate(rotation('next', 4, 50))).toBe(false)
      expect(await keys.rotate({ ...rotation('next', 4, 50), id: key(2).id })).toBe(false)
      expect(await keys.rotate({ ...rotation('next', 4, 50), id: key(3).id })).toBe(false)
      expect(await keys.findBySecret([secret('next').hash])).toBeUndefined()
    })

    test('loses both secrets when it is revoked', async () => {
      const keys = await keysAt(makePlace)
      await keys.add(key(1), 5)
      await keys.rotate(rotation('next', 5, 50))
      await keys.revoke(key(1).id, NOON + 6, 'leaked')
      expect(await keys.find(key(1).id)).toMatchObject({ hint: 'next', secrets: [] })
    })
  })

  describe('the use of a key', () => {
    const use = (at: number, network: string | undefined, number = 1) => ({
      id: key(number).id,
      at: NOON + at,
      network
    })

    test('is shown with time and network, the latest one, whatever the order in which they are noted', async () => {
      const keys = await keysAt(makePlace)
      await keys.add(key(1), 5)
      await noted(keys, [use(7, '192.0.2.0/24'), use(3, '198.51.100.0/24')])
      expect((await keys.find(key(1).id))?.lastUsed).toEqual({ at: NOON + 7, network: '192.0.2.0/24' })
      await noted(keys, [use(9, undefined)])
      expect((await keys.findBySecret([hashOf(key(1))]))?.key.lastUsed).toEqual({ at: NOON + 9, network: undefined })
    })

    test('from a network that is new for it is told once, but for its first use of all', async () => {
      const keys = await keysAt(makePlace)
      await keys.add(key(1), 5)
      expect(await noted(keys, [use(1, '192.0.2.0/24')])).toEqual([])
      const second = use(2, '198.51.100.0/24')
      expect(await noted(keys, [use(2, '192.0.2.0/24'), second, second, use(2, undefined)])).toEqual([second])
      expect(await noted(keys, [second])).toEqual([])
    })

    test('from a new network is noted and told of together, or not at all', async () => {
      const store = await openAt(makePlace())
      await store.keys.setSecretMark(FIRST)
      await store.keys.add(key(1), 5)
      await noted(store.keys, [use(1, '192.0.2.0/24')])
      const second = use(2, '198.51.100.0/24')
      const failing = store.keys.note([second], [], () => {
        throw new Error('no words')
      })
      await expect(failing).rejects.toThrow('no words')
      expect(await noted(store.keys, [second])).toEqual([second])
      expect(await store.audit.entries(0, 10)).toMatchObject([
        { event: 'key_network', details: { network: '198.51.100.0/24' } }
      ])
    })

    test('is remembered of so many networks only', async () => {
      const keys = await keysAt(makePlace)
      await keys.add(key(1), 5)
      const uses = Array.from({ length: 202 }, (_, index) => use(index, `192.0.2.${index}/32`))
      expect(await noted(keys, uses)).toHaveLength(201)
      expect(await noted(keys, uses.slice(-200))).toEqual([])
      expect(await noted(keys, uses.slice(0, 1))).toHaveLength(1)
    })

    test('of a key that is not there is nothing', async () => {
      const keys = await keysAt(makePlace)
      expect(await noted(keys, [use(1, '192.0.2.0/24', 7)])).toEqual([])
    })
  })

  describe('the marks of the server secret', () => {
    test('are none at first, and the first that is set holds', async () => {
      const place = makePlace()
      const { keys } = await openAt(place)
      expect(await keys.secretMarks()).toBeUndefined()
      expect(await keys.setSecretMark(FIRST)).toBe(FIRST)
      expect(await (await openAt(place)).keys.setSecretMark(SECOND)).toBe(FIRST)
      expect(await keys.secretMarks()).toEqual({ current: FIRST, former: undefined })
    })

    test('move on when the server secret is rotated', async () => {
      const keys = await keysAt(makePlace)
      await keys.rotateServerSecret(async (before) => {
        expect(before).toEqual({ current: FIRST, former: undefined })
        return SECOND
      })
      expect(await keys.secretMarks()).toEqual({ current: SECOND, former: FIRST })
    })

    test('stay where the change fails', async () => {
      const keys = await keysAt(makePlace)
      await expect(keys.rotateServerSecret(async () => Promise.reject(new Error('no room')))).rejects.toThrow('no room')
      expect(await keys.secretMarks()).toEqual({ current: FIRST, former: undefined })
    })

    test('are changed by one process at a time', async () => {
      const place = makePlace()
      const stores = [await openAt(place), await openAt(place)]
      await stores[0]?.keys.setSecretMark(FIRST)
      const seen: unknown[] = []
      await Promise.all(
        stores.map(async ({ keys }) =>
          keys.rotateServerSecret(async (before) => {
            seen.push(before?.former)
            return `${before?.current ?? ''}!`
          })
        )
      )
      expect(seen).toEqual([undefined, FIRST])
    })

    test('refuse a hash under any other server secret', async () => {
      const keys = await keysAt(makePlace)
      const other = key(1, { secrets: [secret('key1', { mark: SECOND })] })
      await expect(keys.add(other, 5)).rejects.toMatchObject({ code: 'secret_wrong' })
      expect(await keys.list()).toEqual([])
      await keys.rotateServerSecret(async () => SECOND)
      await keys.add(other, 5)
      await keys.add(key(2), 5)
      const rotation = { id: key(1).id, secret: secret('x', { mark: 'c' }), at: NOON, until: NOON + 1 }
      await expect(keys.rotate(rotation)).rejects.toMatchObject({ code: 'secret_wrong' })
      expect((await keys.find(key(1).id))?.secrets).toEqual(other.secrets)
    })
  })

  describe('secrets that rest on the former server secret', () => {
    const rotated = async (): Promise<KeyStore> => {
      const keys = await keysAt(makePlace)
      await keys.add(key(1), 5)
      await keys.add(key(2, { expires: NOON + 5 }), 5)
      await keys.add(key(3), 5)
      await keys.revoke(key(3).id, NOON + 4, 'leaked')
      await keys.rotateServerSecret(async () => SECOND)
      return keys
    }

    test('are counted by keys that live', async () => {
      const keys = await rotated()
      expect(await keys.restingOnFormer(NOON + 4)).toBe(2)
      expect(await keys.restingOnFormer(NOON + 5)).toBe(1)
      const secretOfNow = secret('next', { mark: SECOND })
      await keys.rotate({ id: key(1).id, secret: secretOfNow, at: NOON + 5, until: NOON + 9 })
      expect(await keys.restingOnFormer(NOON + 8)).toBe(1)
      expect(await keys.restingOnFormer(NOON + 9)).toBe(0)
    })

    test('are none where the server secret was never rotated', async () => {
      const keys = await keysAt(makePlace)
      await keys.add(key(1), 5)
      expect(await keys.restingOnFormer(NOON)).toBe(0)
    })

    test('are renewed', async () => {
      const keys = await rotated()
      const to = { hash: 'd'.repeat(64), mark: SECOND }
      await keys.note([], [{ from: hashOf(key(1)), to }], tell)
      expect((await keys.findBySecret([to.hash]))?.secret).toEqual({ ...secret('key1'), ...to })
      expect(await keys.findBySecret([hashOf(key(1))])).toBeUndefined()
      expect(await keys.restingOnFormer(NOON + 5)).toBe(0)
    })

    test('are renewed under no server secret that is not known, and not twice', async () => {
      const keys = await rotated()
      const from = hashOf(key(1))
      await keys.note([], [{ from, to: { hash: 'e'.repeat(64), mark: 'c'.repeat(64) } }], tell)
      expect((await keys.findBySecret([from]))?.key.id).toBe(key(1).id)
      const to = { hash: 'd'.repeat(64), mark: SECOND }
      await keys.note([], [{ from, to }], tell)
      await keys.note([], [{ from, to }], tell)
      expect((await keys.find(key(1).id))?.secrets).toHaveLength(1)
    })

    test('go with it when it is dropped; others stay', async () => {
      const keys = await rotated()
      await keys.add(key(4, { secrets: [secret('key4', { mark: SECOND })] }), 5)
      expect(await keys.dropFormerSecret()).toBe(true)
      expect(await keys.dropFormerSecret()).toBe(false)
      expect(await keys.findBySecret([hashOf(key(1))])).toBeUndefined()
      expect(await keys.findBySecret([hashOf(key(4))])).toBeDefined()
      expect(await keys.secretMarks()).toEqual({ current: SECOND, former: undefined })
      await expect(keys.add(key(5), 5)).rejects.toMatchObject({ code: 'secret_wrong' })
    })
  })

  describe('a process that is killed', () => {
    test('while it makes, rotates and revokes keys leaves each of them whole, and all that it acknowledged', async () => {
      const place = makePlace()
      const writer = startJob(place, 'keys-until-killed')
      await writer.said(20)
      await writer.kill()
      const { keys } = await openAt(place)
      const listed = await keys.list()
      const secretsOf = new Map(listed.map(({ id, secrets }) => [id, secrets.length]))
      for (const { revoked, secrets } of listed) {
        expect(secrets.length).toBeGreaterThanOrEqual(revoked === undefined ? 1 : 0)
        expect(secrets.length).toBeLessThanOrEqual(revoked === undefined ? 2 : 0)
        expect(secrets.filter(({ until }) => until === undefined)).toHaveLength(revoked === undefined ? 1 : 0)
      }
      const done = new Map(writer.lines.map((line): [string, string] => [line.slice(8), line.slice(0, 7)]))
      const expected = { 'added  ': [1, 2, 0], rotated: [2, 0], revoked: [0] }
      for (const [id, last] of done) {
        const possible = Object.entries(expected).find(([step]) => step === last)?.[1] ?? []
        expect(possible).toContain(secretsOf.get(id))
      }
      expect(listed.length - done.size).toBeLessThanOrEqual(1)
      await keys.add(key(1), 50)
    })

    test('in the middle of a rotation of the server secret leaves the marks as they were', async () => {
      const place = makePlace()
      const { keys } = await openAt(place)
      await keys.setSecretMark(FIRST)
      await keys.add(key(1), 1)
      const writer = startJob(place, 'hang-in-secret-rotation')
      await writer.said(1)
      const waiting = keys.setSecretMark(SECOND)
      await writer.kill()
      expect(await waiting).toBe(FIRST)
      expect(await keys.secretMarks()).toEqual({ current: FIRST, former: undefined })
      expect(await keys.find(key(1).id)).toEqual(key(1))
    })
  })
}
