import { runJob } from '../store-jobs.contract.ts'
import { openSqliteStore } from './sqlite-store.ts'

const [path = '', ...job] = process.argv.slice(2)
await runJob(async (options) => openSqliteStore(path, options), job)
