import { Connection } from './connection.ts'
import { asProblem, isBusy } from './problems.ts'

/** Long enough that of two processes that start at once one wins. */
const LOCK_MILLISECONDS = 500

/** A connection that nothing refers to is closed by the garbage collector, and its lock with it. */
const held = new Set<Connection>()

/**
 * Locks a file, which is made if it is not there, for this process alone: the operating system releases it when the
 * process ends, however it ends. Gives the function that releases it; `undefined` while another process holds it.
 */
export const lockFile = (path: string): (() => void) | undefined => {
  let connection: Connection | undefined
  try {
    connection = new Connection(path, { create: true, lockMilliseconds: LOCK_MILLISECONDS, cacheMebibytes: 1 })
    const lock = connection
    lock.database.exec('BEGIN EXCLUSIVE')
    held.add(lock)
    return () => {
      held.delete(lock)
      lock.close()
    }
  } catch (error) {
    connection?.close()
    if (isBusy(error)) return undefined
    throw asProblem(error, path)
  }
}
