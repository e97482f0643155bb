import { Problem } from '../../problem/problem.ts'
import { Connection } from './connection.ts'
import { asProblem, isBusy } from './problems.ts'

/** Long enough that of two servers that start at once one wins. */
const LOCK_MILLISECONDS = 500

/** A connection that nothing refers to is closed by the garbage collector, and its lock with it. */
const held = new Set<Connection>()

/**
 * Takes the place of the one server on a store: a lock on a file beside it, which the operating system releases when
 * the process ends, however it ends. Gives the function that releases it.
 */
export const lockForServing = (store: string): (() => void) => {
  const path = `${store}-serving`
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
    if (!isBusy(error)) throw asProblem(error, path)
    throw new Problem(
      'store_serving',
      `Another server already serves ${store}. Stop it, or give this one a store of its own.`,
      { details: { place: store } }
    )
  }
}
