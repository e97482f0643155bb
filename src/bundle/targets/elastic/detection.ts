import type { IndicatorClass } from '../../indicator-class.ts'

/** Fields of an event and of an indicator that must be equal, all of them. */
export type Comparison = readonly { readonly event: string; readonly indicator: string }[]

/** How the indicators of a class are found in events. One file per class in `detections/`, one line in `detections.ts`. */
export interface Detection {
  /** What was found where, as the name of the rule says it. */
  readonly title: string
  readonly description: string
  /** The tactic of ATT&CK that a match belongs to. */
  readonly tactic: { readonly id: string; readonly name: string }
  /** KQL of Kibana: the events that have something to compare. */
  readonly events: string
  /** Any of them makes a match. */
  readonly comparisons: readonly Comparison[]
  /**
   * Fields of the event whose values make alerts the same for a day: they settle which indicators match, so that one
   * never hides another. At most three, and an event that lacks one is never suppressed.
   */
  readonly about: readonly string[]
}

/** The detection of every class. */
export type Detections = Readonly<Record<IndicatorClass, Detection>>
