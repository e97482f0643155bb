import type { OpenStore, World } from '../app/world.ts'
import type { Settings } from '../config/settings.ts'

/** The store that a command works on. */
export type Store = Awaited<ReturnType<World['openStore']>>

const closing = async <T>(store: Store, work: (store: Store) => Promise<T>): Promise<T> => {
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** Opens the store of the settings for as long as `work` takes. */
export const withStore = async <T>(
  world: World,
  settings: Settings,
  how: OpenStore,
  work: (store: Store) => Promise<T>
): Promise<T> => closing(await world.openStore(settings, how), work)

/** Opens a store that leaves nothing behind. */
export const withScratchStore = async <T>(world: World, work: (store: Store) => Promise<T>): Promise<T> =>
  closing(await world.openScratchStore(), work)
