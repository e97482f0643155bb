import { contextKey } from '../indicator/make-context.ts'
import type { Context } from '../indicator/context.ts'
import type { Indicator, Source } from '../indicator/indicator.ts'
import { type MergedSources, mergeSources } from '../indicator/merge-sources.ts'
import type { Instant } from '../indicator/time.ts'
import type { IndicatorWrite, LastSeenWrite, Sighting, StoredIndicator } from '../store/indicator-store.ts'

/** What a run's sightings of one value come to. */
export type Outcome =
  | { readonly kind: 'new' | 'changed'; readonly write: (at: Instant) => IndicatorWrite }
  /** A source says something else, but what all sources say together stays. */
  | { readonly kind: 'unchanged'; readonly write: IndicatorWrite }
  | { readonly kind: 'unchanged'; readonly touch: readonly LastSeenWrite[] }

const isSameContext = (a: Context, b: Context): boolean => a === b || contextKey(a) === contextKey(b)

/** Parts of a context that no rule shows: a difference in them alone is no change. */
const HIDDEN_IN_RULES = { tags: [], fileNames: [], licences: [], scheme: undefined } satisfies Partial<Context>

const isSameInRules = (a: Context, b: Context): boolean =>
  isSameContext(a, b) || contextKey({ ...a, ...HIDDEN_IN_RULES }) === contextKey({ ...b, ...HIDDEN_IN_RULES })

const isSameList = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((text, index) => text === b[index]))

const isSameStatement = (a: Source, b: Source): boolean =>
  a.confidence === b.confidence && a.firstSeen === b.firstSeen && isSameContext(a.context, b.context)

/** One source per feed: what a run says of a value several times counts together. */
const sourcesOfRun = (sightings: readonly Sighting[]): readonly Source[] => {
  const [only, second] = sightings
  if (only !== undefined && second === undefined) return [only.source]
  const byFeed = new Map<string, Source[]>()
  for (const { source } of sightings) {
    const said = byFeed.get(source.feed)
    if (said === undefined) byFeed.set(source.feed, [source])
    else said.push(source)
  }
  return [...byFeed].map(([feed, said]) => {
    const { confidence, firstSeen, lastSeen, context } = mergeSources(said)
    return { feed, confidence, firstSeen, lastSeen, context }
  })
}

const isSameRule = (indicator: Indicator, merged: MergedSources, noRule: Indicator['noRule']): boolean =>
  indicator.confidence === merged.confidence &&
  indicator.firstSeen === merged.firstSeen &&
  indicator.noRule === noRule &&
  isSameList(indicator.feeds, merged.feeds) &&
  isSameInRules(indicator.context, merged.context)

/**
 * Holds the sightings of one value in one run against what is stored. A feed's earlier statement is replaced by what
 * the run says; other feeds' statements stay. Being seen again is no change, only a newer last-seen day.
 */
export const settleSightings = (
  stored: StoredIndicator | undefined,
  sightings: readonly [Sighting, ...Sighting[]]
): Outcome => {
  const [{ kind, value, id, noRule }] = sightings
  const said = sourcesOfRun(sightings)
  if (stored === undefined) {
    const merged = mergeSources(said)
    return {
      kind: 'new',
      write: (at) => ({
        row: undefined,
        indicator: { id, kind, value, ...merged, noRule, added: at, changed: at },
        sources: said
      })
    }
  }
  const { row, indicator } = stored
  const before = new Map(stored.sources.map((source) => [source.feed, source]))
  const renewed = said.map((source) => {
    const earlier = before.get(source.feed)
    return earlier !== undefined && earlier.lastSeen > source.lastSeen
      ? { ...source, lastSeen: earlier.lastSeen }
      : source
  })
  const after = new Map([...before, ...renewed.map((source) => [source.feed, source] as const)])
  const merged = mergeSources([...after.values()])
  if (stored.removed !== undefined || !isSameRule(indicator, merged, noRule)) {
    return {
      kind: 'changed',
      write: (at) => ({ row, indicator: { ...indicator, ...merged, noRule, changed: at }, sources: renewed })
    }
  }
  const restated = renewed.filter((source) => {
    const earlier = before.get(source.feed)
    return earlier === undefined || !isSameStatement(earlier, source)
  })
  if (restated.length > 0) {
    return { kind: 'unchanged', write: { row, indicator: { ...indicator, ...merged }, sources: renewed } }
  }
  const touch = renewed
    .filter((source) => source.lastSeen > (before.get(source.feed)?.lastSeen ?? -1))
    .map((source) => ({ row, feed: source.feed, lastSeen: source.lastSeen }))
  return { kind: 'unchanged', touch }
}
