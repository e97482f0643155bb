import { join } from 'node:path'
import { systemClock } from '../../../src/platform/clock.ts'
import { openSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts'
import { runProgram, serveProgram, type ServedProgram } from '../serve-program.ts'
import { madeIndicators } from './made-indicators.ts'

/** The program's server over a store of made and real indicators. */
export interface TaxiiServer extends ServedProgram {
  readonly key: string
  /** Removes indicators while it serves. */
  remove(values: readonly string[]): void
}

/** Golden values are kept for documentation, which the guard would stop. */
const ENVIRONMENT = { ...process.env, SIGMILL_DB: 'sqlite:./sigmill.db', SIGMILL_GUARD_DOCUMENTATION: 'inform' }

/** Takes in what no feed could write: names and contexts as they are. */
const saveMade = async (folder: string): Promise<void> => {
  const store = await openSqliteStore(join(folder, 'sigmill.db'), {
    now: () => systemClock.now(),
    acceptClock: false,
    create: true
  })
  try {
    await store.write(async (transaction) => {
      const made = madeIndicators()
      const found = await transaction.find(made)
      const missing = made.filter((_, index) => found[index] === undefined)
      const at = await transaction.stamp(missing.length)
      const writes = missing.map((indicator, index) => ({
        row: undefined,
        indicator: { ...indicator, added: Math.min(indicator.added, at + index), changed: at + index },
        reason: 'new' as const,
        sources: [],
        dropped: []
      }))
      await transaction.save(writes)
    })
  } finally {
    await store.close()
  }
}

/** Fills a store in a folder with made indicators and the real ones of some feeds, and serves it on a free port. */
export const startTaxiiServer = async (folder: string, feeds: readonly string[]): Promise<TaxiiServer> => {
  const place = { folder, env: ENVIRONMENT }
  // Some feeds hold nothing that is meant for detection, which the exit code tells.
  runProgram(place, ['import', ...feeds], [0, 1])
  await saveMade(folder)
  const key = runProgram(place, ['keys', 'create'])
  return {
    ...(await serveProgram(place)),
    key,
    remove: (values) => void runProgram(place, ['remove', ...values, '--why', 'to be seen'])
  }
}
