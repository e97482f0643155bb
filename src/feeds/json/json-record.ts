import type { Position, RawReject } from '../../indicator/raw-indicator.ts'
import { type JsonPath, writePath } from './json-selection.ts'

/** One value at a selected path of a JSON text. */
export interface JsonRecord {
  readonly value: unknown
  /** `/data/3`; `line 7` where values stand one per line; `line 7 /data/3` where a line holds a list of records. */
  readonly position: Position
  /** Where the value stands below its top-level value; empty when it is the top-level value itself. */
  readonly path: JsonPath
  /** Tells the top-level values of the text apart, from 0 for the first. */
  readonly document: number
}

/** A record, or the reject for one that cannot be read: too long, or a line that is no JSON. */
export type JsonEntry = JsonRecord | RawReject

/** Tells a record from a reject, which is a feed item already. */
export const isJsonRecord = (entry: JsonEntry): entry is JsonRecord => !('rejection' in entry)

/** The reject for a value that is longer than the limit. */
export const tooLong = (value: string, position: Position, limit: number): RawReject => ({
  value,
  position,
  rejection: { reason: 'too_long_line', detail: `more than ${limit} characters` }
})

/** Where a value stands, for people: the name of its top-level value (`line 7`), if it has one, and its path. */
export const positionOf = (name: string, path: JsonPath): Position =>
  [name, writePath(path)].filter((part) => part !== '').join(' ')
