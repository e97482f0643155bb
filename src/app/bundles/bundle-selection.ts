import { isRenewed } from '../../bundle/validity.ts'
import { KINDS, type Kind } from '../../indicator/kind.ts'
import { type Day, dayOfInstant, type Instant } from '../../indicator/time.ts'
import type { IndicatorFilter } from '../../store/indicator-store.ts'
import type { Filters } from '../filters.ts'
import type { Restriction } from '../sight/restriction.ts'
import type { DeltaStart } from './require-delta.ts'

/** Which indicators go into a bundle. */
export interface BundleSelection {
  /** Its `since` is not looked at. */
  readonly filters: Filters
  /** Where a delta starts; `undefined` wants a whole bundle. */
  readonly start: DeltaStart | undefined
  /** Indicators last seen before this day are no members; `undefined` has no bound. */
  readonly lastSeenFrom: Day | undefined
  /** What the view that is selected from leaves out; `undefined` is nothing. */
  readonly restriction: Restriction | undefined
  /** The day on which rows are written, which decides until when they hold. */
  readonly day: Day
}

/** The selected kinds among some, in the order of exports. */
export const selectedKinds = ({ filters }: BundleSelection, kinds: readonly Kind[]): readonly Kind[] =>
  KINDS.filter((kind) => kinds.includes(kind) && (filters.kinds?.includes(kind) ?? true))

/** The members of a selection among some kinds, for the store. */
export const filterOf = ({ filters, lastSeenFrom }: BundleSelection, kinds: readonly Kind[]): IndicatorFilter => ({
  kinds,
  confidences: filters.confidences,
  industries: filters.industries,
  lastSeenFrom
})

/** Whether a row that stood unchanged at `changed` is in the bundle: all are in a whole one. */
export const isWanted = ({ start, day }: BundleSelection, changed: Instant): boolean =>
  start === undefined || changed > start.position || isRenewed(changed, dayOfInstant(start.position), day)

/** On the day of its position a delta renews nothing, so that the store need not look at what did not change. */
export const sinceForStore = ({ start, day }: BundleSelection): Instant | undefined =>
  start !== undefined && dayOfInstant(start.position) >= day ? start.position : undefined
