import { isObject, type JsonObject, numberField } from '../../../../feeds/json/members.ts'
import { parseJson } from '../../../../feeds/json/parse-json.ts'
import type { Seconds } from '../../../../indicator/time.ts'

/** Events by their UUID, each with when it was last edited, in the order in which they are to be read. */
export type EventTimes = readonly (readonly [uuid: string, timestamp: Seconds])[]

/** Only a UUID becomes part of a URL. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The events of a manifest, the oldest edit first; `undefined` where the object is none. */
export const readManifest = (manifest: JsonObject): EventTimes | undefined => {
  const events: (readonly [string, Seconds])[] = []
  for (const [uuid, event] of Object.entries(manifest)) {
    const timestamp = isObject(event) ? numberField(event, 'timestamp') : undefined
    if (!UUID.test(uuid) || timestamp === undefined) return undefined
    events.push([uuid, timestamp])
  }
  return events.sort(([a, first], [b, second]) => first - second || (a < b ? -1 : 1))
}

/**
 * The events that are not as they were. Each is held against its own timestamp: an event that is published late has an
 * older one than events that were read long ago.
 */
export const newEvents = (manifest: EventTimes, known: ReadonlyMap<string, Seconds>): EventTimes =>
  manifest.filter(([uuid, timestamp]) => known.get(uuid) !== timestamp)

/** The events as far as they were read: those that were new and are whole, and the others as they were known. */
export const readEvents = (
  manifest: EventTimes,
  known: ReadonlyMap<string, Seconds>,
  isWhole: (uuid: string) => boolean
): EventTimes =>
  manifest.flatMap(([uuid, timestamp]) => {
    const before = known.get(uuid)
    const read = before === timestamp || isWhole(uuid) ? timestamp : before
    return read === undefined ? [] : [[uuid, read] as const]
  })

/** The timestamps of events in a text, for {@link readCursor}. */
export const writeCursor = (manifest: EventTimes): string => JSON.stringify(Object.fromEntries(manifest))

/** The timestamps of events as they were; none where there is no cursor, or none of ours. */
export const readCursor = (cursor: string | undefined): ReadonlyMap<string, Seconds> => {
  const value = parseJson(cursor ?? '')?.value
  const events = isObject(value) ? readTimes(value) : []
  return new Map(events)
}

const readTimes = (times: JsonObject): EventTimes =>
  Object.keys(times).flatMap((uuid) => {
    const timestamp = numberField(times, uuid)
    return timestamp === undefined ? [] : [[uuid, timestamp] as const]
  })
