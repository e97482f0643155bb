import { Connection } from './connection.ts'

/** SQLite removes the file of a database without a name as soon as it has opened it: https://www.sqlite.org/inmemorydb.html#temp_db */
const NAMELESS = ''

/** Nothing of it has to outlive its process, so it needs no journal and never waits for the disk. */
const PRAGMAS = `
  PRAGMA journal_mode = OFF;
  PRAGMA synchronous = OFF;
  PRAGMA temp_store = FILE;
`

/** A temporary database of its own, on disk when it outgrows its cache, with the given tables and a transaction begun. */
export const openScratch = (tables: string, cacheMebibytes: number): Connection => {
  const connection = new Connection(NAMELESS, { create: true, lockMilliseconds: 0, cacheMebibytes })
  connection.database.exec(`${PRAGMAS}${tables}BEGIN;`)
  return connection
}
