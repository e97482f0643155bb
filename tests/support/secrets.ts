import { openServerSecrets, type ServerSecrets } from '../../src/app/keys/server-secrets.ts'
import type { SecretSource } from '../../src/app/keys/secret-source.ts'
import { nodeCrypto } from '../../src/platform/crypto.ts'
import { settableClock } from '../../src/platform/clock.ts'
import type { IndicatorStore } from '../../src/store/indicator-store.ts'
import { MOMENT } from './stores.ts'

/** A place in memory that holds server secrets. */
export const secretPlace = (
  ...secrets: readonly string[]
): SecretSource & { readonly held: () => readonly string[] } => {
  let held = secrets
  return {
    place: 'sigmill.db.secret',
    held: () => held,
    read: async () => held,
    create: async () => {
      held = ['made on demand']
      return 'made on demand'
    },
    replace: async (others) => {
      held = others
    }
  }
}

/** The server secrets of a store, with a secret of their own unless a place has one. */
export const secretsOf = async (
  store: IndicatorStore,
  source: SecretSource = secretPlace('a secret of tests')
): Promise<ServerSecrets> => openServerSecrets({ store, source, crypto: nodeCrypto, clock: settableClock(MOMENT) })
