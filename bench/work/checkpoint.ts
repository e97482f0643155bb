import { keepDatabase } from './keep-database.ts'
import type { Work } from './work.ts'

/** Every row is written anew, which the log takes, and all that the log holds then goes into the database. */
export const checkpoint: Work = {
  name: 'checkpoint',
  prepare: ({ store: { file } }) => keepDatabase('checkpoint', file)
}
