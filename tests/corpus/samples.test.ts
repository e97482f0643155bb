import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { ageIndicators } from '../../src/app/age-indicators.ts'
import { judgesOf } from '../../src/app/ingest-judges.ts'
import { importInputs, textInput } from '../support/feeds.ts'
import { defaultSettings } from '../support/settings.ts'
import { MOMENT, storeWithClock } from '../support/stores.ts'

const SAMPLES = new URL('../../samples/', import.meta.url)
const YEARS = 3 * 365 * 86_400_000_000

test('the samples of the demo give every rule, in whatever year somebody tries it', async () => {
  const { store, clock } = await storeWithClock()
  const settings = await defaultSettings()
  clock.set(MOMENT + YEARS)
  const names = await readdir(SAMPLES)
  const inputs = await Promise.all(
    names.map(async (name) => textInput(name, await readFile(new URL(name, SAMPLES), 'utf8')))
  )
  const { totals } = await importInputs(store, clock, inputs, judgesOf(store, settings, clock))
  expect(totals).toMatchObject({ changed: 0, expired: 0 })
  expect(totals.new).toBeGreaterThan(20)
  expect(await ageIndicators({ store, settings, clock })).toBe(0)
})
