import { readFile } from 'node:fs/promises'
import { cpus, loadavg, release, totalmem, type as systemName } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { installed } from '../peers/installed.ts'
import { runProcess } from '../program/run-process.ts'
import { Database } from '../../src/store/sqlite/driver.ts'

/** What was measured on. */
export interface Machine {
  readonly system: string
  readonly cores: number
  readonly processor: string
  readonly memoryGiB: number
  readonly node: string
  readonly sqlite: string
  /** Of the shell; `undefined` where there is none. */
  readonly sqliteShell: string | undefined
}

/** How busy the machine was with the work of others. */
export interface Noise {
  /** Over the last minute, as Linux counts it; what was measured just before counts, too. */
  readonly load: number
  /** Share of all cores that was busy while nothing was measured. */
  readonly busyShare: number
}

const shellVersion = async (): Promise<string | undefined> => {
  const shell = installed('sqlite3')
  if (shell === undefined) return undefined
  const { output } = await runProcess({ file: shell, args: ['--version'], cwd: '/' })
  return output.split(' ')[0]
}

const driverVersion = (): string => {
  const database = new Database(':memory:')
  const version = database.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? ''
  database.close()
  return version
}

/** Describes this machine. */
export const describeMachine = async (): Promise<Machine> => ({
  system: `${systemName()} ${release()}`,
  cores: cpus().length,
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.versions.node,
  sqlite: driverVersion(),
  sqliteShell: await shellVersion()
})

const WATCHED_MS = 500

/** Busy and all time of all cores so far, in hundredths of a second: the first line of /proc/stat. */
const times = async (): Promise<readonly [busy: number, all: number]> => {
  const [first = ''] = (await readFile('/proc/stat', 'utf8')).split('\n')
  const [user = 0, nice = 0, system = 0, idle = 0, waiting = 0, ...others] = first.split(/\s+/).slice(1).map(Number)
  const busy = user + nice + system + others.slice(0, 3).reduce((sum, share) => sum + share, 0)
  return [busy, busy + idle + waiting]
}

/** Watches for a moment what others do. */
export const listenForNoise = async (): Promise<Noise> => {
  const [busyBefore, before] = await times()
  await wait(WATCHED_MS)
  const [busy, all] = await times()
  return { load: loadavg()[0] ?? 0, busyShare: all === before ? 0 : (busy - busyBefore) / (all - before) }
}
