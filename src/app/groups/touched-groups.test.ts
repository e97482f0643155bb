import { expect, test } from 'vitest'
import { acting } from '../../../tests/support/acting.ts'
import { importInputs, textInput } from '../../../tests/support/feeds.ts'
import { storeWithClock } from '../../../tests/support/stores.ts'
import type { Instant } from '../../indicator/time.ts'
import type { IndicatorStore } from '../../store/indicator-store.ts'
import { parseFilters } from '../filters.ts'
import { removeIndicator } from '../find-indicator.ts'
import { inView } from '../in-view.ts'
import { groupSelection, WHOLE_SIGHT } from './group-selection.ts'
import { touchedGroups } from './touched-groups.ts'

const take = async (store: IndicatorStore, confidence: string, ...values: readonly string[]): Promise<Instant> => {
  const lines = ['indicator,confidence', ...values.map((value) => `${value},${confidence}`)]
  const input = textInput('feed.csv', `${lines.join('\n')}\n`)
  await importInputs(store, { now: () => 0 }, [input], { feed: 'Feed', format: 'csv' })
  return (await store.state()).position
}

/** What was touched, by confidence of the group, as standings. */
const touchedSince = async (
  store: IndicatorStore,
  since: Instant,
  confidence: string | undefined,
  most?: number
): Promise<readonly string[]> => {
  const selection = groupSelection(parseFilters({ confidence }), 500, WHOLE_SIGHT)
  const groups = await inView(store, async (view) => touchedGroups(view, selection, since, most))
  return groups
    .flatMap(({ group, touched }) => touched.map(({ standing }) => `${group.kind} ${group.confidence} ${standing}`))
    .sort()
}

test('an indicator that goes from group to group has left all of them but the last', async () => {
  const { store } = await storeWithClock()
  const start = await take(store, 'low', 'a.example')
  const middle = await take(store, 'medium', 'a.example')
  await take(store, 'high', 'a.example')
  expect(await touchedSince(store, start, undefined)).toEqual([
    'domain high came',
    'domain low gone',
    'domain medium gone'
  ])
  expect(await touchedSince(store, start, 'high,low')).toEqual(['domain high came', 'domain low gone'])
  expect(await touchedSince(store, middle, undefined)).toEqual(['domain high came', 'domain medium gone'])
})

test('one that comes back to its group, or to life, did not stay there', async () => {
  const { store } = await storeWithClock()
  const start = await take(store, 'low', 'a.example', 'b.example')
  await take(store, 'high', 'a.example')
  await take(store, 'low', 'a.example')
  await removeIndicator(acting(store), 'b.example', 'a mistake')
  await take(store, 'low', 'b.example')
  expect(await touchedSince(store, start, 'low')).toEqual(['domain low came', 'domain low came'])
})

test('one that only says something else has stayed', async () => {
  const { store } = await storeWithClock()
  const start = await take(store, 'low', 'a.example')
  await importInputs(store, { now: () => 0 }, [textInput('more.csv', 'indicator,confidence\na.example,low\n')], {
    feed: 'Other',
    format: 'csv'
  })
  expect(await touchedSince(store, start, undefined)).toEqual(['domain low stayed'])
})

test('where more than so many changed, the way is too long, whether they came or changed', async () => {
  const { store } = await storeWithClock()
  const start = await take(store, 'low', 'a.example', 'b.example')
  const refusal = { code: 'cursor_expired', message: expect.stringContaining('starting over is cheaper') as unknown }
  await expect(touchedSince(store, 0, undefined, 1)).rejects.toMatchObject(refusal)
  await take(store, 'high', 'a.example', 'b.example')
  await expect(touchedSince(store, start, undefined, 1)).rejects.toMatchObject(refusal)
  expect(await touchedSince(store, start, undefined, 2)).toHaveLength(4)
})

/** How often a timer that is always due has a turn while something is worked on. */
const turnsDuring = async (work: () => Promise<unknown>): Promise<number> => {
  let turns = 0
  let timer = setImmediate(function turn() {
    turns += 1
    timer = setImmediate(turn)
  })
  await work()
  clearImmediate(timer)
  return turns
}

test('others have their turns while changes and earlier versions are read', async () => {
  const { store } = await storeWithClock()
  const values = Array.from({ length: 1_200 }, (_, index) => `d${index}.example`)
  const start = await take(store, 'low', ...values)
  await take(store, 'high', ...values)
  // Two pages of versions and two of changes are full.
  expect(await turnsDuring(async () => touchedSince(store, start, undefined))).toBeGreaterThanOrEqual(4)
})
