import { describe, expect, test } from 'vitest'
import { KINDS, type Kind } from '../indicator/kind.ts'
import type { Day } from '../indicator/time.ts'
import type { AgeBounds, FeedRow, IndicatorStore, StoreView } from './indicator-store.ts'
import { A_DAY, add, domains, draft, remove, sourcesOf, stored } from './samples.contract.ts'
import { openAt, type MakePlace } from './store-under-test.contract.ts'

const seeing = async <T>(store: IndicatorStore, look: (view: StoreView) => Promise<T>): Promise<T> => {
  const view = await store.view()
  const seen = await look(view)
  await view.close()
  return seen
}

const valuesOf = (rows: readonly FeedRow[]): readonly string[] => rows.map(({ value }) => value)

const rowsOf = async (store: IndicatorStore, feed: string): Promise<readonly string[]> =>
  valuesOf(await seeing(store, async (view) => view.rowsOfFeed(feed, 0, 100)))

const seenBefore = (day: Day, others: Partial<Record<Kind, Day>> = {}): AgeBounds['seenBefore'] => ({
  ...(Object.fromEntries(KINDS.map((kind) => [kind, day])) as Record<Kind, Day>),
  ...others
})

const toAge = async (
  store: IndicatorStore,
  bounds: Partial<AgeBounds>,
  behind = 0,
  limit = 100
): Promise<readonly FeedRow[]> =>
  seeing(store, async (view) =>
    view.rowsToAge({ feed: 'Example', seenBefore: seenBefore(0), endedBy: 0, ...bounds }, behind, limit)
  )

const markRead = async (store: IndicatorStore, feed: string, ...days: readonly Day[]): Promise<void> => {
  for (const day of days) await store.write(async (transaction) => transaction.markRead(feed, day))
}

const readDays = async (store: IndicatorStore, feed: string): Promise<readonly Day[]> =>
  seeing(store, async (view) => view.readDays(feed))

