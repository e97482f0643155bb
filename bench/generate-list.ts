import { mixedList } from './data/mixed-list.ts'
import { writeLines } from './data/write-lines.ts'

/** Writes a plain list of `lines` values; the same seed gives the same file. */
export const generateList = (path: string, lines: number, seed = 42): Promise<void> =>
  writeLines(path, mixedList(lines, seed))
