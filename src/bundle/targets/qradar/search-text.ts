import type { RatedDetection } from './detection.ts'

/** Where the search of a detection stands. */
export const searchPath = ({ rating, name }: RatedDetection): string => `searches/${rating}-${name}.aql`

const COLUMNS = [
  `DATEFORMAT(starttime, 'yyyy-MM-dd HH:mm:ss') AS "Time"`,
  'LOGSOURCENAME(logsourceid) AS "Log source"',
  'QIDNAME(qid) AS "Event"',
  'sourceip',
  'destinationip',
  'username'
]

/**
 * An hourly search that looks back a quarter of an hour further, for events that come while it runs. Its time is the
 * one at which QRadar took an event in, so that no event is too late for it.
 */
export const searchText = ({ rating, condition, columns }: RatedDetection): string =>
  `SELECT ${[...COLUMNS, ...columns].join(', ')}\nFROM events\nWHERE ${condition(rating)}\nLAST 75 MINUTES\n`
