import type { Acting } from '../app/audit/acting.ts'
import { userActor } from '../app/audit/actor.ts'
import type { World } from '../app/world.ts'
import type { Store } from './with-store.ts'

/** Who runs the program, at work on a store. */
export const actingOn = ({ clock, user }: World, store: Store): Acting => ({ store, clock, actor: userActor(user) })
