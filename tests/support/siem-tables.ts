import type { JsonObject } from '../../src/bundle/json-value.ts'
import { isJsonObject } from '../../src/bundle/json-value.ts'
import { lineObjects } from '../../src/bundle/line-objects.ts'
import { onePiece } from '../../src/bundle/one-piece.ts'
import { parseInstant } from '../../src/indicator/parse-instant.ts'
import { INSTANTS_PER_SECOND, SECONDS_PER_DAY, type Instant } from '../../src/indicator/time.ts'

/** The files of a bundle by path. */
export type BundleTexts = ReadonlyMap<string, string>

/** The table that a SIEM keeps, as its documentation says that requests change it. */
export interface SiemTable {
  /** Takes one file with rows in. */
  take(text: string, now: Instant): Promise<void>
  /** What searches find at a moment, by key. */
  inForce(now: Instant): ReadonlyMap<string, unknown>
}

/** Which files hold rows. */
export const isRowFile = (path: string): boolean => /^(?:rows|removals|indicators|entries)\//.test(path)

const inForceOf = <T>(rows: ReadonlyMap<string, T>, holds: (row: T) => boolean): ReadonlyMap<string, T> =>
  new Map([...rows].filter(([, row]) => holds(row)).sort(([a], [b]) => (a < b ? -1 : 1)))

const timeOf = (value: unknown): Instant => parseInstant(String(value)) ?? 0

/** A KV store: a document replaces the one with its key, and lookups find documents by `match_value`. */
const splunkTable = (): SiemTable => {
  const rows = new Map<string, JsonObject>()
  return {
    async take(text) {
      // The mark of the load differs from bundle to bundle.
      for await (const { load: _, ...row } of lineObjects(onePiece(text))) rows.set(String(row['_key']), row)
    },
    inForce: (now) =>
      inForceOf(
        rows,
        ({ match_value, valid_until }) => match_value !== undefined && Number(valid_until) * INSTANTS_PER_SECOND > now
      )
  }
}

/** The table of indicators: the last version of an object counts. */
const sentinelTable = (): SiemTable => {
  const objects = new Map<string, JsonObject>()
  return {
    async take(text) {
      for await (const object of lineObjects(onePiece(text))) objects.set(String(object['id']), object)
    },
    inForce: (now) => inForceOf(objects, ({ valid_until }) => timeOf(valid_until) > now)
  }
}

/** An index: documents are indexed and deleted by their id. */
const elasticTable = (): SiemTable => {
  const documents = new Map<string, JsonObject>()
  const idOf = (action: unknown): string => (isJsonObject(action) ? String(action['_id']) : '')
  return {
    async take(text) {
      let id = ''
      for await (const line of lineObjects(onePiece(text))) {
        if (line['delete'] !== undefined) documents.delete(idOf(line['delete']))
        else if (line['index'] !== undefined) id = idOf(line['index'])
        else {
          const { bundle: _, ...sigmill } = isJsonObject(line['sigmill']) ? line['sigmill'] : {}
          documents.set(id, { ...line, sigmill })
        }
      }
    },
    inForce: (now) =>
      inForceOf(documents, ({ sigmill }) => isJsonObject(sigmill) && timeOf(sigmill['valid_until']) > now)
  }
}

/** Reference sets: elements are added and deleted by set and value, and go 60 days after they were last added. */
const qradarTable = (): SiemTable => {
  const elements = new Map<string, { readonly notes: unknown; readonly added: Instant }>()
  const lifetime = 60 * SECONDS_PER_DAY * INSTANTS_PER_SECOND
  return {
    async take(text, now) {
      for await (const { set, value, notes, delete_entry } of lineObjects(onePiece(text))) {
        const element = `${String(set)} ${String(value)}`
        if (delete_entry === true) elements.delete(element)
        else elements.set(element, { notes, added: now })
      }
    },
    inForce(now) {
      const found = inForceOf(elements, ({ added }) => now - added < lifetime)
      return new Map([...found].map(([element, { notes }]) => [element, notes]))
    }
  }
}

/** An empty table of each target. */
export const SIEM_TABLES: Readonly<Record<string, () => SiemTable>> = {
  splunk: splunkTable,
  sentinel: sentinelTable,
  elastic: elasticTable,
  qradar: qradarTable
}
