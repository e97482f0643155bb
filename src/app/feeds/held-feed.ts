import { INSTANTS_PER_SECOND } from '../../indicator/time.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Crypto } from '../../platform/crypto.ts'
import { printable } from '../../problem/printable.ts'
import { Problem } from '../../problem/problem.ts'
import type { FeedStore } from '../../store/feed-store.ts'

/** A feed that one run holds, so that no other runs it at the same time. */
export interface HeldFeed {
  readonly holder: string
  /** Holds on to the feed for another while. Throws `feed_state` where another run has taken it over meanwhile. */
  renew(): Promise<void>
  release(): Promise<void>
}

/** Longer than any single answer may take, so that a run that only waits for its server does not lose its feed. */
const LEASE = 30 * 60 * INSTANTS_PER_SECOND

/** How old a lease may be before it is renewed. */
const RENEW_AFTER = 60 * INSTANTS_PER_SECOND

/** Takes hold of a feed; `undefined` where another run holds it. */
export const holdFeed = async (
  feeds: FeedStore,
  name: string,
  clock: Clock,
  crypto: Crypto
): Promise<HeldFeed | undefined> => {
  const holder = crypto.randomUuid()
  let renewedAt = clock.now()
  if (!(await feeds.claim(name, { holder, until: renewedAt + LEASE }, renewedAt))) return undefined
  return {
    holder,
    async renew() {
      const now = clock.now()
      if (now < renewedAt + RENEW_AFTER) return
      renewedAt = now
      if (await feeds.renew(name, { holder, until: now + LEASE })) return
      throw new Problem('feed_state', `The feed ${printable(name)} was taken over by another run; this one ends.`)
    },
    release: async () => feeds.release(name, holder)
  }
}
