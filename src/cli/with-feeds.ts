import { userActor } from '../app/audit/actor.ts'
import { createFeeds, type Feeds } from '../app/feeds/feeds.ts'
import type { OpenStore, World } from '../app/world.ts'
import type { Settings } from '../config/settings.ts'
import { type Store, withStore } from './with-store.ts'

/** Opens the feeds of a store for as long as `work` takes. */
export const withFeeds = async <T>(
  world: World,
  settings: Settings,
  how: OpenStore,
  work: (feeds: Feeds, store: Store) => Promise<T>
): Promise<T> =>
  withStore(world, settings, how, async (store) => {
    const { clock, crypto } = world
    return work(createFeeds({ store, settings, clock, crypto, actor: userActor(world.user) }), store)
  })
