import type { Subject } from './frame/subject.ts'
import { exportAgain } from './subjects/export-again.ts'
import { exportFirst } from './subjects/export-first.ts'
import { flatMemory, flatMemoryFar } from './subjects/flat-memory.ts'
import { growth } from './subjects/growth.ts'
import { importList } from './subjects/import.ts'
import { nothingNew } from './subjects/nothing-new.ts'
import { readers } from './subjects/readers.ts'
import { slowReaders } from './subjects/slow-readers.ts'
import { sources } from './subjects/sources.ts'
import { start } from './subjects/start.ts'
import { underLoad } from './subjects/under-load.ts'
import { wholeFeed } from './subjects/whole-feed.ts'

/** What is measured unless it is said otherwise, in the order of reports. One more is one file and one line. */
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

const far = (subject: Subject): Subject => ({
  ...subject,
  name: `${subject.name}-far`,
  title: `${subject.title}, far`
})

/** What is measured over stores that take long to make, where it is named; `--sizes` says how large they are. */
export const FAR_SUBJECTS: readonly Subject[] = [far(growth), far(flatMemoryFar)]
