import type { ChangeReason, RemovalReason } from '../indicator/change-reason.ts'
import type { Context } from '../indicator/context.ts'
import type { Indicator, Source } from '../indicator/indicator.ts'
import { contextKey } from '../indicator/make-context.ts'
import { type MergedSources, mergeSources } from '../indicator/merge-sources.ts'
import { ruleId } from '../indicator/rule-id.ts'
import type { Instant } from '../indicator/time.ts'
import type { IndicatorWrite, LastSeenWrite, NaturalKey, Removal, StoredIndicator } from '../store/indicator-store.ts'
import type { Verdict } from './verdict.ts'

/** A source that no longer counts. */
export interface Ended {
  readonly feed: string
  readonly reason: RemovalReason
  /** A clause for people: `not seen for 30 days`. */
  readonly why: string
}

/** What is known of one value besides what is stored. */
export interface Settlement {
  readonly key: NaturalKey
  readonly verdict: Verdict
  /** What feeds say, each with the latest day on which it ever saw the value. */
  readonly renewed: readonly Source[]
  /** Feeds that say it no longer. */
  readonly ended: readonly Ended[]
  /** What feeds say that was over before it was read. */
  readonly overdue: readonly Source[]
}

/** What becomes of one value. */
export type Outcome =
  | { readonly kind: 'new' | 'changed'; readonly write: (at: Instant) => IndicatorWrite }
  | { readonly kind: 'expired'; readonly write: (at: Instant) => IndicatorWrite; readonly removal: Removal }
  | { readonly kind: 'removed'; readonly row: number; readonly removal: Removal }
  /** A source says something else, but nothing that a rule shows. */
  | { readonly kind: 'unchanged'; readonly write: IndicatorWrite }
  | { readonly kind: 'unchanged'; readonly touch: readonly LastSeenWrite[] }

const NOTHING: Outcome = { kind: 'unchanged', touch: [] }

/** Parts of a context that no rule shows: a difference in them alone is no change. */
const HIDDEN_IN_RULES = { tags: [], fileNames: [], licences: [], scheme: undefined } satisfies Partial<Context>

const isSameContext = (a: Context, b: Context): boolean => a === b || contextKey(a) === contextKey(b)

const isSameInRules = (a: Context, b: Context): boolean =>
  isSameContext(a, b) || contextKey({ ...a, ...HIDDEN_IN_RULES }) === contextKey({ ...b, ...HIDDEN_IN_RULES })

const isSameList = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((text, index) => text === b[index]))

/** Whether a rule that is made from this source alone would stay as it is. */
const isSameAlone = (a: Source, b: Source): boolean =>
  a.confidence === b.confidence && a.firstSeen === b.firstSeen && isSameInRules(a.context, b.context)

const isSameStatement = (a: Source, b: Source): boolean =>
  isSameAlone(a, b) && a.validUntil === b.validUntil && isSameContext(a.context, b.context)

const isSameRule = (indicator: Indicator, merged: MergedSources, { verdict }: Settlement): boolean =>
  indicator.confidence === merged.confidence &&
  indicator.firstSeen === merged.firstSeen &&
  indicator.noRule === verdict.noRule &&
  isSameList(indicator.feeds, merged.feeds) &&
  isSameInRules(indicator.context, merged.context)

const reasonOf = ({ removed, indicator }: StoredIndicator, { verdict }: Settlement): ChangeReason => {
  if (removed !== undefined) return 'returned'
  if (indicator.noRule === verdict.noRule) return 'changed'
  return verdict.noRule === undefined ? 'returned' : 'guarded'
}

/** A removal is `withdrawn` if any of the last sources took it back, else what all of them are. */
const removalOf = (ended: readonly Ended[]): Removal => {
  const reason = ended.some((one) => one.reason === 'withdrawn') ? 'withdrawn' : 'expired'
  return { reason, why: ended.map(({ feed, why }) => `${feed}: ${why}`).join('; ') }
}

