import { CONFIDENCES } from '../../indicator/confidence.ts'
import { type Kind, KINDS } from '../../indicator/kind.ts'
import type { NaturalKey, StoredIndicator } from '../indicator-store.ts'
import { confidenceCodes, kindCodes, reasonCodes } from './codes.ts'
import { codesOf, isOneOf } from './condition.ts'
import type { Connection } from './connection.ts'
import type { Parameter } from './parameter.ts'
import { INDICATOR_COLUMNS, indicatorsOf, sourcesOf, type IndicatorRow } from './rows.ts'
import type { SharedObjects } from './shared-objects.ts'

const FOUND_COLUMNS = `${INDICATOR_COLUMNS}, i.reason, i.removed_at, i.removed_why`

type FoundRow = readonly [
  ...row: IndicatorRow,
  reason: number,
  removedAt: number | null,
  removedWhy: string | null,
  place: number
]

/** Rows that a statement gives with their places, at their places. */
const storedAt = (
  connection: Connection,
  shared: SharedObjects,
  places: number,
  sql: string,
  ...parameters: readonly Parameter[]
): readonly (StoredIndicator | undefined)[] => {
  const rows = connection.all<FoundRow>(sql, ...parameters)
  const found = Array.from({ length: places }, (): StoredIndicator | undefined => undefined)
  if (rows.length === 0) return found
  const indicators = indicatorsOf(connection, shared, rows)
  const sources = sourcesOf(
    connection,
    shared,
    rows.map(([row]) => row)
  )
  for (const [index, indicator] of indicators.entries()) {
    const stored = rows[index]
    if (stored === undefined) continue
    const [row] = stored
    const [reason, removedAt, removedWhy, place] = stored.slice(-4) as [number, number | null, string | null, number]
    const removed = removedAt === null ? undefined : { why: removedWhy ?? '', at: removedAt }
    found[place] = { row, indicator, sources: sources.get(row) ?? [], reason: reasonCodes.nameOf(reason), removed }
  }
  return found
}

const FIND = `SELECT ${FOUND_COLUMNS}, wanted.key FROM json_each(?) AS wanted
  CROSS JOIN indicators AS i ON i.kind = ? AND i.value = wanted.value`

/** The places of the keys of each kind: one kind at a time, SQLite has no pairs to take apart. */
const placesByKind = (keys: readonly NaturalKey[]): ReadonlyMap<Kind, readonly number[]> => {
  const places = new Map<Kind, number[]>()
  for (const [place, { kind }] of keys.entries()) {
    const known = places.get(kind)
    if (known === undefined) places.set(kind, [place])
    else known.push(place)
  }
  return places
}

/** What is stored under keys, in their order, removed indicators included. */
export const findStored = (
  connection: Connection,
  shared: SharedObjects,
  keys: readonly NaturalKey[]
): readonly (StoredIndicator | undefined)[] => {
  const found = keys.map((): StoredIndicator | undefined => undefined)
  for (const [kind, places] of placesByKind(keys)) {
    const values = JSON.stringify(places.map((place) => keys[place]?.value))
    const stored = storedAt(connection, shared, places.length, FIND, values, kindCodes.codeOf(kind))
    for (const [index, place] of places.entries()) found[place] = stored[index]
  }
  return found
}

// The index of ids begins with kind and confidence, so that it is asked once for each pair of them.
const isKnownKind = isOneOf('i.kind', codesOf(KINDS, kindCodes))
const isKnownConfidence = isOneOf('i.confidence', codesOf(CONFIDENCES, confidenceCodes))

/** What is stored under the id of a rule, also when it was removed. */
export const findById = (connection: Connection, shared: SharedObjects, id: string): StoredIndicator | undefined =>
  storedAt(
    connection,
    shared,
    1,
    `SELECT ${FOUND_COLUMNS}, 0 FROM indicators AS i INDEXED BY indicators_by_id
     WHERE ${isKnownKind.sql} AND ${isKnownConfidence.sql} AND substr(i.rule_id, 1, 8) = substr(?, 1, 8) AND i.rule_id = ?`,
    ...isKnownKind.parameters,
    ...isKnownConfidence.parameters,
    id,
    id
  )[0]
