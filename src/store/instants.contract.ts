import { describe, expect, test } from 'vitest'
import { INSTANTS_PER_SECOND, SECONDS_PER_DAY } from '../indicator/time.ts'
import type { IndicatorStore } from './indicator-store.ts'
import { add, domains, draft, remove, stored, UPDATE } from './samples.contract.ts'
import { NOON, openAt, type MakePlace } from './store-under-test.contract.ts'

const DAY = SECONDS_PER_DAY * INSTANTS_PER_SECOND

const stampOf = async (store: IndicatorStore, count = 1): Promise<number> =>
  store.write(async (transaction) => transaction.stamp(count))

export const describeInstants = (makePlace: MakePlace): void => {
  describe('instants', () => {
    test('are the clock while it runs ahead', async () => {
      const clock = { at: NOON }
      const store = await openAt(makePlace(), clock)
      expect(await stampOf(store)).toBe(NOON)
      clock.at = NOON + 5
      expect(await stampOf(store)).toBe(NOON + 5)
    })

    test('go on from the last one while the clock stands or steps back', async () => {
      const clock = { at: NOON }
      const store = await openAt(makePlace(), clock)
      expect(await stampOf(store, 10)).toBe(NOON)
      expect(await stampOf(store, 3)).toBe(NOON + 10)
      clock.at = NOON - 5_000_000
      expect(await stampOf(store)).toBe(NOON + 13)
    })

    test('follow one another within a transaction', async () => {
      const store = await openAt(makePlace())
      const firsts = await store.write(async (transaction) => [
        await transaction.stamp(2),
        await transaction.stamp(1),
        await transaction.stamp(1)
      ])
      expect(firsts).toEqual([NOON, NOON + 2, NOON + 3])
    })

    test('are never given twice, even if nothing was written with them', async () => {
      const place = makePlace()
      const store = await openAt(place)
      await stampOf(store, 100)
      const again = await openAt(place)
      expect(await stampOf(again)).toBe(NOON + 100)
    })

    test('go on after the store was closed and opened again', async () => {
      const place = makePlace()
      const store = await openAt(place)
      await add(store, domains(3))
      await store.close()
      const again = await openAt(place)
      expect(await again.state()).toEqual({ position: NOON + 2, revision: 1, keyVersion: 0, guardVersion: 0 })
      expect(await stampOf(again)).toBe(NOON + 3)
    })

    test('are exact at every microsecond', async () => {
      const at = 1_779_012_345_678_901
      const store = await openAt(makePlace(), { at })
      await add(store, [draft('ipv4', '192.0.2.1')])
      const { indicator } = await stored(store, 'ipv4', '192.0.2.1')
      expect(indicator).toMatchObject({ added: at, changed: at })
    })

    test('of two stores on one place are one sequence', async () => {
      const place = makePlace()
      const stores = [await openAt(place), await openAt(place)]
      const firsts = await Promise.all(stores.flatMap((store) => [1, 2, 3].map(async () => stampOf(store, 2))))
      expect(firsts.toSorted((a, b) => a - b)).toEqual([0, 2, 4, 6, 8, 10].map((offset) => NOON + offset))
    })

    test('stop when the newest lies more than a day ahead of the clock', async () => {
      const clock = { at: NOON }
      const store = await openAt(makePlace(), clock)
      await stampOf(store)
      clock.at = NOON - DAY
      expect(await stampOf(store)).toBe(NOON + 1)
      clock.at = NOON - DAY
      await expect(stampOf(store)).rejects.toMatchObject({ code: 'store_clock' })
      await expect(stampOf(store)).rejects.toThrow('2026-05-17T10:00:00.000001Z')
    })

    test('go on in spite of the clock for who accepts it', async () => {
      const place = makePlace()
      await stampOf(await openAt(place))
      const store = await openAt(place, { at: NOON - 2 * DAY }, { acceptClock: true })
      expect(await stampOf(store)).toBe(NOON + 1)
    })
  })

  describe('the state', () => {
    test('of a new store is all zero', async () => {
      const store = await openAt(makePlace())
      expect(await store.state()).toEqual({ position: 0, revision: 0, keyVersion: 0, guardVersion: 0 })
    })

    test('holds the instant of the newest change, removals included', async () => {
      const store = await openAt(makePlace())
      await store.write(async (transaction) => {
        const at = await transaction.stamp(5)
        const indicator = { ...draft('ipv4', '192.0.2.1'), added: at, changed: at }
        await transaction.save([{ ...UPDATE, row: undefined, indicator, sources: [] }])
      })
      expect(await store.state()).toMatchObject({ position: NOON })
      const at = await remove(store, 'ipv4', '192.0.2.1', 'a mistake')
      expect(await store.state()).toMatchObject({ position: at })
    })

    test('counts writes that an answer could show, once per transaction', async () => {
      const store = await openAt(makePlace())
      await add(store, domains(3))
      expect(await store.state()).toMatchObject({ revision: 1 })
      await stampOf(store)
      await store.write(async (transaction) => transaction.find([{ kind: 'domain', value: 'host-0.example.com' }]))
      expect(await store.state()).toMatchObject({ revision: 1 })
      await remove(store, 'domain', 'host-0.example.com', 'a mistake')
      expect(await store.state()).toMatchObject({ revision: 2 })
    })

    test('is the committed one while a transaction runs', async () => {
      const store = await openAt(makePlace())
      await store.write(async (transaction) => {
        const at = await transaction.stamp(1)
        const indicator = { ...draft('ipv4', '192.0.2.1'), added: at, changed: at }
        await transaction.save([{ ...UPDATE, row: undefined, indicator, sources: [] }])
        expect(await store.state()).toEqual({ position: 0, revision: 0, keyVersion: 0, guardVersion: 0 })
      })
      expect(await store.state()).toEqual({ position: NOON, revision: 1, keyVersion: 0, guardVersion: 0 })
    })

    test('shows what another store on the place has committed', async () => {
      const place = makePlace()
      const reader = await openAt(place)
      const writer = await openAt(place)
      await add(writer, domains(2))
      expect(await reader.state()).toEqual({ position: NOON + 1, revision: 1, keyVersion: 0, guardVersion: 0 })
    })
  })
}
