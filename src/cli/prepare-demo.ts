import { judgesOf } from '../app/ingest-judges.ts'
import { ingest } from '../app/ingest.ts'
import { type Granter, operator } from '../app/keys/granter.ts'
import type { ServerSecrets } from '../app/keys/server-secrets.ts'
import { createKeys, type Keys } from '../app/keys.ts'
import { storeStats } from '../app/store-stats.ts'
import { defaultKeyTier } from '../app/tier.ts'
import type { World } from '../app/world.ts'
import type { Settings } from '../config/settings.ts'
import type { Demo } from './demo.ts'
import type { Store } from './with-store.ts'

/** The name and the account of the key that each start makes anew. */
const DEMO = 'demo'

const replaceKey = async (keys: Keys, by: Granter, settings: Settings): Promise<string> => {
  for (const key of await keys.list(by)) {
    const isOurs = key.name === DEMO && key.account === DEMO && key.revoked === undefined
    if (isOurs) await keys.revoke(key.id, 'replaced by a newer start', by)
  }
  const tier = defaultKeyTier(settings)
  return (await keys.create({ tier, name: DEMO, account: DEMO, expiresInDays: 1 }, by)).text
}

/** Takes the bundled samples into the store and makes a key that lives a day; earlier such keys stop to work. */
export const prepareDemo = async (
  world: World,
  store: Store,
  settings: Settings,
  secrets: ServerSecrets
): Promise<Demo> => {
  const { clock, crypto, user } = world
  const { maxLineLength } = settings.limits
  await ingest(world.samples(), store, clock, { defaults: {}, maxLineLength, ...judgesOf(store, settings, clock) })
  const keys = createKeys({ store, secrets, settings, clock, crypto })
  const { indicators } = await storeStats(store)
  return { key: await replaceKey(keys, operator(user), settings), indicators }
}
