import type { Source } from '../../indicator/indicator.ts'
import type { IndicatorWrite } from '../indicator-store.ts'
import { confidenceCodes, kindCodes, reasonCodes, sectorCodes } from './codes.ts'
import type { Parameter } from './connection.ts'
import type { WriteParts } from './write-parts.ts'

const DIGITS_OF_INSTANT = 16

/** What an indicator has to itself goes in as one text: its id, its instant and its value, of which two are of fixed length. */
const INSERT = `INSERT INTO indicators
    (row_id, rule_id, added, changed, value,
     kind, confidence, first_seen, last_seen, no_rule, guarded_by, feed_set, context, reason)
  SELECT ? + key, substr(value, 1, 36), CAST(substr(value, 37, 16) AS INTEGER), CAST(substr(value, 37, 16) AS INTEGER),
    substr(value, 53), ?, ?, ?, ?, ?, ?, ?, ?, ?
  FROM json_each(?)`

const INSERT_SOURCES = `INSERT INTO sources
    (row_id, since, feed_id, confidence, first_seen, last_seen, valid_until, context)
  SELECT row_id, changed, ?, ?, ?, ?, ?, ? FROM indicators WHERE row_id >= ?`

const INSERT_INDUSTRIES = `INSERT INTO industries (sector, changed, row_id)
  SELECT ?, changed, row_id FROM indicators WHERE row_id >= ?`

/** What indicators agree in that are inserted together. */
interface Shared {
  readonly columns: readonly Parameter[]
  readonly sources: readonly (readonly Parameter[])[]
  readonly industries: readonly number[]
}

interface Alike {
  readonly shared: Shared
  /** Where they stand among the writes. */
  readonly places: number[]
  readonly texts: string[]
}

const sharedBy = (
  { connection, shared, feeds }: WriteParts,
  { indicator, reason, sources }: IndicatorWrite
): Shared => ({
  columns: [
    kindCodes.codeOf(indicator.kind),
    confidenceCodes.codeOf(indicator.confidence),
    indicator.firstSeen ?? null,
    indicator.lastSeen,
    indicator.noRule ?? null,
    indicator.guardedBy ?? null,
    shared.feedSets.write(connection, indicator.feeds),
    shared.contexts.write(connection, indicator.context),
    reasonCodes.codeOf(reason ?? 'new')
  ],
  sources: sources.map((source) => [
    feeds.write(connection, source.feed),
    confidenceCodes.codeOf(source.confidence),
    source.firstSeen ?? null,
    source.lastSeen,
    source.validUntil ?? null,
    shared.contexts.write(connection, source.context)
  ]),
  industries: indicator.context.industries.map((sector) => sectorCodes.codeOf(sector))
})

const textOf = ({ indicator: { id, changed, value } }: IndicatorWrite): string =>
  id + String(changed).padStart(DIGITS_OF_INSTANT, '0') + value

const isSameSource = (a: Source, b: Source | undefined): boolean =>
  a.feed === b?.feed &&
  a.confidence === b.confidence &&
  a.firstSeen === b.firstSeen &&
  a.lastSeen === b.lastSeen &&
  a.validUntil === b.validUntil &&
  a.context === b.context

/** Whether two writes share everything at first sight: true of most neighbours, and much cheaper than their keys. */
const isLike = (a: IndicatorWrite, b: IndicatorWrite): boolean =>
  a.reason === b.reason &&
  a.indicator.kind === b.indicator.kind &&
  a.indicator.confidence === b.indicator.confidence &&
  a.indicator.firstSeen === b.indicator.firstSeen &&
  a.indicator.lastSeen === b.indicator.lastSeen &&
  a.indicator.noRule === b.indicator.noRule &&
  a.indicator.guardedBy === b.indicator.guardedBy &&
  a.indicator.context === b.indicator.context &&
  a.indicator.feeds.length === b.indicator.feeds.length &&
  a.indicator.feeds.every((feed, index) => feed === b.indicator.feeds[index]) &&
  a.sources.length === b.sources.length &&
  a.sources.every((source, index) => isSameSource(source, b.sources[index]))

const groupsOf = (parts: WriteParts, writes: readonly IndicatorWrite[]): Iterable<Alike> => {
  const groups = new Map<string, Alike>()
  let before: { readonly write: IndicatorWrite; readonly group: Alike } | undefined
  const groupOf = (write: IndicatorWrite): Alike => {
    const shared = sharedBy(parts, write)
    const key = JSON.stringify(shared)
    const group = groups.get(key) ?? { shared, places: [], texts: [] }
    groups.set(key, group)
    return group
  }
  for (const [place, write] of writes.entries()) {
    if (before === undefined || !isLike(before.write, write)) before = { write, group: groupOf(write) }
    before.group.places.push(place)
    before.group.texts.push(textOf(write))
  }
  return groups.values()
}

const insertAlike = ({ connection }: WriteParts, { shared, texts }: Alike): number => {
  const [last] = connection.all<[number | null]>('SELECT max(row_id) FROM indicators')
  const first = (last?.[0] ?? 0) + 1
  connection.run(INSERT, first, ...shared.columns, JSON.stringify(texts))
  for (const source of shared.sources) connection.run(INSERT_SOURCES, ...source, first)
  for (const sector of shared.industries) connection.run(INSERT_INDUSTRIES, sector, first)
  return first
}

/**
 * Inserts indicators, those that agree in all but value, id and instant by one statement: what a feed names first is
 * mostly alike. Gives their rows, in the order of the writes.
 */
export const insertIndicators = (parts: WriteParts, writes: readonly IndicatorWrite[]): readonly number[] => {
  const rows = new Array<number>(writes.length)
  for (const alike of groupsOf(parts, writes)) {
    const first = insertAlike(parts, alike)
    for (const [index, place] of alike.places.entries()) rows[place] = first + index
  }
  return rows
}
