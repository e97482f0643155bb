import { expect, test } from 'vitest'
import { defaultSettings } from '../../../tests/support/settings.ts'
import { storeWithClock } from '../../../tests/support/stores.ts'
import { userActor } from './actor.ts'
import { recordLimits } from './record-limits.ts'

test('the first start and every one with other limits leave an entry, the others none', async () => {
  const { store, clock } = await storeWithClock()
  const start = async (flags: Readonly<Record<string, string>> = {}): Promise<void> =>
    recordLimits(store.audit, await defaultSettings(flags), userActor('operator'), clock)
  await start()
  await start({ port: '9000' })
  await start({ 'tiers.free.requests_per_minute': '20', 'limits.max_exports_per_key': '2' })
  await start({ 'tiers.free.requests_per_minute': '20', 'limits.max_exports_per_key': '2' })
  const [first, second, ...others] = await store.audit.entries(0, 10)
  expect(first).toMatchObject({ actor: 'user:operator', event: 'limits_changed', details: { before: [] } })
  expect(first?.details['limits']).toContain('tiers.pro.requestsPerDay = 1000000')
  expect(second?.details).toMatchObject({
    changed: ['limits.maxExportsPerKey = 2', 'tiers.free.requestsPerMinute = 20'],
    before: ['limits.maxExportsPerKey = 8', 'tiers.free.requestsPerMinute = 10']
  })
  expect(others).toEqual([])
})
