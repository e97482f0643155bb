import { CONFIDENCES, type Confidence } from '../../indicator/confidence.ts'
import type { Indicator } from '../../indicator/indicator.ts'
import type { ChangeRange, IndicatorFilter } from '../../store/indicator-store.ts'

/** Levels that a stored indicator may have of which some sources alone have one of these: fewer are never surer. */
export const confidencesAbove = (wanted: readonly Confidence[]): readonly Confidence[] =>
  CONFIDENCES.filter((level, place) => wanted.some((one) => CONFIDENCES.indexOf(one) <= place || one === level))

/**
 * A filter of a store that lets everything through of which some sources alone pass the given one: fewer sources name no
 * further industry and no later day.
 */
export const widened = (filter: IndicatorFilter): IndicatorFilter => ({
  ...filter,
  confidences: filter.confidences === undefined ? undefined : confidencesAbove(filter.confidences)
})

/** Whether an indicator passes a filter, whose kinds it has. */
export const passes = (
  { confidence, context, lastSeen }: Indicator,
  { confidences, industries, lastSeenFrom }: Omit<IndicatorFilter, 'kinds'>
): boolean =>
  (confidences === undefined || confidences.includes(confidence)) &&
  (industries === undefined || industries.some((sector) => context.industries.includes(sector))) &&
  (lastSeenFrom === undefined || lastSeen >= lastSeenFrom)

/** Whether an indicator is in a range, whose kinds it has and whose `asOf` it is of. */
export const isInRange = (indicator: Indicator, { filter, after, orLastSeenAfter }: ChangeRange): boolean =>
  passes(indicator, filter) &&
  (after === undefined ||
    indicator.changed > after ||
    (orLastSeenAfter !== undefined && indicator.lastSeen > orLastSeenAfter))
