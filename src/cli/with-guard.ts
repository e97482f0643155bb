import type { Acting } from '../app/audit/acting.ts'
import { guardOf } from '../app/guard/load-guard.ts'
import { type Recheck, recheckGuard } from '../app/guard/recheck-guard.ts'
import type { World } from '../app/world.ts'
import type { Settings } from '../config/settings.ts'
import { Problem } from '../problem/problem.ts'
import { actingOn } from './acting-on.ts'
import { type Store, withScratchStore, withStore } from './with-store.ts'

/** Edits the guard of a store, which is made if it is not there, and holds all its indicators against the new one. */
export const editGuard = async (
  world: World,
  settings: Settings,
  edit: (acting: Acting) => Promise<void>
): Promise<Recheck> =>
  // A false positive has to go even while imports wait for the clock.
  withStore(world, settings, { create: true, acceptClock: true }, async (store) => {
    const guard = guardOf(store, settings, world.clock)
    try {
      await edit(actingOn(world, store))
    } catch (error) {
      // What was edited before counts.
      await recheckGuard(store, guard)
      throw error
    }
    return recheckGuard(store, guard)
  })

/** Opens the store to ask its guard. Without a store, what comes with the program and the settings is the guard. */
export const withGuardedStore = async <T>(
  world: World,
  settings: Settings,
  work: (store: Store) => Promise<T>
): Promise<T> => {
  try {
    return await withStore(world, settings, { create: false }, work)
  } catch (error) {
    if (error instanceof Problem && error.code === 'store_missing') return withScratchStore(world, work)
    throw error
  }
}
