import type { Tier } from '../../config/settings.ts'
import type { GroupSize } from '../../detect/group/chunk-size.ts'
import type { Day, Instant } from '../../indicator/time.ts'
import type { IndicatorWithSources } from '../../store/indicator-store.ts'
import type { Filters } from '../filters.ts'
import type { Restriction } from '../sight/restriction.ts'
import type { WalkPage } from '../walk-changes.ts'

/** What a caller of the API may see and asks for; already checked. */
export interface ExportRequest {
  /** Distinguishes answers of different operations and forms: `sigma`, `iocs.json`. */
  readonly operation: string
  readonly filters: Filters
  readonly limit: number
  readonly offset: number
  readonly cursor: string | undefined
  /** Asks for the rules of that moment, written by today's program; rules only. */
  readonly asOf?: Instant | undefined
  /** Asks for one rule for so many indicators; `limit` then counts these rules. */
  readonly group?: GroupSize | undefined
  readonly tier: Tier
  /** `undefined` where the caller may see what all sources say. */
  readonly restriction: Restriction | undefined
}

/** What the state of the store alone says of an answer. */
export interface ExportVersion {
  /** Opaque: the same text means the same bytes. */
  readonly tag: string
  /** The revision of the store: answers of an earlier one are never asked for again. */
  readonly revision: number
  readonly lookbackFrom: Day
}

/** An answer whose head is known and whose body is still to be streamed. `close` is to be called in any case. */
export interface OpenExport<Item> extends ExportVersion {
  /** Indicators in the range of this answer that give no rule. */
  readonly withheld: number
  /** The `since` for the next poll. */
  readonly nextSince: Instant
  /** The cursor of the next page. */
  readonly nextCursor: string | undefined
  readonly body: AsyncIterable<Item>
  close(): Promise<void>
}

/** An export of single indicators, or of their rules. */
export interface Export<Item> extends WalkPage, OpenExport<Item> {}

/** An export of grouped rules. */
export interface GroupExport<Item> extends OpenExport<Item> {
  /** Rules in this answer. */
  readonly chunks: number
}

/** Asks for rules for groups of indicators. */
export interface GroupRequest extends ExportRequest {
  readonly group: GroupSize
}

/** Totals are exact up to here, and a lower bound beyond. */
export const COUNTED = 10_000

/** An export of indicators with the figures of its envelope. */
export interface IndicatorExport extends Export<readonly IndicatorWithSources[]> {
  /** Matches in the whole range, counted up to {@link COUNTED}. */
  readonly total: number
  readonly position: Instant
}
