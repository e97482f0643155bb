import { keyActor } from '../../app/audit/actor.ts'
import type { GuardKeeper } from '../../app/guard/guard-keeper.ts'
import type { KeyedRequest, Services } from '../operation.ts'

/** The guard, as the holder of the key sees and changes it. */
export const guardFor = ({ caller }: KeyedRequest, { guard }: Services): Promise<GuardKeeper> =>
  guard(keyActor(caller.key.id))

/** The entry that a path names. */
export const entryNamed = ({ pathParameters }: KeyedRequest): string => pathParameters.get('value') ?? ''
