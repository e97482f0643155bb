import type { Source } from '../indicator/indicator.ts'
import { mergeSources } from '../indicator/merge-sources.ts'
import type { Sighting, StoredIndicator } from '../store/indicator-store.ts'
import type { FeedLife } from './feed-life.ts'
import { type Ended, type Outcome, settleSources } from './settle-sources.ts'
import { type GuardedBy, verdictOf } from './verdict.ts'

/** What decides over sightings besides what is stored. */
export interface Judges {
  readonly guardedBy: GuardedBy
  /** The lives of the run's feeds; nothing ages without. */
  readonly lifeOf: (feed: string) => FeedLife | undefined
}

/** The later end; a statement without an end has none. */
const laterEnd = (said: readonly Source[]): Source['validUntil'] => {
  const ends = said.map(({ validUntil }) => validUntil)
  return ends.reduce((a, b) => (a === undefined || b === undefined ? undefined : Math.max(a, b)))
}

const together = (feed: string, said: readonly Source[]): Source => {
  const { confidence, firstSeen, lastSeen, context } = mergeSources(said)
  return { feed, confidence, firstSeen, lastSeen, validUntil: laterEnd(said), context }
}

/** One source per feed: what a run says of a value several times counts together. */
const sourcesOfRun = (sightings: readonly Sighting[]): readonly Source[] => {
  const [only, second] = sightings
  if (only !== undefined && second === undefined) return only.takenBack ? [] : [only.source]
  const byFeed = new Map<string, Source[]>()
  for (const { source, takenBack } of sightings) {
    if (takenBack) continue
    const said = byFeed.get(source.feed)
    if (said === undefined) byFeed.set(source.feed, [source])
    else said.push(source)
  }
  return [...byFeed].map(([feed, said]) => together(feed, said))
}

/** A feed that is read again, in an older copy perhaps, does not unsee what it saw. */
const withLatestDay = (source: Source, stored: StoredIndicator | undefined): Source => {
  const earlier = stored?.sources.find(({ feed }) => feed === source.feed)
  return earlier !== undefined && earlier.lastSeen > source.lastSeen
    ? { ...source, lastSeen: earlier.lastSeen }
    : source
}

const TAKEN_BACK = 'it took the value back'

/** Feeds that take the value back and do not give it. */
const takenBackIn = (sightings: readonly Sighting[], said: readonly Source[]): Ended[] => {
  const back = sightings.filter(({ takenBack }) => takenBack)
  if (back.length === 0) return []
  const saying = new Set(said.map(({ feed }) => feed))
  return back
    .filter(({ source }) => !saying.has(source.feed))
    .map(({ source }) => ({ feed: source.feed, reason: 'withdrawn', why: TAKEN_BACK }))
}

/** What a run's sightings of one value come to, held against what is stored. */
export const settleSightings = (
  stored: StoredIndicator | undefined,
  sightings: readonly [Sighting, ...Sighting[]],
  { guardedBy, lifeOf }: Judges
): Outcome => {
  const [{ kind, value }] = sightings
  const said = sourcesOfRun(sightings)
  const ended = takenBackIn(sightings, said)
  const renewed: Source[] = []
  const overdue: Source[] = []
  for (const one of said) {
    const source = withLatestDay(one, stored)
    const why = lifeOf(source.feed)?.whyOver(kind, source)
    if (why === undefined) {
      renewed.push(source)
      continue
    }
    overdue.push(source)
    ended.push({ feed: source.feed, reason: 'expired', why })
  }
  const verdict = verdictOf(kind, value, guardedBy)
  return settleSources(stored, { key: { kind, value }, verdict, renewed, ended, overdue })
}
