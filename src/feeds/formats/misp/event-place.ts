import { pathsOfParts } from '../../json/record-part.ts'

/**
 * Where an event can stand: alone, wrapped, in a list, or as the answer of a server, whose attribute search gives the
 * attributes of many events in place of one event.
 */
const PLACES = ['', '/Event', '/[]', '/[]/Event', '/response', '/response/Event', '/response/[]', '/response/[]/Event']

/** The parts of an event that say something about values. Each stands in a list, but for the date. */
const PARTS = ['/Attribute/[]', '/Object/[]', '/Tag/[]', '/Galaxy/[]', '/date']

/** The paths of all parts in all places. */
export const PATHS_OF_PARTS: readonly string[] = pathsOfParts(PLACES, PARTS)
