import { Connection } from './connection.ts'
import { patiently } from './patience.ts'

/**
 * Whose turn it is to write next. The lock of SQLite knows no order: whoever waits for it asks now and then, and hardly ever
 * meets the moment between two transactions that follow at once. So a writer takes its turn first, a lock on a file beside
 * the store, and keeps it until it may write: then one writer waits for the store, and all others for that one.
 */
export class WriteTurn {
  readonly #path: string
  #connection: Connection | undefined

  constructor(store: string) {
    this.#path = `${store}-writing`
  }

  /** Begins a transaction in its turn. */
  async take(begin: () => Promise<void>): Promise<void> {
    const { database } = this.#opened()
    await patiently(() => database.exec('BEGIN IMMEDIATE'))
    try {
      await begin()
    } finally {
      database.exec('ROLLBACK')
    }
  }

  close(): void {
    this.#connection?.close()
  }

  #opened(): Connection {
    this.#connection ??= new Connection(this.#path, { create: true, lockMilliseconds: 0, cacheMebibytes: 1 })
    return this.#connection
  }
}
