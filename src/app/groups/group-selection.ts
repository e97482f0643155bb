import type { GroupSize } from '../../detect/group/chunk-size.ts'
import { CONFIDENCES, type Confidence } from '../../indicator/confidence.ts'
import { KINDS, type Kind } from '../../indicator/kind.ts'
import type { Sector } from '../../indicator/sector.ts'
import type { Day } from '../../indicator/time.ts'
import type { IdRange } from '../../store/indicator-store.ts'
import type { Filters } from '../filters.ts'
import type { Restriction } from '../sight/restriction.ts'

/** Which indicators are grouped, and how many to a chunk. */
export interface GroupSelection {
  readonly kinds: readonly Kind[]
  readonly confidences: readonly Confidence[]
  readonly industries: readonly Sector[] | undefined
  /** Last seen on this day or later. */
  readonly lastSeenFrom: Day | undefined
  readonly size: GroupSize
  /** What ids of chunks say of the selection; see {@link chunkFilter}. */
  readonly filter: string
}

/** How far back a caller sees, in days, where that is shorter than the store remembers. */
export interface GroupLookback {
  readonly days: number
  readonly from: Day
}

/** What hides members of groups from a caller, or parts of what is said of them. */
export interface GroupSight {
  readonly lookback: GroupLookback | undefined
  readonly restriction: Restriction | undefined
}

/** Of who sees everything. */
export const WHOLE_SIGHT: GroupSight = { lookback: undefined, restriction: undefined }

/**
 * What is selected beyond kind and confidence, which a group has of its own, as ids of chunks hold it: the industries,
 * and what hides some members. Empty is all. Names of feeds may hold anything, and stand as JSON.
 */
const chunkFilter = (
  { industries }: Filters,
  { lookback, restriction: { maxTlp, feeds } = NONE }: GroupSight
): string =>
  [
    ...(industries === undefined ? [] : [`industry=${industries.join(',')}`]),
    ...(lookback === undefined ? [] : [`lookback=${lookback.days}`]),
    ...(maxTlp === undefined ? [] : [`tlp=${maxTlp}`]),
    ...(feeds === undefined ? [] : [`feeds=${JSON.stringify(feeds)}`])
  ].join('&')

const NONE: Restriction = { maxTlp: undefined, feeds: undefined }

/** The selection of filters; `since` says what of it is wanted, and nothing of what stands in a chunk. */
export const groupSelection = (filters: Filters, size: GroupSize, sight: GroupSight): GroupSelection => ({
  kinds: filters.kinds ?? KINDS,
  confidences: filters.confidences ?? CONFIDENCES,
  industries: filters.industries,
  lastSeenFrom: sight.lookback?.from,
  size,
  filter: chunkFilter(filters, sight)
})

/** The stretches of a store that a selection is walked in, in order: one for each kind and confidence. */
export const rangesOf = ({ kinds, confidences, industries, lastSeenFrom }: GroupSelection): readonly IdRange[] =>
  KINDS.filter((kind) => kinds.includes(kind)).flatMap((kind) =>
    CONFIDENCES.filter((confidence) => confidences.includes(confidence)).map((confidence) => ({
      kind,
      confidence,
      industries,
      lastSeenFrom,
      prefix: ''
    }))
  )
