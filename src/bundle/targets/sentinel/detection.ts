import type { IndicatorClass } from '../../indicator-class.ts'

/** What an entity of Sentinel is made of: https://learn.microsoft.com/azure/sentinel/entities-reference */
export interface EntityMapping {
  readonly entityType: 'IP' | 'DNS' | 'URL' | 'FileHash' | 'Account' | 'Host' | 'Mailbox'
  readonly fieldMappings: readonly { readonly identifier: string; readonly columnName: string }[]
}

/** How the indicators of a class are found in events. One file per class in `detections/`, one line in `detections.ts`. */
export interface Detection {
  /** What was found where, as the name of the analytics rule says it. */
  readonly title: string
  readonly description: string
  /** As Sentinel spells tactics. */
  readonly tactics: readonly string[]
  /** KQL that brings the column `Value` of `Indicators` to the form in which events are compared, as the column `Key`. */
  readonly indicatorKey: string
  /** KQL of a table with the columns `Key`, `FirstSeen`, `LastSeen`, `Hits` and those of `asset`, `seen` and `entities`. */
  readonly events: string
  /** Further condition on a joined row; empty where equal keys are enough. */
  readonly condition: string
  /** What one alert is about: of several indicators that one event matches, the surest is shown. */
  readonly about: readonly string[]
  /** The column that shows what was seen, and the one that says on whose behalf. */
  readonly seen: string
  readonly asset: string
  readonly entities: readonly EntityMapping[]
}

/** The detection of every class. */
export type Detections = Readonly<Record<IndicatorClass, Detection>>
