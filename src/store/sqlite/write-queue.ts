import type { Connection } from './connection.ts'
import { patiently } from './patience.ts'
import { asProblem } from './problems.ts'
import { WriteTurn } from './write-turn.ts'

/** Runs writing transactions one after another, each whole or not at all. Those of other processes come in between. */
export class WriteQueue {
  readonly #connection: Connection
  readonly #onRollback: () => void
  readonly #turn: WriteTurn
  #last: Promise<unknown> = Promise.resolve()

  constructor(connection: Connection, onRollback: () => void) {
    this.#connection = connection
    this.#onRollback = onRollback
    this.#turn = new WriteTurn(connection.path)
  }

  /** Runs `work` when all work before it has ended. */
  async run<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const turn = this.#last.then(async () => this.#transaction(work))
    this.#last = turn.catch(() => undefined)
    return turn
  }

  /** Ends when all work so far has ended. */
  async close(): Promise<void> {
    await this.#last
    this.#turn.close()
  }

  async #transaction<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const { database, path } = this.#connection
    try {
      await this.#turn.take(() => patiently(() => void database.exec('BEGIN IMMEDIATE')))
      const result = await work(this.#connection)
      database.exec('COMMIT')
      return result
    } catch (error) {
      if (database.inTransaction) database.exec('ROLLBACK')
      this.#onRollback()
      throw asProblem(error, path)
    }
  }
}
