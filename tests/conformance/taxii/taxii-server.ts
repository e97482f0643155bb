import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { systemClock } from '../../../src/platform/clock.ts'
import { openSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts'
import { PROGRAM } from '../program.ts'
import { madeIndicators } from './made-indicators.ts'

/** The program's server over a store of made and real indicators. */
export interface TaxiiServer {
  readonly key: string
  readonly url: string
  /** Removes indicators while it serves. */
  remove(values: readonly string[]): void
  stop(): Promise<void>
}

/** Golden values are kept for documentation, which the guard would stop. */
const ENVIRONMENT = { ...process.env, SIGMILL_DB: 'sqlite:./sigmill.db', SIGMILL_GUARD_DOCUMENTATION: 'inform' }

/** What the program prints; throws what it complains of. */
const sigmill = (folder: string, words: readonly string[], accepted: readonly number[] = [0]): string => {
  const options = { cwd: folder, env: ENVIRONMENT, encoding: 'utf8', maxBuffer: 1_000_000_000 } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...words], options)
  if (status === null || !accepted.includes(status)) throw new Error(`sigmill ${words[0]}: ${stderr}`)
  return stdout.trim()
}

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
  // Some feeds hold nothing that is meant for detection, which the exit code tells.
  sigmill(folder, ['import', ...feeds], [0, 1])
  await saveMade(folder)
  const key = sigmill(folder, ['keys', 'create'])
  const child = spawn(process.execPath, [PROGRAM, 'serve', '--port', '0'], {
    cwd: folder,
    env: ENVIRONMENT,
    stdio: ['ignore', 'ignore', 'pipe']
  })
  const said: string[] = []
  for await (const line of createInterface({ input: child.stderr })) {
    said.push(line)
    const url = /listens on (http:\/\/\S+?);/.exec(line)?.[1]
    if (url === undefined) continue
    return {
      key,
      url,
      remove(values) {
        sigmill(folder, ['remove', ...values, '--why', 'to be seen'])
      },
      async stop() {
        child.stderr.resume()
        child.kill()
        await once(child, 'close')
      }
    }
  }
  throw new Error(`The server never listened:\n${said.join('\n')}`)
}
