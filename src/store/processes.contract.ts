import { describe, expect, test } from 'vitest'
import { startJob } from './other-process.contract.ts'
import { allKeys, liveValues, WHOLE_RANGE } from './samples.contract.ts'
import { PER_TRANSACTION } from './store-jobs.contract.ts'
import { openAt, type MakePlace } from './store-under-test.contract.ts'

/** The clock of jobs, which are processes of their own. */
const today = (): { at: number } => ({ at: Date.now() * 1_000 })

export const describeProcesses = (makePlace: MakePlace): void => {
  describe('several processes', () => {
    test('may start on a new store at once', async () => {
      const place = makePlace()
      const starting = [1, 2, 3].map(() => startJob(place, 'open'))
      expect(await Promise.all(starting.map(async (one) => one.ended()))).toEqual([0, 0, 0])
      expect(await (await openAt(place)).state()).toEqual({ position: 0, revision: 0, keyVersion: 0, guardVersion: 0 })
    })

    test('that write at once lose nothing and share one strictly increasing sequence', async () => {
      const place = makePlace()
      const store = await openAt(place, today())
      const writers = ['one', 'two'].map((name) => startJob(place, 'write', name, '25'))
      expect(await Promise.all(writers.map(async (one) => one.ended()))).toEqual([0, 0])

      const view = await store.view()
      const keys = await allKeys(view, WHOLE_RANGE, 100)
      expect(keys).toHaveLength(2 * 25 * PER_TRANSACTION)
      expect(new Set(keys.map(({ changed }) => changed)).size).toBe(keys.length)
      expect(view.state).toMatchObject({ position: keys.at(-1)?.changed, revision: 50 })
      const names = (await view.indicators(keys)).map(({ value }) => value.slice(0, value.lastIndexOf('-')))
      const transactions = names.filter((name, index) => name !== names[index - 1])
      expect(transactions).toHaveLength(50)
      await view.close()
    })

    test('lose nothing that was acknowledged when one is killed, and see nothing half-written', async () => {
      const place = makePlace()
      const writer = startJob(place, 'write-until-killed', 'host')
      await writer.said(10)
      await writer.kill()
      const store = await openAt(place, today())
      const values = await liveValues(store)
      const whole = values.length / PER_TRANSACTION
      expect(Number.isInteger(whole)).toBe(true)
      const expected = (count: number): readonly string[] =>
        Array.from({ length: count }, (_, index) => `host-${index}-0.example.com`)
      expect(values).toEqual(expect.arrayContaining([...expected(writer.lines.length)]))
      expect(values.filter((value) => value.endsWith('-0.example.com'))).toEqual(expected(whole))
    })

    test('go on when one is killed in the middle of a transaction', async () => {
      const place = makePlace()
      const writer = startJob(place, 'hang-in-transaction')
      await writer.said(1)
      const store = await openAt(place, today())
      const waiting = store.write(async (transaction) => transaction.stamp(1))
      await writer.kill()
      expect(await waiting).toBeGreaterThan(0)
      expect(await liveValues(store)).toEqual([])
    })
  })

  describe('the place of the server', () => {
    test('is taken by one store only, until it is closed', async () => {
      const place = makePlace()
      const [one, other] = [await openAt(place), await openAt(place)]
      await one.serve()
      await one.serve()
      await expect(other.serve()).rejects.toMatchObject({ code: 'store_serving' })
      await one.close()
      await other.serve()
    })

    test('does not hinder commands beside it', async () => {
      const place = makePlace()
      const server = startJob(place, 'serve')
      await server.said(1)
      const writer = startJob(place, 'write', 'host', '1')
      expect(await writer.ended()).toBe(0)
      expect(await liveValues(await openAt(place))).toHaveLength(PER_TRANSACTION)
    })

    test('is free again when the process that served was killed', async () => {
      const place = makePlace()
      const server = startJob(place, 'serve')
      await server.said(1)
      const store = await openAt(place)
      await expect(store.serve()).rejects.toMatchObject({ code: 'store_serving' })
      await server.kill()
      await store.serve()
    })
  })
}
