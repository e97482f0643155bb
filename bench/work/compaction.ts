import { keepDatabase } from './keep-database.ts'
import type { Work } from './work.ts'

/** The database is written anew, without holes. */
export const compaction: Work = {
  name: 'compaction',
  prepare: ({ store: { file } }) => keepDatabase('compact', file)
}
