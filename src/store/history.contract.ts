import { describe, expect, test } from 'vitest'
import type { Instant } from '../indicator/time.ts'
import type { History, IndicatorStore } from './indicator-store.ts'
import { add, allKeys, domains, draft, liveValues, remove, sourcesOf, stored, WHOLE_RANGE } from './samples.contract.ts'
import { openAt, type MakePlace } from './store-under-test.contract.ts'

const history = async (store: IndicatorStore): Promise<History> => {
  const view = await store.view()
  const known = await view.history()
  await view.close()
  return known
}

/** Changes the confidence of a domain; gives the instant of the change. */
const change = async (store: IndicatorStore, value: string, confidence: 'low' | 'high'): Promise<Instant> => {
  const { row, indicator } = await stored(store, 'domain', value)
  return store.write(async (transaction) => {
    const at = await transaction.stamp(1)
    const changed = { ...indicator, confidence, changed: at }
    await transaction.save([{ row, indicator: changed, reason: 'changed', sources: sourcesOf(changed), dropped: [] }])
    return at
  })
}

/** What lived at a position: values with their confidences, the oldest change first. */
const livedAt = async (store: IndicatorStore, asOf: Instant): Promise<readonly string[]> => {
  const view = await store.view()
  const indicators = await view.indicators(await allKeys(view, { ...WHOLE_RANGE, asOf }, 100))
  await view.close()
  return indicators.map(({ value, confidence }) => `${value} ${confidence}`)
}

/** Forgets until nothing is left; gives how many calls that took. */
const forgetAll = async (
  store: IndicatorStore,
  versionsUntil: Instant,
  removalsUntil: Instant,
  limit = 100
): Promise<number> => {
  for (let calls = 1; ; calls += 1) {
    if (await store.write(async (transaction) => transaction.forget(versionsUntil, removalsUntil, limit))) return calls
  }
}

const isKnown = async (store: IndicatorStore, value: string): Promise<boolean> => {
  const view = await store.view()
  const found = await view.find({ kind: 'domain', value })
  await view.close()
  return found !== undefined
}

export const describeHistory = (makePlace: MakePlace): void => {
  describe('the history', () => {
    test('of a new store reaches back to its beginning', async () => {
      expect(await history(await openAt(makePlace()))).toEqual({ versionsFrom: 0, removalsFrom: 0 })
    })

    test('keeps an earlier moment until its versions are forgotten', async () => {
      const store = await openAt(makePlace())
      const [saved] = await add(store, [draft('domain', 'a.example', { confidence: 'medium' })])
      const low = await change(store, 'a.example', 'low')
      const high = await change(store, 'a.example', 'high')
      const began = saved?.changed ?? 0
      expect(await livedAt(store, began)).toEqual(['a.example medium'])
      expect(await livedAt(store, low)).toEqual(['a.example low'])

      await forgetAll(store, low, low)
      expect(await history(store)).toEqual({ versionsFrom: low, removalsFrom: 0 })
      expect(await livedAt(store, low)).toEqual(['a.example low'])
      expect(await livedAt(store, high)).toEqual(['a.example high'])

      await forgetAll(store, high, high)
      expect(await history(store)).toEqual({ versionsFrom: high, removalsFrom: 0 })
      expect(await livedAt(store, high)).toEqual(['a.example high'])
      expect(await liveValues(store)).toEqual(['a.example'])
    })

    test('forgets a removed indicator, which may then come anew', async () => {
      const store = await openAt(makePlace())
      await add(store, domains(3))
      const first = await remove(store, 'domain', 'host-0.example.com', 'a mistake')
      const second = await remove(store, 'domain', 'host-1.example.com', 'a mistake')
      await forgetAll(store, first, first)
      expect(await history(store)).toEqual({ versionsFrom: first, removalsFrom: first })
      expect(await isKnown(store, 'host-0.example.com')).toBe(false)
      expect(await isKnown(store, 'host-1.example.com')).toBe(true)
      const view = await store.view()
      const removed = (await view.changes(undefined, first, 10)).filter(({ isRemoved }) => isRemoved)
      await view.close()
      expect(removed.map(({ indicator }) => indicator.changed)).toEqual([second])

      const again = await add(store, [draft('domain', 'host-0.example.com')])
      expect((await stored(store, 'domain', 'host-0.example.com')).indicator).toEqual(again[0])
    })

    test('keeps removals longer than versions, where it is asked to', async () => {
      const store = await openAt(makePlace())
      await add(store, domains(1))
      const at = await remove(store, 'domain', 'host-0.example.com', 'a mistake')
      await forgetAll(store, at, at - 1)
      expect(await history(store)).toEqual({ versionsFrom: at, removalsFrom: 0 })
      expect(await isKnown(store, 'host-0.example.com')).toBe(true)
    })

    test('keeps a removed indicator for as long as a version of it', async () => {
      const store = await openAt(makePlace())
      const saved = await add(store, domains(1))
      const began = saved[0]?.changed ?? 0
      const at = await remove(store, 'domain', 'host-0.example.com', 'a mistake')
      await forgetAll(store, at - 1, at)
      expect(await livedAt(store, began)).toEqual(['host-0.example.com medium'])
      expect(await history(store)).toMatchObject({ removalsFrom: 0 })
    })

    test('is forgotten in small steps, removals not before all versions, so that every moment stays whole', async () => {
      const store = await openAt(makePlace())
      await add(store, domains(6))
      for (const { value } of domains(6)) await change(store, value, 'high')
      for (const { value } of domains(5)) await remove(store, 'domain', value, 'a mistake')
      const { position } = await store.state()
      const moments = Array.from({ length: 17 }, (_, index) => position - index)
      const whole = new Map<Instant, readonly string[]>()
      for (const moment of moments) whole.set(moment, await livedAt(store, moment))

      let isDone = false
      let steps = 0
      while (!isDone) {
        isDone = await store.write(async (transaction) => transaction.forget(position, position, 2))
        steps += 1
        const { versionsFrom, removalsFrom } = await history(store)
        for (const moment of moments.filter((one) => one >= versionsFrom)) {
          expect(await livedAt(store, moment)).toEqual(whole.get(moment))
        }
        if (versionsFrom < position) expect(removalsFrom).toBe(0)
      }
      expect(steps).toBeGreaterThan(6)
      expect(await history(store)).toEqual({ versionsFrom: position, removalsFrom: position })
      expect(await liveValues(store)).toEqual(['host-5.example.com'])
      expect(await isKnown(store, 'host-0.example.com')).toBe(false)
    })

    test('of which nothing is to be forgotten stays as it is', async () => {
      const store = await openAt(makePlace())
      await add(store, domains(2))
      const { position } = await store.state()
      expect(await forgetAll(store, position + 10, position + 10)).toBe(1)
      expect(await history(store)).toEqual({ versionsFrom: 0, removalsFrom: 0 })
      expect(await liveValues(store)).toHaveLength(2)
    })
  })
}
