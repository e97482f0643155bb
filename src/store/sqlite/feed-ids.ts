import type { Connection } from './connection.ts'

/** Ids of feed names, which sources hold instead of the names. */
export class FeedIds {
  readonly #ids = new Map<string, number>()

  /** The id of a feed, or `undefined` if nothing was ever stored of it. */
  find(connection: Connection, name: string): number | undefined {
    const known = this.#ids.get(name)
    if (known !== undefined) return known
    const [row] = connection.all<[number]>('SELECT feed_id FROM feeds WHERE name = ?', name)
    if (row === undefined) return undefined
    this.#ids.set(name, row[0])
    return row[0]
  }

  /** The id of a feed, which is added if it is new. */
  write(connection: Connection, name: string): number {
    const known = this.find(connection, name)
    if (known !== undefined) return known
    const id = Number(connection.run('INSERT INTO feeds (name) VALUES (?)', name).lastInsertRowid)
    this.#ids.set(name, id)
    return id
  }

  /** After a rollback: ids given since are void. */
  forget(): void {
    this.#ids.clear()
  }
}
