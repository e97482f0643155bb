import type { Source } from '../../indicator/indicator.ts'
import type { Kind } from '../../indicator/kind.ts'
import type { IndicatorWithSources } from '../../store/indicator-store.ts'
import type { LastDay } from '../feed-life.ts'
import type { Lives } from './lives.ts'

/** What one feed says of an indicator, and how long that stands if nobody sees it again. */
export interface StandingSource {
  readonly source: Source
  readonly last: LastDay
}

/** How long an indicator stands: as long as the last of its sources. */
export interface Standing {
  /** Ordered by feed name. */
  readonly sources: readonly StandingSource[]
  /** `undefined` where no source is left. */
  readonly last: LastDay | undefined
}

const standingSource = async (kind: Kind, source: Source, lives: Lives): Promise<StandingSource> => ({
  source,
  last: (await lives(source.feed)).lastDay(kind, source)
})

const latestOf = (lasts: readonly LastDay[]): LastDay | undefined =>
  lasts.length === 0
    ? undefined
    : { day: Math.max(...lasts.map(({ day }) => day)), isEarliest: lasts.some(({ isEarliest }) => isEarliest) }

/** The standing of an indicator. */
export const standingOf = async ({ indicator, sources }: IndicatorWithSources, lives: Lives): Promise<Standing> => {
  const standing = await Promise.all(sources.map((source) => standingSource(indicator.kind, source, lives)))
  return { sources: standing, last: latestOf(standing.map(({ last }) => last)) }
}
