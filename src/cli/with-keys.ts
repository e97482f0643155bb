import { createKeys, type Keys } from '../app/keys.ts'
import { requireServerSecret } from '../app/server-secret.ts'
import type { OpenStore, World } from '../app/world.ts'
import type { Settings } from '../config/settings.ts'
import { withStore } from './with-store.ts'

/** Opens the keys of a store, under its server secret, for as long as `work` takes. */
export const withKeys = async <T>(
  world: World,
  settings: Settings,
  how: OpenStore,
  work: (keys: Keys) => Promise<T>
): Promise<T> =>
  withStore(world, settings, how, async (store) => {
    const { clock, crypto } = world
    const secret = await requireServerSecret(store.keys, world.secretSource(settings), crypto)
    return work(createKeys({ store: store.keys, secret, settings, clock, crypto }))
  })
