import { KINDS, type Kind } from '../indicator/kind.ts'
import { INSTANTS_PER_SECOND, type Instant } from '../indicator/time.ts'
import type { Clock } from '../platform/clock.ts'
import type { ChangeRange, IndicatorStore } from '../store/indicator-store.ts'
import { inView } from './in-view.ts'

/** How much a store holds. */
export interface StoreSize {
  /** Live indicators, those that give no rule included. */
  readonly byKind: ReadonlyMap<Kind, number>
  readonly bytes: number
}

/** How long a count holds: counting a million takes too long to be done for every look. */
const HOLDS: Instant = 60 * INSTANTS_PER_SECOND

const rangeOf = (kind: Kind): ChangeRange => ({
  filter: { kinds: [kind], confidences: undefined, industries: undefined, lastSeenFrom: undefined },
  order: 'oldest-first',
  after: undefined,
  orLastSeenAfter: undefined,
  asOf: undefined
})

/** Lets waiting requests go first. */
const giveWay = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

const countAll = async (store: IndicatorStore): Promise<ReadonlyMap<Kind, number>> =>
  inView(store, async (view) => {
    const byKind = new Map<Kind, number>()
    for (const kind of KINDS) {
      await giveWay()
      byKind.set(kind, await view.count(rangeOf(kind), Number.MAX_SAFE_INTEGER))
    }
    return byKind
  })

/** Gives the size of a store, counted anew at most once a minute, and only when something was written. */
export const createStoreSize = (store: IndicatorStore, clock: Clock): (() => Promise<StoreSize>) => {
  let counted: { readonly at: Instant; readonly revision: number; readonly byKind: StoreSize['byKind'] } | undefined
  return async () => {
    const now = clock.now()
    const { revision } = await store.state()
    const isFresh = counted !== undefined && (counted.revision === revision || Math.abs(now - counted.at) < HOLDS)
    if (counted === undefined || !isFresh) counted = { at: now, revision, byKind: await countAll(store) }
    return { byKind: counted.byKind, bytes: await store.bytes() }
  }
}
