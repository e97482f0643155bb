import { describe, expect, test } from 'vitest'
import type { GuardEntry } from '../indicator/guard-list.ts'
import { chainHash, entryText, NO_AUDIT } from './audit-chain.ts'
import type { AuditRecord } from './audit-store.ts'
import { startJob } from './other-process.contract.ts'
import { NOON, openAt, type MakePlace } from './store-under-test.contract.ts'

const record = (number: number, parts: Partial<AuditRecord> = {}): AuditRecord => ({
  at: NOON + number,
  actor: 'user:tester',
  event: 'feed_added',
  details: { feed: `Feed ${number}` },
  ...parts
})

const ENTRY: GuardEntry = { shape: 'value', text: 'a.example' }

const ADDED = { ...ENTRY, mode: 'block', why: 'ours', until: undefined, added: NOON } as const

export const describeAudit = (makePlace: MakePlace): void => {
  describe('the audit trail', () => {
    test('is empty at first', async () => {
      const { audit } = await openAt(makePlace())
      expect(await audit.head()).toEqual(NO_AUDIT)
      expect(await audit.entries(0, 10)).toEqual([])
      expect(await audit.last({}, 10)).toEqual([])
    })

    test('keeps records in the order in which they are appended, whatever their time', async () => {
      const { audit } = await openAt(makePlace())
      await audit.append([record(9), record(1)])
      const head = await audit.append([record(5)])
      const entries = await audit.entries(0, 10)
      expect(entries).toMatchObject([
        { number: 1, ...record(9) },
        { number: 2, ...record(1) },
        { number: 3, ...record(5) }
      ])
      expect(head).toEqual({ count: 3, hash: entries[2]?.hash })
      expect(await audit.head()).toEqual(head)
    })

    test('chains every entry to the one before', async () => {
      const { audit } = await openAt(makePlace())
      await audit.append([record(1), record(2)])
      const [first, second] = await audit.entries(0, 10)
      expect(first?.text).toBe(entryText(1, record(1), '{"feed":"Feed 1"}'))
      expect(first?.hash).toBe(chainHash(NO_AUDIT.hash, first?.text ?? ''))
      expect(second?.hash).toBe(chainHash(first?.hash ?? '', second?.text ?? ''))
    })

    test('gives back details of every type, and the same hash whatever order they come in', async () => {
      const details = { z: 1, a: 'text "quoted" \u202e é', flag: true, nothing: null, list: ['b', 'a'] }
      const turned = { list: ['b', 'a'], nothing: null, flag: true, a: details.a, z: 1 }
      const hashes = new Set<string>()
      for (const given of [details, turned]) {
        const { audit } = await openAt(makePlace())
        hashes.add((await audit.append([record(1, { details: given })])).hash)
        expect((await audit.entries(0, 1))[0]?.details).toEqual(details)
      }
      expect(hashes.size).toBe(1)
    })

    test('is read in pages, each behind a number', async () => {
      const { audit } = await openAt(makePlace())
      await audit.append([1, 2, 3, 4, 5].map((number) => record(number)))
      const numbers = async (after: number, limit: number): Promise<readonly number[]> =>
        (await audit.entries(after, limit)).map(({ number }) => number)
      expect(await numbers(0, 2)).toEqual([1, 2])
      expect(await numbers(2, 2)).toEqual([3, 4])
      expect(await numbers(4, 2)).toEqual([5])
    })

    test('gives the last entries of an event, and since a moment', async () => {
      const { audit } = await openAt(makePlace())
      await audit.append([record(1), record(4, { event: 'feed_removed' }), record(2), record(3)])
      const numbers = async (range: Parameters<typeof audit.last>[0], limit = 10): Promise<readonly number[]> =>
        (await audit.last(range, limit)).map(({ number }) => number)
      expect(await numbers({}, 2)).toEqual([3, 4])
      expect(await numbers({ since: NOON + 3 })).toEqual([2, 4])
      expect(await numbers({ event: 'feed_added' })).toEqual([1, 3, 4])
      expect(await numbers({ event: 'feed_added', since: NOON + 2 }, 1)).toEqual([4])
    })

    test('is one for all stores on a place that append at once', async () => {
      const place = makePlace()
      const stores = [await openAt(place), await openAt(place)]
      await Promise.all(
        [0, 1, 2, 3, 4, 5].map(async (number) => stores[number % 2]?.audit.append([record(number), record(number)]))
      )
      const entries = (await stores[0]?.audit.entries(0, 100)) ?? []
      expect(entries.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
      let before = NO_AUDIT.hash
      for (const { text, hash } of entries) {
        expect(hash).toBe(chainHash(before, text))
        before = hash
      }
    })

    test('holds together when a process is killed while it writes', async () => {
      const place = makePlace()
      const writer = startJob(place, 'count-until-killed', 'key')
      await writer.said(20)
      await writer.kill()
      const { audit, counters } = await openAt(place)
      const head = await audit.head()
      const entries = await audit.entries(0, 100_000)
      expect(entries.at(-1)).toMatchObject({ number: head.count, hash: head.hash })
      let before = NO_AUDIT.hash
      for (const { text, hash } of entries) {
        expect(hash).toBe(chainHash(before, text))
        before = hash
      }
      // A batch is there with all that it says, or not at all.
      expect(head.count).toBeGreaterThanOrEqual(20)
      expect((await counters.requestTotals()).get('key')).toBe(head.count)
    })
  })

  describe('an audited write', () => {
    test('leaves its record with what it changes', async () => {
      const store = await openAt(makePlace())
      await store.audited(record(1)).guard.putEntry(ADDED)
      expect(await store.guard.added()).toHaveLength(1)
      expect(await store.audit.entries(0, 10)).toMatchObject([record(1)])
    })

    test('that changes nothing leaves none', async () => {
      const store = await openAt(makePlace())
      expect(await store.audited(record(1)).guard.removeEntry(ENTRY)).toBe(false)
      expect(await store.audited(record(1)).feeds.setStanding('nowhere', 'frozen')).toBe(false)
      expect(await store.audit.head()).toEqual(NO_AUDIT)
    })

    test('that fails leaves neither', async () => {
      const store = await openAt(makePlace())
      const failing = store.audited({ ...record(1), at: Number.NaN }).guard.putEntry(ADDED)
      await expect(failing).rejects.toThrow()
      expect(await store.guard.added()).toEqual([])
      expect(await store.audit.head()).toEqual(NO_AUDIT)
    })

    test('may be a transaction of indicators', async () => {
      const store = await openAt(makePlace())
      await store.write(async (transaction) => transaction.audit(record(1)))
      const failing = store.write(async (transaction) => {
        await transaction.audit(record(2))
        throw new Error('the work failed')
      })
      await expect(failing).rejects.toThrow('the work failed')
      expect(await store.audit.entries(0, 10)).toMatchObject([record(1)])
    })
  })
}
