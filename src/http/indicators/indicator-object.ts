import type { INDICATOR, INDICATOR_FACTS } from '../../api/schemas/indicator.ts'
import type { Written } from '../../api/written.ts'
import type { Indicator, Source } from '../../indicator/indicator.ts'
import { shownValue } from '../../indicator/shown-value.ts'
import { formatSeconds } from '../../indicator/time.ts'
import { firstSight, lastSight } from './seen-times.ts'
import { fullSourceObject, sourceObject } from './source-object.ts'

/** An indicator with everything its sources say. */
export interface Sourced {
  readonly indicator: Indicator
  /** Ordered by feed name. */
  readonly sources: readonly Source[]
}

/** What every form of the API shows of an indicator. */
export type IndicatorFacts = Written<typeof INDICATOR_FACTS>

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
export const indicatorObject = (sourced: Sourced): Written<typeof INDICATOR> => {
  const { threatTypes, malwareFamilies, actors, techniques } = sourced.indicator.context
  const said = [...threatTypes, ...malwareFamilies, ...actors].join(', ')
  return {
    ...indicatorFacts(sourced),
    context: said === '' ? undefined : said,
    mitre_techniques: techniques,
    sources: sourced.sources.map(fullSourceObject)
  }
}
