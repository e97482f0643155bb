import { expect, test } from 'vitest'
import { importInputs, textInput } from '../../tests/support/feeds.ts'
import { storeWithClock } from '../../tests/support/stores.ts'
import { indicatorsInOrder } from './indicators-in-order.ts'
import { parseFilters, type FilterTexts } from './filters.ts'

const addresses = Array.from({ length: 1_200 }, (_, index) => `198.51.${100 + (index >> 8)}.${index & 255}`)

const valuesOf = async (texts: FilterTexts, limit: number): Promise<readonly string[]> => {
  const { store, clock } = await storeWithClock()
  await importInputs(store, clock, [
    textInput('list', [...addresses, 'evil.example', 'http://h.example/?*'].join('\n'))
  ])
  const view = await store.view()
  const values: string[] = []
  for await (const page of indicatorsInOrder(view, parseFilters(texts), limit)) {
    values.push(...page.map(({ value }) => value))
  }
  await view.close()
  return values
}

test('everything that gives a rule comes by kind and value, across pages', async () => {
  expect(await valuesOf({}, Number.POSITIVE_INFINITY)).toEqual([...addresses.toSorted(), 'evil.example'])
})

test('a limit counts rules and cuts at any place', async () => {
  expect(await valuesOf({}, 1_100)).toEqual(addresses.toSorted().slice(0, 1_100))
  expect(await valuesOf({ type: 'url,domain' }, 5)).toEqual(['evil.example'])
})
