import { once } from 'node:events'
import { Database } from '../src/store/sqlite/driver.ts'

/**
 * Keeps a database as an operator does, beside a server: `keep-database.ts checkpoint|compact FILE`. Says `ready`, and goes
 * on when it is told to.
 */
const [what, file = ''] = process.argv.slice(2)
const WAIT_MS = 60_000

const database = new Database(file, { fileMustExist: true, timeout: WAIT_MS })
if (what === 'checkpoint') {
  database.pragma('wal_autocheckpoint = 0')
  database.exec('UPDATE indicators SET last_seen = last_seen')
}
console.log('ready')
await once(process.stdin, 'data')
database.exec(what === 'checkpoint' ? 'PRAGMA wal_checkpoint(TRUNCATE)' : 'VACUUM')
database.close()
process.exit()
