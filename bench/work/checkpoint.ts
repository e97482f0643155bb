import { keepDatabase } from './keep-database.ts'
import type { Work } from './work.ts'

/** Everything that a log holds goes into the database, every row once. */
export const checkpoint: Work = {
  name: 'checkpoint',
  prepare: ({ store: { file } }) => keepDatabase('checkpoint', file)
}
