import { describe, expect, test } from 'vitest'
import type { Indicator } from '../indicator/indicator.ts'
import type { ReadView } from './indicator-store.ts'
import { add, allKeys, domains, draft, EVERYTHING, remove, sourcesOf, WHOLE_RANGE } from './samples.contract.ts'
import { NOON, openAt, type MakePlace } from './store-under-test.contract.ts'

const valuesIn = async (view: ReadView): Promise<readonly string[]> =>
  (await view.inNaturalOrder(EVERYTHING, undefined, undefined, 1_000)).map(({ value }) => value)

export const describeViews = (makePlace: MakePlace): void => {
  describe('a view', () => {
    test('does not see later commits, also while it is paged through', async () => {
      const place = makePlace()
      const store = await openAt(place)
      const before = (await add(store, domains(6, 'before'))).map(({ value }) => value)
      const view = await store.view()
      const first = await view.changeKeys(WHOLE_RANGE, 2)
      await add(await openAt(place), domains(3, 'after'))
      await remove(store, 'domain', 'before-4.example.com', 'a mistake')

      const keys = [...first, ...(await view.changeKeys(WHOLE_RANGE, 10, first.at(-1)?.changed))]
      expect((await view.indicators(keys)).map(({ value }) => value)).toEqual(before)
      expect(await valuesIn(view)).toEqual(before)
      expect(await view.count(WHOLE_RANGE, 100)).toBe(6)
      expect(await view.find({ kind: 'domain', value: 'after-0.example.com' })).toBeUndefined()
      expect((await view.find({ kind: 'domain', value: 'before-4.example.com' }))?.removed).toBeUndefined()
      expect(await view.stats()).toMatchObject({ indicators: 6, removed: 0 })
      expect(view.state).toEqual({ position: NOON + 5, revision: 1, keyVersion: 0, guardVersion: 0 })
      await view.close()
    })

    test('stands beside others, each of its own moment', async () => {
      const store = await openAt(makePlace())
      const views: ReadView[] = []
      for (let index = 0; index < 7; index += 1) {
        views.push(await store.view())
        await add(store, domains(1, `round-${index}`))
      }
      const sizes = await Promise.all(views.map(async (view) => (await valuesIn(view)).length))
      expect(sizes).toEqual([0, 1, 2, 3, 4, 5, 6])
      for (const view of views) await view.close()
      const fresh = await store.view()
      expect(await valuesIn(fresh)).toHaveLength(7)
      await fresh.close()
    })

    test('cannot be used when it is closed, and may be closed again', async () => {
      const store = await openAt(makePlace())
      const view = await store.view()
      await view.close()
      await view.close()
      await expect(view.count(WHOLE_RANGE, 1)).rejects.toThrow('closed')
    })

    test('is closed with its store', async () => {
      const store = await openAt(makePlace())
      const view = await store.view()
      await store.close()
      await expect(view.count(WHOLE_RANGE, 1)).rejects.toThrow('closed')
      await view.close()
    })

    test('gives indicators, alone and with their sources, in the order of the keys', async () => {
      const store = await openAt(makePlace())
      const drafts = [
        draft('domain', 'a.example', { feeds: ['A', 'B'] }),
        draft('ipv4', '192.0.2.1', { feeds: ['B'] }),
        draft('email', 'a@b.example', { feeds: [] })
      ]
      const saved = await add(store, drafts)
      const view = await store.view()
      const keys = [...(await allKeys(view, WHOLE_RANGE, 10))].reverse()
      const withSources = (indicator: Indicator) => ({
        indicator,
        sources: sourcesOf(indicator).map((source) => ({ ...source, since: indicator.changed }))
      })
      const expected = saved.map(withSources).reverse()
      expect(await view.indicators(keys)).toEqual(expected.map(({ indicator }) => indicator))
      expect(await view.withSources(keys)).toEqual(expected)
      expect(await view.indicators([])).toEqual([])
      expect(await view.withSources([])).toEqual([])
      await view.close()
    })

    test('counts up to the limit', async () => {
      const store = await openAt(makePlace())
      await add(store, domains(5))
      const view = await store.view()
      expect(await view.count(WHOLE_RANGE, 4)).toBe(4)
      expect(await view.count(WHOLE_RANGE, 6)).toBe(5)
      await view.close()
    })
  })
}
