import type { JsonRecord } from '../../json/json-record.ts'

/**
 * Where an event can stand: alone, wrapped, in a list, or as the answer of a server, whose attribute search gives the
 * attributes of many events in place of one event.
 */
const PLACES = ['', '/Event', '/[]', '/[]/Event', '/response', '/response/Event', '/response/[]', '/response/[]/Event']

/** The parts of an event that say something about values. Each stands in a list, but for the date. */
const PARTS = ['/Attribute/[]', '/Object/[]', '/Tag/[]', '/Galaxy/[]', '/date']

/** The paths of all parts in all places. */
export const PATHS_OF_PARTS: readonly string[] = PLACES.flatMap((place) => PARTS.map((part) => `${place}${part}`))

/** Which part of an event a record is: `Attribute`, `date`; empty for a text that holds none. */
export const partOf = ({ path }: JsonRecord): string => String(path.at(typeof path.at(-1) === 'number' ? -2 : -1) ?? '')

/** Tells the events of a text apart. */
export const placeOf = ({ document, path }: JsonRecord): string =>
  [document, ...path.slice(0, typeof path.at(-1) === 'number' ? -2 : -1)].join('/')
