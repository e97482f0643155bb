import { describe, expect, test } from 'vitest'
import type { Instant } from '../indicator/time.ts'
import type { Kind } from '../indicator/kind.ts'
import type { History, IndicatorStore, Version } from './indicator-store.ts'
import {
  add,
  allKeys,
  domains,
  draft,
  liveValues,
  remove,
  sourcesOf,
  stored,
  UPDATE,
  WHOLE_RANGE
} from './samples.contract.ts'
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

/** What was superseded after a position, read in pages. */
const versionsAfter = async (
  store: IndicatorStore,
  after: Instant,
  kinds?: readonly Kind[],
  pageSize = 100
): Promise<readonly Version[]> => {
  const view = await store.view()
  const versions: Version[] = []
  for (;;) {
    const page = await view.versions(kinds, versions.at(-1)?.superseded ?? after, pageSize)
    versions.push(...page)
    if (page.length < pageSize) break
  }
  await view.close()
  return versions
}

/** The newest change at each position or before it. */
const lastChanges = async (store: IndicatorStore, positions: readonly Instant[]): Promise<readonly Instant[]> => {
  const view = await store.view()
  const last = await Promise.all(positions.map(async (position) => view.lastChange(position)))
  await view.close()
  return last
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

    test('tells what indicators were until a change after a position, in the order of the changes', async () => {
      const store = await openAt(makePlace())
      const [first, second] = await add(store, [draft('domain', 'a.example'), draft('ipv4', '192.0.2.1')])
      const began = second?.changed ?? 0
      const low = await change(store, 'a.example', 'low')
      const gone = await remove(store, 'ipv4', '192.0.2.1', 'a mistake')
      const high = await change(store, 'a.example', 'high')
      const all = [
        { indicator: first, superseded: low },
        { indicator: second, superseded: gone },
        { indicator: { ...first, confidence: 'low', changed: low }, superseded: high }
      ]
      expect(await versionsAfter(store, began)).toEqual(all)
      expect(await versionsAfter(store, began, undefined, 1)).toEqual(all)
      expect(await versionsAfter(store, low)).toEqual(all.slice(1))
      expect(await versionsAfter(store, began, ['ipv4', 'cve'])).toEqual(all.slice(1, 2))
      expect(await versionsAfter(store, began, [])).toEqual([])
      expect(await versionsAfter(store, high)).toEqual([])
      await forgetAll(store, gone, gone)
      expect(await versionsAfter(store, began)).toEqual(all.slice(2))
    })

    test('tells of no version while an indicator was removed', async () => {
      const store = await openAt(makePlace())
      const [saved] = await add(store, [draft('domain', 'a.example')])
      const gone = await remove(store, 'domain', 'a.example', 'a mistake')
      await change(store, 'a.example', 'low')
      expect(await versionsAfter(store, 0)).toEqual([{ indicator: saved, superseded: gone }])
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

    test('knows of every instant whether it was one of a change', async () => {
      const store = await openAt(makePlace())
      const [first, second] = await add(store, [draft('domain', 'a.example'), draft('domain', 'b.example')])
      const low = await change(store, 'a.example', 'low')
      const gone = await remove(store, 'domain', 'a.example', 'a mistake')
      const back = await change(store, 'a.example', 'high')
      const stillborn = await store.write(async (transaction) => {
        const at = await transaction.stamp(1)
        const indicator = { ...draft('domain', 'c.example'), added: at, changed: at }
        const [row = 0] = await transaction.save([{ ...UPDATE, row: undefined, indicator, sources: [] }])
        await transaction.remove(row, { reason: 'expired', why: 'too old' }, at)
        return at
      })
      const again = await change(store, 'c.example', 'low')
      await store.write(async (transaction) => transaction.stamp(1))
      const last = await remove(store, 'domain', 'b.example', 'a mistake')
      const changes = [first?.changed ?? 0, second?.changed ?? 0, low, gone, back, stillborn, again, last]
      expect(await lastChanges(store, changes)).toEqual(changes)
      expect(await lastChanges(store, [last - 1, last + 1, 0, (first?.changed ?? 0) - 1])).toEqual([again, last, 0, 0])

      await forgetAll(store, again, again)
      const kept = [again, last]
      expect(await lastChanges(store, kept)).toEqual(kept)
      expect(await lastChanges(store, [last - 1])).toEqual([again])
      await forgetAll(store, last, last)
      expect(await lastChanges(store, [last, last + 1])).toEqual([last, last])
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