export const describeStatements = (makePlace: MakePlace): void => {
  describe('what a feed says', () => {
    test('is told by feed, each with its handle and key', async () => {
      const store = await openAt(makePlace())
      await add(store, [
        draft('domain', 'both.example', { feeds: ['A', 'B'] }),
        draft('ipv4', '192.0.2.1', { feeds: ['B'] })
      ])
      expect(await rowsOf(store, 'A')).toEqual(['both.example'])
      expect(await rowsOf(store, 'B')).toEqual(['both.example', '192.0.2.1'])
      expect(await rowsOf(store, 'C')).toEqual([])
      const { row } = await stored(store, 'domain', 'both.example')
      expect(await seeing(store, async (view) => view.rowsOfFeed('A', 0, 10))).toEqual([
        { row, kind: 'domain', value: 'both.example' }
      ])
      const sizes = await seeing(store, async (view) =>
        Promise.all(['A', 'B', 'C'].map((feed) => view.sizeOfFeed(feed)))
      )
      expect(sizes).toEqual([1, 2, 0])
      expect(await seeing(store, async (view) => view.feedNames())).toEqual(['A', 'B'])
    })

    test('comes in pages by row, each behind the last one', async () => {
      const store = await openAt(makePlace())
      await add(store, domains(7))
      const paged: FeedRow[] = []
      for (;;) {
        const behind = paged.at(-1)?.row ?? 0
        const page = await seeing(store, async (view) => view.rowsOfFeed('Example', behind, 3))
        paged.push(...page)
        if (page.length < 3) break
      }
      expect(paged.map(({ row }) => row)).toEqual(paged.map(({ row }) => row).sort((a, b) => a - b))
      expect(valuesOf(paged)).toEqual(domains(7).map(({ value }) => value))
    })

    test('ends with the removal of the indicator, and with a source that is dropped', async () => {
      const store = await openAt(makePlace())
      await add(store, [
        draft('domain', 'a.example', { feeds: ['A'] }),
        draft('domain', 'b.example', { feeds: ['A', 'B'] })
      ])
      await remove(store, 'domain', 'a.example', 'a mistake')
      const { row, indicator } = await stored(store, 'domain', 'b.example')
      await store.write(async (transaction) => {
        const changed = { ...indicator, feeds: ['B'], changed: await transaction.stamp(1) }
        await transaction.save([{ row, indicator: changed, reason: 'changed', sources: [], dropped: ['A'] }])
      })
      expect(await rowsOf(store, 'A')).toEqual([])
      expect(await rowsOf(store, 'B')).toEqual(['b.example'])
      expect(await seeing(store, async (view) => view.sizeOfFeed('A'))).toBe(0)
      expect(await seeing(store, async (view) => view.feedNames())).toEqual(['B'])
    })
  })

  describe('what may have outlived its time', () => {
    test('was seen before the day of its kind', async () => {
      const store = await openAt(makePlace())
      await add(store, [
        draft('domain', 'old.example', { lastSeen: A_DAY - 1 }),
        draft('domain', 'new.example', { lastSeen: A_DAY }),
        draft('ipv4', '192.0.2.1', { lastSeen: A_DAY - 1 }),
        draft('domain', 'other.example', { lastSeen: A_DAY - 1, feeds: ['Other'] })
      ])
      expect(valuesOf(await toAge(store, { seenBefore: seenBefore(A_DAY) }))).toEqual(['old.example', '192.0.2.1'])
      expect(valuesOf(await toAge(store, { seenBefore: seenBefore(A_DAY, { ipv4: A_DAY - 1 }) }))).toEqual([
        'old.example'
      ])
      expect(await toAge(store, { feed: 'unheard of', seenBefore: seenBefore(A_DAY) })).toEqual([])
    })

    test('or was ended by the feed itself', async () => {
      const store = await openAt(makePlace())
      const ending = draft('domain', 'ending.example')
      await store.write(async (transaction) => {
        const at = await transaction.stamp(1)
        const sources = sourcesOf(ending).map((source) => ({ ...source, validUntil: 1_800_000_000 }))
        const indicator = { ...ending, added: at, changed: at }
        await transaction.save([{ row: undefined, indicator, reason: undefined, sources, dropped: [] }])
      })
      await add(store, domains(1))
      expect(await toAge(store, { endedBy: 1_799_999_999 })).toEqual([])
      expect(valuesOf(await toAge(store, { endedBy: 1_800_000_000 }))).toEqual(['ending.example'])
    })

    test('is told by the day of the source, whatever others saw', async () => {
      const store = await openAt(makePlace())
      await add(store, [draft('domain', 'a.example', { feeds: ['Example', 'Other'] })])
      const { row } = await stored(store, 'domain', 'a.example')
      await store.write(async (transaction) => transaction.touch([{ row, feed: 'Other', lastSeen: A_DAY + 9 }]))
      const bounds = { seenBefore: seenBefore(A_DAY + 1) }
      expect(valuesOf(await toAge(store, bounds))).toEqual(['a.example'])
      expect(await toAge(store, { ...bounds, feed: 'Other' })).toEqual([])
    })

    test('comes in pages by row', async () => {
      const store = await openAt(makePlace())
      await add(store, domains(5))
      const bounds = { seenBefore: seenBefore(A_DAY + 1) }
      const first = await toAge(store, bounds, 0, 3)
      const second = await toAge(store, bounds, first.at(-1)?.row, 3)
      expect(valuesOf([...first, ...second])).toEqual(domains(5).map(({ value }) => value))
    })
  })

  describe('the days on which a feed was read', () => {
    test('are kept once each, the latest first, also of a feed that says nothing', async () => {
      const store = await openAt(makePlace())
      await markRead(store, 'A', A_DAY, A_DAY + 2, A_DAY, A_DAY + 1)
      await markRead(store, 'B', A_DAY + 5)
      expect(await readDays(store, 'A')).toEqual([A_DAY + 2, A_DAY + 1, A_DAY])
      expect(await readDays(store, 'B')).toEqual([A_DAY + 5])
      expect(await readDays(store, 'C')).toEqual([])
      expect(await seeing(store, async (view) => view.feedNames())).toEqual([])
    })

    test('are no change', async () => {
      const store = await openAt(makePlace())
      await add(store, domains(1))
      const { position } = await store.state()
      await markRead(store, 'Example', A_DAY)
      expect(await store.state()).toMatchObject({ position })
    })

    test('go with the transaction that noted them', async () => {
      const store = await openAt(makePlace())
      const failing = store.write(async (transaction) => {
        await transaction.markRead('A', A_DAY)
        throw new Error('the work failed')
      })
      await expect(failing).rejects.toThrow('the work failed')
      expect(await readDays(store, 'A')).toEqual([])
      await markRead(store, 'A', A_DAY + 1)
      expect(await readDays(store, 'A')).toEqual([A_DAY + 1])
    })
  })
}
