import { onTestFinished } from 'vitest'
import type { Clock } from '../../src/platform/clock.ts'
import { settableClock, type SettableClock } from '../../src/platform/clock.ts'
import type { IndicatorStore } from '../../src/store/indicator-store.ts'
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts'

/** A fixed moment that tests start from: 2026-05-17T10:00:00Z, in microseconds. */
export const MOMENT = Date.UTC(2026, 4, 17, 10) * 1_000

/** The day of {@link MOMENT}. */
export const TODAY = Math.floor(MOMENT / 86_400_000_000)

/** A new SQLite store, closed and gone when the test is over. Its writes wait for no disk: it need not outlive its process. */
export const scratchStore = async (clock: Clock = settableClock(MOMENT)): Promise<IndicatorStore> => {
  const store = await openSqliteStore(':memory:', { now: () => clock.now(), acceptClock: false, create: true })
  onTestFinished(async () => {
    await store.close()
  })
  return store
}

/** A store with the clock that it reads. */
export const storeWithClock = async (): Promise<{ store: IndicatorStore; clock: SettableClock }> => {
  const clock = settableClock(MOMENT)
  return { store: await scratchStore(clock), clock }
}
