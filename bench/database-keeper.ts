import { once } from 'node:events'
import { Database } from '../src/store/sqlite/driver.ts'

/**
 * Keeps a database as an operator does, beside a server: `database-keeper.ts checkpoint|compact FILE`. Says `ready`, and goes
 * on when it is told to.
 */
const [what, file = ''] = process.argv.slice(2)
const WAIT_MS = 60_000
const ROWS_A_TRANSACTION = 2_000

const database = new Database(file, { fileMustExist: true, timeout: WAIT_MS })

/** Puts every row into the log, in short transactions, between which others may write. */
const rewrite = (): void => {
  database.pragma('wal_autocheckpoint = 0')
  const last = database.prepare<[], number>('SELECT max(rowid) FROM indicators').pluck().get() ?? 0
  const some = database.prepare('UPDATE indicators SET last_seen = last_seen WHERE rowid > ? AND rowid <= ?')
  for (let behind = 0; behind < last; behind += ROWS_A_TRANSACTION) some.run(behind, behind + ROWS_A_TRANSACTION)
}

/** Into the database goes all that the log holds; throws where somebody stood in the way. */
const checkpoint = (): void => {
  if (database.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) !== 0) throw new Error('The log was in use.')
}

console.log('ready')
await once(process.stdin, 'data')
if (what === 'checkpoint') {
  rewrite()
  checkpoint()
} else {
  database.exec('VACUUM')
}
database.close()
process.exit()
