import { join } from 'node:path'
import { mixedList } from './mixed-list.ts'
import { mixedTable } from './mixed-table.ts'
import { writeLines } from './write-lines.ts'

/** A file to import, and what is said of it on the command line. */
export interface FeedFile {
  readonly path: string
  readonly flags: readonly string[]
}

/** Of the values: most of what is public comes as a plain list; a fifth brings context. */
const TABLE_SHARE = 0.2
/** Of the values: those that a second feed names, too. */
const SHARED_SHARE = 0.15
/** Rows of the report that is read last: the newest page of every store has the same rules, so that their times compare. */
const LATEST_ROWS = 2_500
const MOST_LATEST_SHARE = 0.25

function* both(left: Iterable<string>, right: Iterable<string>): Generator<string> {
  yield* left
  yield* right
}

/**
 * Writes feeds that name about so many different values together: a plain list, a table with context, a list of sensors
 * that repeats the first values of the list, and a report that is the same for every number of 10,000 or more. The same
 * number gives the same files.
 */
export const writeFeeds = async (folder: string, values: number): Promise<readonly FeedFile[]> => {
  const rows = Math.round(values * TABLE_SHARE)
  const shared = Math.round(values * SHARED_SHARE)
  const latest = Math.min(LATEST_ROWS, Math.round(values * MOST_LATEST_SHARE))
  const listed = values - rows - latest - Math.round(shared / 3)
  const paths = {
    list: join(folder, `list-${values}.txt`),
    table: join(folder, `table-${values}.csv`),
    sensors: join(folder, `sensors-${values}.txt`),
    latest: join(folder, `latest-${values}.csv`)
  }
  await writeLines(paths.list, mixedList(listed, 1))
  await writeLines(paths.table, mixedTable(rows, 2))
  await writeLines(paths.sensors, both(mixedList(shared, 1), mixedList(Math.round(shared / 3), 3)))
  await writeLines(paths.latest, mixedTable(latest, 4))
  return [
    { path: paths.list, flags: ['--feed', 'Public list', '--confidence', 'medium'] },
    { path: paths.table, flags: ['--feed', 'Reports'] },
    { path: paths.sensors, flags: ['--feed', 'Our sensors', '--confidence', 'high', '--industry', 'energy'] },
    { path: paths.latest, flags: ['--feed', 'Latest report'] }
  ]
}
