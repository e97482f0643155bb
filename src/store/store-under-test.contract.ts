import type { ChildProcessByStdio } from 'node:child_process'
import type { Readable } from 'node:stream'
import { onTestFinished } from 'vitest'
import type { Instant } from '../indicator/time.ts'
import type { IndicatorStore, StoreOptions } from './indicator-store.ts'
import type { JobName } from './store-jobs.contract.ts'

/** Room for one store, empty at first: it may be opened as often as a test likes, by any process. */
export interface StorePlace {
  open(options: StoreOptions): Promise<IndicatorStore>
  /** Runs a job on the same store in a process of its own. */
  start(job: JobName, ...parameters: readonly string[]): ChildProcessByStdio<null, Readable, null>
}

/** What an adapter gives to be tested: a fresh place, which it removes when the test has finished. */
export type MakePlace = () => StorePlace

/** 2026-05-17T10:00:00Z. */
export const NOON: Instant = 1_779_012_000_000_000

/** A clock that tests set. */
export interface TestClock {
  at: Instant
}

/** Opens a store that is closed when the test has finished. */
export const openAt = async (
  place: StorePlace,
  clock: TestClock = { at: NOON },
  options: Partial<StoreOptions> = {}
): Promise<IndicatorStore> => {
  const store = await place.open({ now: () => clock.at, acceptClock: false, create: true, ...options })
  onTestFinished(async () => store.close())
  return store
}
