import { describe, expect, test } from 'vitest'
import { makeContext } from '../indicator/make-context.ts'
import {
  A_DAY,
  add,
  domains,
  draft,
  ENERGY,
  liveValues,
  remove,
  sourcesOf,
  stored,
  UPDATE
} from './samples.contract.ts'
import { openAt, type MakePlace } from './store-under-test.contract.ts'

export const describeTransactions = (makePlace: MakePlace): void => {
  describe('a transaction', () => {
    test('gives what the work gives', async () => {
      const store = await openAt(makePlace())
      expect(await store.write(async () => 'done')).toBe('done')
    })

    test('that throws leaves nothing', async () => {
      const store = await openAt(makePlace())
      const context = makeContext({ malwareFamilies: ['Half'] })
      const half = draft('domain', 'half.example.com', { context, feeds: ['Half'] })
      const failing = store.write(async (transaction) => {
        const at = await transaction.stamp(1)
        const indicator = { ...half, added: at, changed: at }
        await transaction.save([{ ...UPDATE, row: undefined, indicator, sources: sourcesOf(half) }])
        throw new Error('the work failed')
      })
      await expect(failing).rejects.toThrow('the work failed')
      expect(await liveValues(store)).toEqual([])
      expect(await store.state()).toEqual({ position: 0, revision: 0, keyVersion: 0, guardVersion: 0 })

      const other = draft('domain', 'other.example.com', { context: ENERGY, feeds: ['Other'] })
      const again = draft('domain', 'half.example.com', { context, feeds: ['Half'] })
      const [savedOther, savedAgain] = await add(store, [other, again])
      expect((await stored(store, 'domain', 'other.example.com')).indicator).toEqual(savedOther)
      expect(await stored(store, 'domain', 'half.example.com')).toMatchObject({
        indicator: savedAgain,
        sources: sourcesOf(again)
      })
    })

    test('waits for those before it, however long their work takes', async () => {
      const store = await openAt(makePlace())
      const steps: string[] = []
      const work = async (name: string): Promise<void> =>
        store.write(async (transaction) => {
          steps.push(`${name} begins`)
          await transaction.stamp(1)
          await new Promise(setImmediate)
          steps.push(`${name} ends`)
        })
      await Promise.all([work('first'), work('second')])
      expect(steps).toEqual(['first begins', 'first ends', 'second begins', 'second ends'])
    })

    test('waits for one of another store on the place without stopping it', async () => {
      const place = makePlace()
      const [one, other] = [await openAt(place), await openAt(place)]
      const steps: string[] = []
      await one.write(async (transaction) => {
        const waiting = other.write(async () => steps.push('other'))
        await transaction.stamp(1)
        await new Promise(setImmediate)
        steps.push('one')
        return { waiting }
      })
      await other.write(async () => undefined)
      expect(steps).toEqual(['one', 'other'])
    })

    test('gets its turn beside another store that writes without a pause', async () => {
      const place = makePlace()
      const [busy, other] = [await openAt(place), await openAt(place)]
      const nextTurn = async (): Promise<unknown> => new Promise(setImmediate)
      const steps: string[] = []
      const { waiting } = await busy.write(async () => {
        const ended = other.write(async () => steps.push('other'))
        await nextTurn()
        return { waiting: ended }
      })
      while (steps.length === 0) await busy.write(nextTurn)
      await waiting
    })

    test('cannot be used when it is over', async () => {
      const store = await openAt(makePlace())
      const leaked = await store.write(async (transaction) => ({ transaction }))
      await expect(leaked.transaction.stamp(1)).rejects.toThrow('over')
    })

    test('is finished before the store is closed', async () => {
      const place = makePlace()
      const store = await openAt(place)
      const adding = add(store, domains(5))
      await store.close()
      await adding
      expect(await liveValues(await openAt(place))).toHaveLength(5)
    })
  })

  describe('find', () => {
    test('gives what is stored, with its sources, in the order of the keys', async () => {
      const store = await openAt(makePlace())
      const both = draft('url', 'example.com/a', {
        confidence: 'high',
        firstSeen: 1_700_000_000,
        noRule: 'too_broad',
        feeds: ['A feed', 'B feed'],
        context: ENERGY
      })
      const [saved] = await add(store, [both, draft('domain', 'example.com')])
      const found = await store.write(async (transaction) =>
        transaction.find([
          { kind: 'ipv4', value: '192.0.2.9' },
          { kind: 'domain', value: 'example.com' },
          { kind: 'url', value: 'example.com/a' },
          { kind: 'email', value: 'example.com' }
        ])
      )
      expect(found.map((one) => one?.indicator.value)).toEqual([undefined, 'example.com', 'example.com/a', undefined])
      expect(found[2]).toMatchObject({ indicator: saved, sources: sourcesOf(both), removed: undefined })
    })

    test('tells values apart by every character', async () => {
      const store = await openAt(makePlace())
      const values = ['a.example/X', 'a.example/x', 'a.example/%20', 'a.example/123', 'a.example/"\'', 'a.example/é']
      await add(
        store,
        values.map((value) => draft('url', value))
      )
      for (const value of values) {
        expect((await stored(store, 'url', value)).indicator.value).toBe(value)
      }
    })

    test('orders sources by the code points of their feeds', async () => {
      const store = await openAt(makePlace())
      const feeds = ['B', 'a', '\uFF21', '\u{1F600}']
      const mixed = draft('domain', 'example.com', { feeds })
      const [saved] = await add(store, [{ ...mixed, feeds }])
      const { sources, indicator } = await stored(store, 'domain', 'example.com')
      expect(sources.map(({ feed }) => feed)).toEqual(feeds)
      expect(indicator).toEqual(saved)
    })

    test('gives equal contexts and feeds as the same objects', async () => {
      const store = await openAt(makePlace())
      await add(store, [
        draft('domain', 'a.example', { context: makeContext({ tags: ['x'] }) }),
        draft('domain', 'b.example', { context: makeContext({ tags: ['x'] }) })
      ])
      const [a, b] = [await stored(store, 'domain', 'a.example'), await stored(store, 'domain', 'b.example')]
      expect(a.indicator.context).toBe(b.indicator.context)
      expect(a.indicator.feeds).toBe(b.indicator.feeds)
      expect(a.sources[0]?.context).toBe(a.indicator.context)
    })
  })

  describe('save', () => {
    test('replaces the indicator and the given sources, and keeps the others', async () => {
      const store = await openAt(makePlace())
      const first = draft('domain', 'example.com', { feeds: ['A', 'B'] })
      await add(store, [first])
      const before = await stored(store, 'domain', 'example.com')
      const [, sourceB] = sourcesOf(first)
      const changed = { confidence: 'high', firstSeen: 5, lastSeen: A_DAY + 1, context: ENERGY } as const
      const said = { ...changed, validUntil: 1_800_000_000 }
      const sourceC = { feed: 'C', ...said }
      const sourceA = { feed: 'A', ...said }
      const after = await store.write(async (transaction) => {
        const at = await transaction.stamp(1)
        const indicator = { ...before.indicator, ...changed, feeds: ['A', 'B', 'C'], changed: at }
        await transaction.save([
          { row: before.row, indicator, reason: 'changed', sources: [sourceC, sourceA], dropped: [] }
        ])
        return indicator
      })
      expect(await stored(store, 'domain', 'example.com')).toEqual({
        row: before.row,
        indicator: after,
        reason: 'changed',
        sources: [sourceA, sourceB, sourceC],
        removed: undefined
      })
    })

    test('refuses a second indicator of the same kind and value', async () => {
      const store = await openAt(makePlace())
      await add(store, domains(1))
      await expect(add(store, domains(1))).rejects.toThrow()
      expect(await liveValues(store)).toHaveLength(1)
    })
  })

  describe('touch', () => {
    test('moves the last-seen day of a source and its indicator, which is no change', async () => {
      const store = await openAt(makePlace())
      const [saved] = await add(store, [draft('domain', 'example.com', { feeds: ['A', 'B'] })])
      const { position } = await store.state()
      const { row } = await stored(store, 'domain', 'example.com')
      await store.write(async (transaction) => transaction.touch([{ row, feed: 'B', lastSeen: A_DAY + 3 }]))
      const { indicator, sources } = await stored(store, 'domain', 'example.com')
      expect(indicator).toEqual({ ...saved, lastSeen: A_DAY + 3 })
      expect(sources.map(({ lastSeen }) => lastSeen)).toEqual([A_DAY, A_DAY + 3])
      expect(await store.state()).toEqual({ position, revision: 2, keyVersion: 0, guardVersion: 0 })
    })

    test('leaves the indicator at the latest day of all its sources', async () => {
      const store = await openAt(makePlace())
      await add(store, [draft('domain', 'example.com', { feeds: ['A', 'B'] })])
      const { row } = await stored(store, 'domain', 'example.com')
      await store.write(async (transaction) =>
        transaction.touch([
          { row, feed: 'A', lastSeen: A_DAY + 5 },
          { row, feed: 'B', lastSeen: A_DAY + 2 }
        ])
      )
      const { indicator, sources } = await stored(store, 'domain', 'example.com')
      expect(indicator.lastSeen).toBe(A_DAY + 5)
      expect(sources.map(({ lastSeen }) => lastSeen)).toEqual([A_DAY + 5, A_DAY + 2])
    })

    test('never moves it back, and is then no write', async () => {
      const store = await openAt(makePlace())
      await add(store, [draft('domain', 'example.com', { feeds: ['A'] })])
      const before = await stored(store, 'domain', 'example.com')
      const { row } = before
      await store.write(async (transaction) =>
        transaction.touch([
          { row, feed: 'A', lastSeen: A_DAY },
          { row, feed: 'A', lastSeen: A_DAY - 1 },
          { row, feed: 'unheard of', lastSeen: A_DAY + 1 }
        ])
      )
      expect(await stored(store, 'domain', 'example.com')).toEqual(before)
      expect(await store.state()).toMatchObject({ revision: 1 })
    })
  })

  describe('remove', () => {
    test('keeps the indicator as a removed one without sources', async () => {
      const store = await openAt(makePlace())
      const [saved] = await add(store, [draft('domain', 'example.com', { context: ENERGY })])
      const at = await remove(store, 'domain', 'example.com', 'our own host')
      const { row } = await stored(store, 'domain', 'example.com')
      expect(await stored(store, 'domain', 'example.com')).toEqual({
        row,
        indicator: { ...saved, changed: at },
        reason: 'removed',
        sources: [],
        removed: { why: 'our own host', at }
      })
      expect(await liveValues(store)).toEqual([])
    })

    test('is undone by saving the row again', async () => {
      const store = await openAt(makePlace())
      const host = draft('domain', 'example.com', { context: ENERGY })
      await add(store, [host])
      await remove(store, 'domain', 'example.com', 'our own host')
      const { row, indicator } = await stored(store, 'domain', 'example.com')
      const returned = await store.write(async (transaction) => {
        const back = { ...indicator, changed: await transaction.stamp(1) }
        await transaction.save([{ row, indicator: back, reason: 'returned', sources: sourcesOf(host), dropped: [] }])
        return back
      })
      expect(await stored(store, 'domain', 'example.com')).toEqual({
        row,
        indicator: returned,
        reason: 'returned',
        sources: sourcesOf(host),
        removed: undefined
      })
      expect(await liveValues(store)).toEqual(['example.com'])
    })

    test('of what is not there is refused', async () => {
      const store = await openAt(makePlace())
      await expect(
        store.write(async (transaction) => transaction.remove(77, { reason: 'removed', why: 'a mistake' }, 1))
      ).rejects.toThrow('77')
    })
  })
}
