import { expect, test } from 'vitest'
import { stixTexts } from '../../src/app/stix-texts.ts'
import { isObservable } from '../../src/stix/pattern.ts'
import { SEED_STYLE } from '../golden/rules/seed-style.ts'
import { madeIndicators } from '../conformance/taxii/made-indicators.ts'
import { importInputs, textInput } from '../support/feeds.ts'
import { storeWithClock } from '../support/stores.ts'

test('every hostile value comes back from its STIX object as it was', async () => {
  const made = madeIndicators().filter(isObservable)
  async function* pages() {
    yield made
  }
  let objects = ''
  for await (const text of stixTexts(pages(), SEED_STYLE)) objects += text
  const bundle = `{"type":"bundle","id":"bundle--143664e6-70c5-5a68-b4a6-68e639d6e1ed","objects":[${objects}]}`
  const { store, clock } = await storeWithClock()
  await importInputs(store, clock, [textInput('bundle', bundle)], { feed: 'bundle' })
  const view = await store.view()
  try {
    const found = await Promise.all(made.map((indicator) => view.find(indicator)))
    expect(made.filter((_, index) => found[index] === undefined).map(({ value }) => value)).toEqual([])
    expect((await view.stats()).indicators).toBe(made.length)
  } finally {
    await view.close()
  }
})
