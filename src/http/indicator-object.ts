import type { Indicator, Source } from '../indicator/indicator.ts'
import { formatSeconds } from '../indicator/time.ts'
import { knownValue, type Known } from './known.ts'
import { firstSight, lastSight } from './seen-times.ts'
import { shownValue } from '../indicator/shown-value.ts'
import { fullSourceObject, sourceObject, type SourceObject } from './source-object.ts'

/** An indicator with everything its sources say. */
export interface Sourced {
  readonly indicator: Indicator
  /** Ordered by feed name. */
  readonly sources: readonly Source[]
}

/** What every form of the API shows of an indicator. */
export interface IndicatorFacts {
  /** Also the id of its rule. */
  readonly id: string
  readonly type: string
  readonly value: string
  readonly confidence: string
  readonly first_seen: string
  readonly last_seen: string
  /** The source that saw it first; `null` for one that lost its last source. */
  readonly source: SourceObject | null
  readonly tags: readonly string[]
}

const firstSeenOf = ({ firstSeen }: Source): number => firstSeen ?? Number.MAX_SAFE_INTEGER

/** The source that saw the indicator first; those that do not say when come last, by name. */
const earliest = (sources: readonly Source[]): Source | undefined =>
  sources.toSorted((a, b) => firstSeenOf(a) - firstSeenOf(b))[0]

/** The facts of one indicator. */
export const indicatorFacts = ({ indicator, sources }: Sourced): IndicatorFacts => {
  const first = firstSight(indicator)
  const source = earliest(sources)
  return {
    id: indicator.id,
    type: indicator.kind,
    value: shownValue(indicator),
    confidence: indicator.confidence,
    first_seen: formatSeconds(first),
    last_seen: formatSeconds(lastSight(indicator.lastSeen, first)),
    source: source === undefined ? null : sourceObject(source),
    tags: indicator.context.tags
  }
}

/** The JSON object of one indicator. */
export const indicatorObject = (sourced: Sourced): IndicatorFacts & Known => {
  const { threatTypes, malwareFamilies, actors, techniques } = sourced.indicator.context
  const said = [...threatTypes, ...malwareFamilies, ...actors].join(', ')
  return {
    ...indicatorFacts(sourced),
    ...knownValue('context', said === '' ? undefined : said),
    mitre_techniques: techniques,
    sources: sourced.sources.map(fullSourceObject)
  }
}
