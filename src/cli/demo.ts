import { judgesOf } from '../app/ingest-judges.ts'
import { ingest } from '../app/ingest.ts'
import { type Granter, operator } from '../app/keys/granter.ts'
import type { ServerSecrets } from '../app/keys/server-secrets.ts'
import { createKeys, type Keys } from '../app/keys.ts'
import { storeStats } from '../app/store-stats.ts'
import { defaultKeyTier } from '../app/tier.ts'
import type { World } from '../app/world.ts'
import type { Settings } from '../config/settings.ts'
import { formatCount } from './text-table.ts'
import type { Store } from './with-store.ts'

/** Samples never mix with real indicators, so they have a store of their own unless one is named. */
export const DEMO_STORE = 'sqlite:./sigmill-demo.db'

/** What a demonstration runs with unless it is told otherwise: its samples hold documentation values alone. */
export const DEMO_SETTINGS = { db: DEMO_STORE, 'guard.documentation': 'inform' } as const

/** The name and the account of the key that each start makes anew. */
const DEMO = 'demo'

/** What a demonstration has to show. */
export interface Demo {
  readonly key: string
  readonly indicators: number
}

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

/** What to do with a demonstration. */
export const demoText = (url: string, { key, indicators }: Demo): readonly string[] => [
  `The store holds ${formatCount(indicators)} sample indicators of reserved addresses and names. Ask for their rules:`,
  '',
  `  curl -fsS -H "Authorization: Bearer ${key}" "${url}/api/v1/iocs/sigma"`,
  '',
  'The key lives for 24 hours; the next start makes a new one.'
]
