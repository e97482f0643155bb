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

function* both(left: Iterable<string>, right: Iterable<string>): Generator<string> {
  yield* left
  yield* right
}

/**
 * Writes feeds that name about so many different values together: a plain list, a table with context, and a list of
 * sensors that repeats the first values of the list. The same number gives the same files.
 */
export const writeFeeds = async (folder: string, values: number): Promise<readonly FeedFile[]> => {
  const rows = Math.round(values * TABLE_SHARE)
  const shared = Math.round(values * SHARED_SHARE)
  const listed = values - rows - Math.round(shared / 3)
  const paths = {
    list: join(folder, `list-${values}.txt`),
    table: join(folder, `table-${values}.csv`),
    sensors: join(folder, `sensors-${values}.txt`)
  }
  await writeLines(paths.list, mixedList(listed, 1))
  await writeLines(paths.table, mixedTable(rows, 2))
  await writeLines(paths.sensors, both(mixedList(shared, 1), mixedList(Math.round(shared / 3), 3)))
  return [
    { path: paths.list, flags: ['--feed', 'Public list', '--confidence', 'medium'] },
    { path: paths.table, flags: ['--feed', 'Reports'] },
    { path: paths.sensors, flags: ['--feed', 'Our sensors', '--confidence', 'high', '--industry', 'energy'] }
  ]
}
