import type { Tier } from '../../config/settings.ts'
import type { Instant } from '../../indicator/time.ts'
import type { StoredKey } from '../../store/key-store.ts'
import { type Actor, keyActor, userActor } from '../audit/actor.ts'
import { hasScope } from './scopes.ts'

/** Who makes and changes keys: the operator at the command line, who may give anything, or the holder of a key. */
export type Granter = { readonly actor: Actor } & (
  | { readonly kind: 'operator' }
  | {
      readonly kind: 'holder'
      readonly key: StoredKey
      readonly tier: Tier
      /** When the secret ends that was shown, because another took its place. */
      readonly ends: Instant | undefined
    }
)

/** The operator, by the name of the user of the machine. */
export const operator = (user: string): Granter => ({ kind: 'operator', actor: userActor(user) })

/** The holder of a key. */
export const holder = (key: StoredKey, tier: Tier, ends?: Instant): Granter => ({
  kind: 'holder',
  actor: keyActor(key.id),
  key,
  tier,
  ends
})

/** The account whose keys alone somebody may see and change; `undefined` is all of them. */
export const accountOf = (by: Granter): string | undefined =>
  by.kind === 'operator' || hasScope(by.key, 'keys:admin') ? undefined : by.key.account
