import { describe, expect, test } from 'vitest'
import { INSTANTS_PER_SECOND } from '../indicator/time.ts'
import { NO_AUDIT } from './audit-chain.ts'
import type { CounterBatch, UsageCount } from './counter-store.ts'
import { A_DAY } from './samples.contract.ts'
import { NOON, openAt, type MakePlace } from './store-under-test.contract.ts'

const SECOND = INSTANTS_PER_SECOND
const DAY_BUCKET = 24 * 60 * SECOND

const NOTHING: CounterBatch = { now: NOON, requests: [], usage: [], audit: [] }

/** The bucket of a minute, and of a day, so many of them after noon. */
const second = (offset: number): number => NOON / SECOND + offset
const part = (offset: number): number => Math.floor(NOON / DAY_BUCKET) + offset

const counted = (keyId: string, bucket: number, count: number): CounterBatch['requests'][number] => ({
  keyId,
  minute: [{ bucket, count }],
  day: []
})

const usage = (parts: Partial<UsageCount>): UsageCount => ({
  keyId: 'key',
  day: A_DAY,
  measure: 'status',
  item: '200',
  count: 1,
  ...parts
})

export const describeCounters = (makePlace: MakePlace): void => {
  describe('counted requests', () => {
    test('of a key that was never used are none', async () => {
      const { counters } = await openAt(makePlace())
      expect(await counters.requestsOf('key')).toEqual({ minute: [], day: [] })
    })

    test('add up over all stores on a place, and come back with what others counted', async () => {
      const place = makePlace()
      const [one, other] = [await openAt(place), await openAt(place)]
      const [first] = await one.counters.write({ ...NOTHING, requests: [counted('key', second(0), 2)] })
      expect(first).toEqual(counted('key', second(0), 2))
      const day = [{ bucket: part(0), count: 4 }]
      const [second_] = await other.counters.write({ ...NOTHING, requests: [{ ...counted('key', second(0), 3), day }] })
      expect(second_).toEqual({ ...counted('key', second(0), 5), day })
      expect(await one.counters.requestsOf('key')).toEqual({ minute: [{ bucket: second(0), count: 5 }], day })
    })

    test('are forgotten when their windows have left them', async () => {
      const { counters } = await openAt(makePlace())
      await counters.write({
        ...NOTHING,
        requests: [{ ...counted('key', second(0), 1), day: [{ bucket: part(0), count: 1 }] }]
      })
      const later = (seconds: number): CounterBatch => ({
        ...NOTHING,
        now: NOON + seconds * SECOND,
        requests: [counted('key', second(seconds), 1)]
      })
      await counters.write(later(59))
      expect((await counters.requestsOf('key')).minute).toHaveLength(2)
      await counters.write(later(60))
      expect((await counters.requestsOf('key')).minute.map(({ bucket }) => bucket)).toEqual([second(59), second(60)])
      await counters.write(later(86_400))
      expect((await counters.requestsOf('key')).day).toEqual([])
    })

    test('are none where all were given back', async () => {
      const { counters } = await openAt(makePlace())
      await counters.write({ ...NOTHING, requests: [counted('key', second(0), 1)] })
      await counters.write({ ...NOTHING, requests: [counted('key', second(0), -1)] })
      expect((await counters.requestsOf('key')).minute).toEqual([])
    })

    test('ahead of the clock count as of now', async () => {
      const { counters } = await openAt(makePlace())
      const requests = [counted('far', second(60), 7), counted('near', second(59), 5)]
      await counters.write({ ...NOTHING, now: NOON + 60 * SECOND, requests })
      const back = [counted('far', second(0), 1), counted('near', second(0), 1)]
      const [far, near] = await counters.write({ ...NOTHING, requests: back })
      expect(far?.minute).toEqual([{ bucket: second(0), count: 8 }])
      expect(near?.minute).toEqual([{ bucket: second(0), count: 6 }])
    })

    test('of other keys are not touched', async () => {
      const { counters } = await openAt(makePlace())
      await counters.write({ ...NOTHING, requests: [counted('one', second(0), 1)] })
      await counters.write({ ...NOTHING, now: NOON + 3_600 * SECOND, requests: [counted('other', second(3_600), 1)] })
      expect((await counters.requestsOf('one')).minute).toEqual([{ bucket: second(0), count: 1 }])
    })
  })

  describe('usage', () => {
    test('adds up, and keeps the greatest of peaks', async () => {
      const { counters } = await openAt(makePlace())
      const peak = usage({ measure: 'peak_minute', item: '' })
      await counters.write({ ...NOTHING, usage: [usage({ count: 2 }), { ...peak, count: 9 }] })
      await counters.write({ ...NOTHING, usage: [usage({ count: 3 }), { ...peak, count: 4 }] })
      expect(await counters.usageOf('key', A_DAY)).toEqual(
        expect.arrayContaining([usage({ count: 5 }), { ...peak, count: 9 }])
      )
    })

    test('is of a key, and from a day on', async () => {
      const { counters } = await openAt(makePlace())
      const counts = [usage({ day: A_DAY - 1 }), usage({}), usage({ keyId: 'other' })]
      await counters.write({ ...NOTHING, usage: counts })
      expect(await counters.usageOf('key', A_DAY)).toEqual([usage({})])
      expect(await counters.usageOf('key', A_DAY - 1)).toHaveLength(2)
    })

    test('is forgotten by day, and the total of a key is not', async () => {
      const { counters } = await openAt(makePlace())
      await counters.write({
        ...NOTHING,
        requests: [counted('key', second(0), 1)],
        usage: [
          usage({ day: A_DAY - 1, count: 2 }),
          usage({ count: 3 }),
          usage({ measure: 'path', item: '/x', count: 9 })
        ]
      })
      await counters.forget(A_DAY)
      expect((await counters.usageOf('key', 0)).map(({ day }) => day)).toEqual([A_DAY, A_DAY])
      expect(await counters.requestTotals()).toEqual(new Map([['key', 5]]))
      await counters.forget(A_DAY + 400)
      expect(await counters.requestsOf('key')).toEqual({ minute: [], day: [] })
    })
  })

  describe('a batch', () => {
    test('goes into the audit trail too, all of it or nothing', async () => {
      const { counters, audit } = await openAt(makePlace())
      const entry = { at: NOON, actor: 'key:1', event: 'export_taken', details: { count: 1 } }
      await counters.write({ ...NOTHING, usage: [usage({})], audit: [entry] })
      expect(await audit.entries(0, 10)).toMatchObject([entry])
      const broken = { ...NOTHING, usage: [usage({})], audit: [{ ...entry, at: Number.NaN }] }
      await expect(counters.write(broken)).rejects.toThrow()
      expect(await counters.requestTotals()).toEqual(new Map([['key', 1]]))
      expect((await audit.head()).count).toBe(1)
    })

    test('without anything leaves nothing', async () => {
      const { counters, audit } = await openAt(makePlace())
      expect(await counters.write(NOTHING)).toEqual([])
      expect(await audit.head()).toEqual(NO_AUDIT)
    })
  })

  describe('totals', () => {
    test('only grow', async () => {
      const { counters } = await openAt(makePlace())
      expect(await counters.totals()).toEqual({})
      await counters.addTotals({ imports: 1, read: 10 })
      await counters.addTotals({ imports: 1, rejected: 2 })
      expect(await counters.totals()).toEqual({ imports: 2, read: 10, rejected: 2 })
    })

    test('have the room that the store takes beside them', async () => {
      const store = await openAt(makePlace())
      expect(await store.bytes()).toBeGreaterThan(0)
    })
  })
}
