import { type Granter, operator } from '../app/keys/granter.ts'
import { openServerSecrets } from '../app/keys/server-secrets.ts'
import { createKeys, type Keys } from '../app/keys.ts'
import type { OpenStore, World } from '../app/world.ts'
import type { Settings } from '../config/settings.ts'
import { withStore } from './with-store.ts'

/** Opens the keys of a store, under its server secret, for as long as `work` takes, which it does as the operator. */
export const withKeys = async <T>(
  world: World,
  settings: Settings,
  how: OpenStore,
  work: (keys: Keys, by: Granter) => Promise<T>
): Promise<T> =>
  withStore(world, settings, how, async (store) => {
    const { clock, crypto, user } = world
    const source = world.secretSource(settings)
    const secrets = await openServerSecrets({ store, source, crypto, clock })
    return work(createKeys({ store, secrets, settings, clock, crypto }), operator(user))
  })
