import type { Indicator } from '../../indicator/indicator.ts'
import type { IndicatorFilter, IndicatorStore, NaturalKey, StoredIndicator } from '../../store/indicator-store.ts'
import { inView } from '../in-view.ts'
import { settleEach } from '../settle-each.ts'
import { type Outcome, settleSources } from '../settle-sources.ts'
import { verdictOf, type GuardedBy } from '../verdict.ts'

/** What a new look at all indicators came to. */
export interface Recheck {
  /** Indicators that the guard stops from here on. */
  readonly guarded: number
  /** Indicators that it stops no longer. */
  readonly returned: number
}

/** Indicators looked at together; what differs in them is written in one short transaction. */
const PAGE = 1_000

const EVERYTHING: IndicatorFilter = {
  kinds: undefined,
  confidences: undefined,
  industries: undefined,
  lastSeenFrom: undefined
}

/** What is left of an indicator that went meanwhile. */
const UNCHANGED: Outcome = { kind: 'unchanged', touch: [] }

const pageBehind = async (store: IndicatorStore, from: NaturalKey | undefined): Promise<readonly Indicator[]> =>
  inView(store, async (view) => view.inNaturalOrder(EVERYTHING, undefined, from, PAGE))

const isJudgedOtherwise =
  (guardedBy: GuardedBy) =>
  (indicator: Indicator): boolean => {
    const { noRule, guardedBy: by } = verdictOf(indicator.kind, indicator.value, guardedBy)
    return noRule !== indicator.noRule || by !== indicator.guardedBy
  }

/** Judges an indicator anew, with nothing that feeds say besides. */
const judge = (stored: StoredIndicator, guardedBy: GuardedBy): Outcome => {
  const { kind, value } = stored.indicator
  const verdict = verdictOf(kind, value, guardedBy)
  return settleSources(stored, { key: { kind, value }, verdict, renewed: [], ended: [], overdue: [] })
}

/** Judges indicators anew, in one transaction; what gives a rule no longer, or again, is a change. */
const rejudge = async (
  store: IndicatorStore,
  keys: readonly NaturalKey[],
  guard: () => Promise<GuardedBy>
): Promise<Recheck> =>
  store.write(async (transaction) => {
    const guardedBy = await guard()
    const recheck = { guarded: 0, returned: 0 }
    await settleEach(transaction, keys, (stored) => {
      if (stored === undefined) return UNCHANGED
      const outcome = judge(stored, guardedBy)
      if (outcome.kind === 'changed') recheck[stored.indicator.noRule === 'guarded' ? 'returned' : 'guarded'] += 1
      return outcome
    })
    return recheck
  })

/**
 * Holds every live indicator against the guard as it is. To be run after every edit of the guard, and once a day for
 * entries that end. What is taken in meanwhile is judged by the new guard already. Several may do it at once, in any
 * process: each counts what it wrote itself. The signal ends it between two pages.
 */
export const recheckGuard = async (
  store: IndicatorStore,
  guard: () => Promise<GuardedBy>,
  signal?: AbortSignal
): Promise<Recheck> => {
  let [guarded, returned] = [0, 0]
  for (let page = await pageBehind(store, undefined); page.length > 0; page = await pageBehind(store, page.at(-1))) {
    signal?.throwIfAborted()
    const keys = page.filter(isJudgedOtherwise(await guard()))
    if (keys.length === 0) continue
    const found = await rejudge(store, keys, guard)
    guarded += found.guarded
    returned += found.returned
  }
  return { guarded, returned }
}
