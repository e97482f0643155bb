import type { Connection } from './connection.ts'
import { openScratch } from './open-scratch.ts'

const TABLES = `CREATE TABLE noted (feed INTEGER NOT NULL, row_id INTEGER NOT NULL, PRIMARY KEY (feed, row_id))
  STRICT, WITHOUT ROWID;`

/** A set of rows of any size per feed, kept apart from the sightings because those are being read while it grows. */
export class NotedRows {
  readonly #numbers = new Map<string, number>()
  #connection: Connection | undefined

  add(feed: string, rows: readonly number[]): void {
    this.#opened().run(
      'INSERT OR IGNORE INTO noted (feed, row_id) SELECT ?, value FROM json_each(?)',
      this.#numberOf(feed),
      JSON.stringify(rows)
    )
  }

  /** Those of the rows that were never added, in their order. */
  without(feed: string, rows: readonly number[]): readonly number[] {
    return this.#opened()
      .all<[number]>(
        `SELECT value FROM json_each(?) WHERE NOT EXISTS
           (SELECT 1 FROM noted WHERE feed = ? AND row_id = value) ORDER BY key`,
        JSON.stringify(rows),
        this.#numberOf(feed)
      )
      .map(([row]) => row)
  }

  close(): void {
    this.#connection?.close()
  }

  #numberOf(feed: string): number {
    const number = this.#numbers.get(feed) ?? this.#numbers.size
    this.#numbers.set(feed, number)
    return number
  }

  #opened(): Connection {
    this.#connection ??= openScratch(TABLES, 8)
    return this.#connection
  }
}
