import { describe, expect, test } from 'vitest'
import type { Source } from '../indicator/indicator.ts'
import type { Instant } from '../indicator/time.ts'
import type { IndicatorStore, Statement, StatementsAt, StoreView } from './indicator-store.ts'
import { add, allKeys, domains, draft, ENERGY, remove, sourcesOf, stored, WHOLE_RANGE } from './samples.contract.ts'
import { openAt, type MakePlace } from './store-under-test.contract.ts'

const VALUE = 'a.example'

const KEY = { kind: 'domain', value: VALUE } as const

const viewed = async <T>(store: IndicatorStore, read: (view: StoreView) => Promise<T>): Promise<T> => {
  const view = await store.view()
  const found = await read(view)
  await view.close()
  return found
}

/** Lets feeds say something else of a domain, and others nothing more; gives the instant of the change. */
const restate = async (
  store: IndicatorStore,
  sources: readonly Source[],
  dropped: readonly string[] = [],
  value = VALUE
): Promise<Instant> => {
  const { row, indicator } = await stored(store, 'domain', value)
  return store.write(async (transaction) => {
    const changed = await transaction.stamp(1)
    await transaction.save([{ row, indicator: { ...indicator, changed }, reason: 'changed', sources, dropped }])
    return changed
  })
}

const sourceOf = (feed: string, parts: Partial<Source> = {}): Source => {
  const [source] = sourcesOf(draft('domain', VALUE, { feeds: [feed] }))
  if (source === undefined) throw new Error('a draft with a feed has a source')
  return { ...source, ...parts }
}

const since = (at: Instant, feed: string, parts: Partial<Source> = {}): Statement => ({
  ...sourceOf(feed, parts),
  since: at
})

const everSaid = async (store: IndicatorStore, value = VALUE): Promise<readonly StatementsAt[]> =>
  viewed(store, async (view) => (await view.everSaid([{ kind: 'domain', value }]))[0] ?? [])

/** One feed says it, another joins, the first says something else and ends; gives the instants. */
const filled = async (store: IndicatorStore): Promise<readonly [Instant, Instant, Instant, Instant]> => {
  const [first] = await add(store, [draft('domain', VALUE, { feeds: ['B'] })])
  const joined = await restate(store, [sourceOf('A')])
  const restated = await restate(store, [sourceOf('B', { confidence: 'high', context: ENERGY, validUntil: 5 })])
  const ended = await restate(store, [], ['B'])
  return [first?.changed ?? 0, joined, restated, ended]
}

const BEFORE = { confidence: 'high', context: ENERGY, validUntil: 5 } as const

