import { describe, expect, test } from 'vitest'
import { CONFIDENCES } from '../indicator/confidence.ts'
import { digitsOf } from '../indicator/id-digits.ts'
import { KINDS } from '../indicator/kind.ts'
import { EMPTY_CONTEXT } from '../indicator/make-context.ts'
import type { IdRange, IndicatorStore } from './indicator-store.ts'
import { A_DAY, add, domains, draft, ENERGY, remove, stored } from './samples.contract.ts'
import { openAt, type MakePlace } from './store-under-test.contract.ts'

const RANGE: IdRange = {
  kind: 'domain',
  confidence: 'medium',
  industries: undefined,
  lastSeenFrom: undefined,
  prefix: ''
}

/** The ids of a range, read in pages. */
const idsIn = async (store: IndicatorStore, range: Partial<IdRange> = {}, size = 100): Promise<readonly string[]> => {
  const view = await store.view()
  const ids: string[] = []
  for (;;) {
    const page = await view.inIdOrder({ ...RANGE, ...range }, ids.at(-1), size)
    ids.push(...page.map(({ id }) => id))
    if (page.length < size) break
  }
  await view.close()
  return ids
}

/** Ids that begin with the same digits, which no real ones do. */
const ALIKE = [
  '3f2a91c0-0000-5000-8000-000000000001',
  '3f2a91c0-0000-5000-8000-000000000002',
  '3f2a91c0-0000-5000-8000-00000000000f',
  '3f2a91c0-0001-5000-8000-000000000000',
  '3f2a91c1-0000-5000-8000-000000000000'
]

const alike = ALIKE.map((id, index) => draft('domain', `alike-${index}.example`, { id }))

export const describeIdOrder = (makePlace: MakePlace): void => {
  describe('the order of ids', () => {
    test('is that of one kind and confidence, across pages of any size', async () => {
      const store = await openAt(makePlace())
      await add(store, [
        ...domains(20),
        draft('ipv4', '192.0.2.1'),
        draft('domain', 'sure.example', { confidence: 'high' })
      ])
      const ids = domains(20).map(({ id }) => id)
      for (const size of [1, 3, 20, 100]) expect(await idsIn(store, {}, size)).toEqual(ids.toSorted())
      expect(await idsIn(store, { kind: 'url' })).toEqual([])
    })

    test('goes by all digits where the first ones are the same', async () => {
      const store = await openAt(makePlace())
      await add(store, alike.toReversed())
      for (const size of [1, 2, 3]) expect(await idsIn(store, {}, size)).toEqual(ALIKE)
    })

    test('has the ids that begin with a prefix, of whatever length', async () => {
      const store = await openAt(makePlace())
      await add(store, [...domains(200), ...alike])
      const all = [...domains(200).map(({ id }) => id), ...ALIKE].toSorted()
      const whole = digitsOf(ALIKE[0] ?? '')
      for (const prefix of ['0', '3f', 'f', whole.slice(0, 7), whole.slice(0, 8), whole.slice(0, 9), whole]) {
        const expected = all.filter((id) => digitsOf(id).startsWith(prefix))
        expect(await idsIn(store, { prefix })).toEqual(expected)
        expect(await idsIn(store, { prefix }, 2)).toEqual(expected)
      }
    })

    test('has only what lives, with what gives no rule', async () => {
      const store = await openAt(makePlace())
      await add(store, [...domains(2), draft('domain', 'broad.example', { noRule: 'too_broad' })])
      await remove(store, 'domain', 'host-0.example.com', 'a mistake')
      const view = await store.view()
      const found = await view.inIdOrder(RANGE, undefined, 10)
      await view.close()
      expect(new Map(found.map(({ value, noRule }) => [value, noRule]))).toEqual(
        new Map([
          ['broad.example', 'too_broad'],
          ['host-1.example.com', undefined]
        ])
      )
    })

    test('is filtered by industry and last sight', async () => {
      const store = await openAt(makePlace())
      const [energy, old] = [
        draft('domain', 'energy.example', { context: ENERGY }),
        draft('domain', 'old.example', { context: EMPTY_CONTEXT, lastSeen: A_DAY - 10 })
      ]
      await add(store, [energy, old])
      expect(await idsIn(store, { industries: ['energy', 'dams'] })).toEqual([energy.id])
      expect(await idsIn(store, { industries: ['dams'] })).toEqual([])
      expect(await idsIn(store, { lastSeenFrom: A_DAY - 9 })).toEqual([energy.id])
      expect(await idsIn(store, { lastSeenFrom: A_DAY - 10 })).toHaveLength(2)
    })

    test('gives indicators as they are', async () => {
      const store = await openAt(makePlace())
      await add(store, [draft('domain', 'energy.example', { context: ENERGY, feeds: ['A', 'B'] })])
      const view = await store.view()
      const found = await view.inIdOrder(RANGE, undefined, 10)
      await view.close()
      expect(found).toEqual([(await stored(store, 'domain', 'energy.example')).indicator])
    })
  })

  describe('an indicator', () => {
    test('is found by its id alone, whatever its kind and confidence, also when it was removed', async () => {
      const store = await openAt(makePlace())
      const drafts = KINDS.flatMap((kind) =>
        CONFIDENCES.map((confidence) => draft(kind, `${kind} ${confidence}`, { confidence }))
      )
      await add(store, [...drafts, ...alike])
      await remove(store, 'ipv4', 'ipv4 high', 'a mistake')
      const view = await store.view()
      for (const { id, value } of [...drafts, ...alike]) {
        expect((await view.findById(id))?.indicator.value).toBe(value)
      }
      expect(await view.findById('3f2a91c0-0000-5000-8000-000000000003')).toBeUndefined()
      await view.close()
    })
  })
}
