import type { Source } from '../indicator/indicator.ts'
import { KINDS, type Kind } from '../indicator/kind.ts'
import { lifetimeOf, shortestLifetime } from '../indicator/lifetime.ts'
import { type Day, dayOfInstant, dayOfSeconds, type Instant, INSTANTS_PER_SECOND } from '../indicator/time.ts'
import type { AgeBounds } from '../store/indicator-store.ts'

/**
 * How the sources of a feed age: by the days on which the feed was read well, by the calendar where nobody promised to
 * read it again, or not at all.
 */
export type Pace = { readonly by: 'calendar' } | { readonly by: 'nothing' } | ReadDays

/** Latest first. */
interface ReadDays {
  readonly by: 'read-days'
  readonly days: readonly Day[]
}

/** What decides the lifetimes of a feed's sources. */
export interface FeedLifeParts {
  readonly feed: string
  readonly pace: Pace
  /** Of all its sources, instead of the lifetimes of kinds and threat types. */
  readonly lifetimeDays: number | undefined
  /** Of any tier, in days. */
  readonly longestLookback: number
  readonly now: Instant
}

/** When the sources of a feed have outlived their time. */
export interface FeedLife {
  readonly bounds: AgeBounds
  /** Why a source no longer counts, as a clause for people; `undefined` while it does. */
  whyOver(kind: Kind, source: Source): string | undefined
  /** How long a source stands that is not seen again. */
  lastDay(kind: Kind, source: Source): LastDay
}

/** The last day on which something stands. */
export interface LastDay {
  readonly day: Day
  /** Whether it may stand longer: lifetimes count only days on which the feed is read well. */
  readonly isEarliest: boolean
}

const NEVER: Day = 0

/** The day before which a source was last seen if more than so many days have passed since. */
const lastDayOf = (pace: Pace, days: number, today: Day): Day => {
  switch (pace.by) {
    case 'calendar':
      return today - days
    case 'read-days':
      return pace.days[days] ?? NEVER
    case 'nothing':
      return NEVER
  }
}

/** The day that {@link lastDayOf} passes a source's last sight by, if it is read well every day from the moment on. */
const endOf = (pace: Pace, days: number, lastSeen: Day, today: Day): Day => {
  switch (pace.by) {
    case 'calendar':
      return lastSeen + days
    case 'read-days':
      return today + days - pace.days.filter((day) => day > lastSeen).length
    case 'nothing':
      return Number.POSITIVE_INFINITY
  }
}

/**
 * The life of a feed's sources at a moment. No source outlives the longest lookback, whatever its lifetime: it goes a
 * day before it would leave the exports, so that leaving is always a change.
 */
export const feedLife = ({ feed, pace, lifetimeDays, longestLookback, now }: FeedLifeParts): FeedLife => {
  const today = dayOfInstant(now)
  const seconds = Math.floor(now / INSTANTS_PER_SECOND)
  const atLeast = today - longestLookback + 1
  const seenBefore = (days: number): Day => Math.max(atLeast, lastDayOf(pace, days, today))
  const shortest = Object.fromEntries(
    KINDS.map((kind) => [kind, seenBefore(lifetimeDays ?? shortestLifetime(kind))])
  ) as Record<Kind, Day>
  return {
    bounds: { feed, seenBefore: shortest, endedBy: pace.by === 'nothing' ? NEVER : seconds },
    whyOver(kind, { lastSeen, validUntil, context }) {
      if (pace.by !== 'nothing' && validUntil !== undefined && validUntil <= seconds) return `${feed} said so`
      const days = lifetimeDays ?? lifetimeOf(kind, context)
      return lastSeen < seenBefore(days) ? `not seen for ${Math.min(days, longestLookback - 1)} days` : undefined
    },
    lastDay(kind, { lastSeen, validUntil, context }) {
      const latest = lastSeen + longestLookback - 1
      const said = validUntil === undefined || pace.by === 'nothing' ? latest : dayOfSeconds(validUntil - 1)
      const aged = endOf(pace, lifetimeDays ?? lifetimeOf(kind, context), lastSeen, today)
      const day = Math.min(latest, said, aged)
      return { day, isEarliest: pace.by === 'read-days' && day === aged && aged < Math.min(latest, said) }
    }
  }
}
