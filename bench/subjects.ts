import type { Subject } from './frame/subject.ts'
import { exportAgain } from './subjects/export-again.ts'
import { exportFirst } from './subjects/export-first.ts'
import { flatMemory } from './subjects/flat-memory.ts'
import { growth } from './subjects/growth.ts'
import { importList } from './subjects/import.ts'
import { nothingNew } from './subjects/nothing-new.ts'
import { readers } from './subjects/readers.ts'
import { slowReaders } from './subjects/slow-readers.ts'
import { sources } from './subjects/sources.ts'
import { start } from './subjects/start.ts'
import { underLoad } from './subjects/under-load.ts'
import { wholeFeed } from './subjects/whole-feed.ts'

/** All that is measured, in the order of reports. One more is one file and one line. */
export const SUBJECTS: readonly Subject[] = [
  exportFirst,
  exportAgain,
  nothingNew,
  wholeFeed,
  importList,
  growth,
  sources,
  readers,
  underLoad,
  slowReaders,
  start,
  flatMemory
]