export const describeSaid = (makePlace: MakePlace): void => {
  describe('what feeds said', () => {
    test('is kept of every version, with since when each feed says anything', async () => {
      const store = await openAt(makePlace())
      const [first, joined, restated, ended] = await filled(store)
      expect(await everSaid(store)).toEqual([
        { at: first, statements: [since(first, 'B')] },
        { at: joined, statements: [since(joined, 'A'), since(first, 'B')] },
        { at: restated, statements: [since(joined, 'A'), since(first, 'B', BEFORE)] },
        { at: ended, statements: [since(joined, 'A')] }
      ])
    })

    test('of indicators as they are and as they were is found by when they changed', async () => {
      const store = await openAt(makePlace())
      const [first, joined, restated, ended] = await filled(store)
      const other = (await add(store, [draft('ipv4', '192.0.2.1', { feeds: ['C'] })]))[0]
      await viewed(store, async (view) => {
        const { indicator } = await stored(store, 'domain', VALUE)
        const moments = [ended, restated, joined, first, first - 1, ended + 1]
        const asked = [
          ...(other === undefined ? [] : [other]),
          ...moments.map((changed) => ({ ...indicator, changed }))
        ]
        expect(await view.statements(asked)).toEqual([
          [since(other?.changed ?? 0, 'C')],
          [since(joined, 'A')],
          [since(joined, 'A'), since(first, 'B', BEFORE)],
          [since(joined, 'A'), since(first, 'B')],
          [since(first, 'B')],
          [],
          []
        ])
        expect(await view.statements([])).toEqual([])
      })
    })

    test('comes with the indicators of an earlier moment', async () => {
      const store = await openAt(makePlace())
      const [first, joined, restated] = await filled(store)
      await add(store, [draft('domain', 'b.example', { feeds: ['C'] })])
      const feedsAt = async (asOf: Instant): Promise<readonly (readonly string[])[]> =>
        viewed(store, async (view) => {
          const found = await view.withSources(await allKeys(view, { ...WHOLE_RANGE, asOf }, 10))
          return found.map(({ sources }) => sources.map(({ feed, confidence }) => `${feed} ${confidence}`))
        })
      expect(await feedsAt(first)).toEqual([['B medium']])
      expect(await feedsAt(joined)).toEqual([['A medium', 'B medium']])
      expect(await feedsAt(restated)).toEqual([['A medium', 'B high']])
      const { position } = await store.state()
      expect(await feedsAt(position)).toEqual([['A medium'], ['C medium']])
    })

    test('is known of what was removed, and begins anew with its return', async () => {
      const store = await openAt(makePlace())
      const [saved] = await add(store, [draft('domain', VALUE, { feeds: ['A'] })])
      const first = saved?.changed ?? 0
      await remove(store, 'domain', VALUE, 'a mistake')
      const gone = (await stored(store, 'domain', VALUE)).indicator
      expect(await viewed(store, async (view) => view.statements([gone]))).toEqual([[]])
      expect(await everSaid(store)).toEqual([{ at: first, statements: [since(first, 'A')] }])
      const back = await restate(store, [sourceOf('A')])
      expect(await everSaid(store)).toEqual([
        { at: first, statements: [since(first, 'A')] },
        { at: back, statements: [since(back, 'A')] }
      ])
    })

    test('is no version where nothing changed, but shows the day of the last sight', async () => {
      const store = await openAt(makePlace())
      const [saved] = await add(store, [draft('domain', VALUE, { feeds: ['A'] })])
      const first = saved?.changed ?? 0
      const { row, indicator, sources } = await stored(store, 'domain', VALUE)
      const lastSeen = indicator.lastSeen + 1
      await store.write(async (transaction) => {
        await transaction.save([{ row, indicator, reason: undefined, sources, dropped: [] }])
        await transaction.touch([{ row, feed: 'A', lastSeen }])
      })
      expect(await everSaid(store)).toEqual([{ at: first, statements: [since(first, 'A', { lastSeen })] }])
      const joined = await restate(store, [sourceOf('B')])
      expect(await everSaid(store)).toEqual([
        { at: first, statements: [since(first, 'A', { lastSeen })] },
        { at: joined, statements: [since(first, 'A', { lastSeen }), since(joined, 'B')] }
      ])
    })

    test('is forgotten with its versions, and of no others', async () => {
      const store = await openAt(makePlace())
      const [, joined, restated, ended] = await filled(store)
      await add(store, domains(1))
      await restate(store, [sourceOf('A')], [], 'host-0.example.com')
      await store.write(async (transaction) => transaction.forget(restated, restated, 100))
      expect((await everSaid(store)).map(({ at }) => at)).toEqual([restated, ended])
      expect(await everSaid(store, 'host-0.example.com')).toHaveLength(2)
      const { position } = await store.state()
      await store.write(async (transaction) => transaction.forget(position, position, 100))
      expect(await everSaid(store)).toEqual([{ at: ended, statements: [since(joined, 'A')] }])
      expect(await everSaid(store, 'host-0.example.com')).toHaveLength(1)
    })

    test('of a value that is not stored is nothing', async () => {
      const store = await openAt(makePlace())
      expect(await viewed(store, async (view) => view.everSaid([KEY, KEY]))).toEqual([[], []])
    })

    test('does not show in a view of before', async () => {
      const store = await openAt(makePlace())
      const [first] = await add(store, [draft('domain', VALUE, { feeds: ['A'] })])
      const view = await store.view()
      await restate(store, [sourceOf('B')])
      expect(await view.everSaid([KEY])).toEqual([
        [{ at: first?.changed, statements: [since(first?.changed ?? 0, 'A')] }]
      ])
      await view.close()
    })
  })
}