/** A value that is not stored. */
const settleUnknown = ({ key, verdict, renewed, overdue }: Settlement): Outcome => {
  const sources = renewed.length > 0 ? renewed : overdue
  if (sources.length === 0) return NOTHING
  const { kind, value } = key
  const { noRule, guardedBy } = verdict
  const { confidence, firstSeen, lastSeen, feeds, context } = mergeSources(sources)
  const write = (at: Instant): IndicatorWrite => ({
    row: undefined,
    indicator: {
      id: ruleId(kind, value),
      kind,
      value,
      confidence,
      firstSeen,
      lastSeen,
      added: at,
      changed: at,
      noRule,
      guardedBy,
      feeds,
      context
    },
    reason: 'new',
    sources,
    dropped: []
  })
  if (renewed.length > 0) return { kind: 'new', write }
  return { kind: 'expired', write, removal: { reason: 'expired', why: 'past its lifetime when it was first read' } }
}

type SourcesByFeed = ReadonlyMap<string, Source>

/** Whether some feeds say what they said before. */
const areSame = (
  renewed: readonly Source[],
  before: SourcesByFeed,
  isSame: (a: Source, b: Source) => boolean
): boolean =>
  renewed.every((source) => {
    const earlier = before.get(source.feed)
    return earlier !== undefined && isSame(earlier, source)
  })

const byFeed = (sources: readonly Source[]): Map<string, Source> =>
  new Map(sources.map((source) => [source.feed, source]))

/** What is written of an indicator whose rule stays as it is, whichever of its sources it is made from. */
const settleUnchanged = (
  { row, indicator }: StoredIndicator,
  { renewed, verdict }: Settlement,
  before: SourcesByFeed,
  dropped: readonly string[],
  sameAgain: () => Indicator
): Outcome => {
  const isRestated = !areSame(renewed, before, isSameStatement)
  if (isRestated || dropped.length > 0 || indicator.guardedBy !== verdict.guardedBy) {
    return { kind: 'unchanged', write: { row, indicator: sameAgain(), reason: undefined, sources: renewed, dropped } }
  }
  const touch = renewed
    .filter((source) => source.lastSeen > (before.get(source.feed)?.lastSeen ?? -1))
    .map((source) => ({ row, feed: source.feed, lastSeen: source.lastSeen }))
  return { kind: 'unchanged', touch }
}

const settleKnown = (stored: StoredIndicator, settlement: Settlement): Outcome => {
  const { row, indicator, removed } = stored
  const { renewed } = settlement
  const before = byFeed(stored.sources)
  const ended = settlement.ended.filter(({ feed }) => before.has(feed))
  const dropped = ended.map(({ feed }) => feed)
  const after = byFeed([...stored.sources, ...renewed])
  for (const feed of dropped) after.delete(feed)
  if (after.size === 0) {
    return ended.length === 0 ? NOTHING : { kind: 'removed', row, removal: removalOf(ended) }
  }
  const merged = mergeSources([...after.values()])
  const { noRule, guardedBy } = settlement.verdict
  const now = (): Indicator => ({ ...indicator, ...merged, noRule, guardedBy })
  const isSame = isSameRule(indicator, merged, settlement) && areSame(renewed, before, isSameAlone)
  if (removed === undefined && isSame) {
    return settleUnchanged(stored, settlement, before, dropped, now)
  }
  const reason = reasonOf(stored, settlement)
  return {
    kind: 'changed',
    write: (at) => ({ row, indicator: { ...now(), changed: at }, reason, sources: renewed, dropped })
  }
}

/**
 * Holds what feeds say of one value against what is stored. A feed's earlier statement is replaced or ended; other
 * feeds' statements stay, and the last one's end removes the indicator. What a source says differently is a change also
 * where another says more, because somebody may see the one alone. Being seen again is no change, only a newer last-seen
 * day.
 */
export const settleSources = (stored: StoredIndicator | undefined, settlement: Settlement): Outcome =>
  stored === undefined ? settleUnknown(settlement) : settleKnown(stored, settlement)
