import { spawn } from 'node:child_process'
import type { StorePlace } from '../store-under-test.contract.ts'
import { jobArguments } from './job-arguments.contract.ts'
import { openSqliteStore } from './sqlite-store.ts'

/** The place of a store in a file. */
export const placeAt = (path: string): StorePlace => ({
  open: async (options) => openSqliteStore(path, options),
  start: (job, ...parameters) =>
    spawn(process.execPath, jobArguments(path, job, ...parameters), { stdio: ['ignore', 'pipe', 'inherit'] })
})
