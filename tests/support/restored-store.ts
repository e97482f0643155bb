import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type SettableClock, settableClock } from '../../src/platform/clock.ts'
import type { IndicatorStore } from '../../src/store/indicator-store.ts'
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { importInputs, textInput } from './feeds.ts'
import { scratchFolder } from './scratch.ts'
import { MOMENT } from './stores.ts'

const INSTANTS_PER_HOUR = 3_600_000_000

/** A store on disk that can be set back to a copy of its file. */
export interface RestorableStore {
  /** The store as it is open; another one after {@link restore}. */
  readonly store: () => IndicatorStore
  readonly clock: SettableClock
  /** Takes values in, an hour after what was before. */
  readonly add: (...values: readonly string[]) => Promise<void>
  /** Copies the file of the store. */
  readonly backUp: () => Promise<void>
  /** Puts the copy in the place of the store. */
  readonly restore: () => Promise<void>
}

/** Opens a new store. */
export const restorableStore = async (): Promise<RestorableStore> => {
  const folder = await scratchFolder()
  const [path, backup] = [join(folder, 'sigmill.db'), join(folder, 'backup.db')]
  const clock = settableClock(MOMENT)
  const open = async (): Promise<IndicatorStore> =>
    openSqliteStore(path, { now: () => clock.now(), acceptClock: false, create: true })
  let store = await open()
  onTestFinished(async () => store.close())
  // A store that is closed is one file.
  const whileClosed = async (from: string, to: string): Promise<void> => {
    await store.close()
    await copyFile(from, to)
    store = await open()
  }
  return {
    store: () => store,
    clock,
    async add(...values) {
      clock.set(clock.now() + INSTANTS_PER_HOUR)
      await importInputs(store, clock, [textInput('list.txt', values.join('\n'))])
    },
    backUp: async () => whileClosed(path, backup),
    restore: async () => whileClosed(backup, path)
  }
}
