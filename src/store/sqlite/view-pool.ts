import { Connection } from './connection.ts'
import type { FeedIds } from './feed-ids.ts'
import { naming } from './problems.ts'
import { SqliteReadView } from './read-view.ts'
import type { SharedObjects } from './shared-objects.ts'

/** Connections kept for the next view. */
const MOST_IDLE = 4

/** Only short locks ever make a reader wait: another process recovers the store after a crash, or closes it. */
const LOCK_MILLISECONDS = 5_000

/** Opens connections for views, one each, and keeps a few for reuse. */
export class ViewPool {
  readonly #path: string
  readonly #shared: SharedObjects
  readonly #feeds: FeedIds
  readonly #idle: Connection[] = []
  readonly #open = new Set<SqliteReadView>()

  constructor(path: string, shared: SharedObjects, feeds: FeedIds) {
    this.#path = path
    this.#shared = shared
    this.#feeds = feeds
  }

  view(): SqliteReadView {
    return naming(this.#path, () => {
      const connection = this.#idle.pop() ?? this.connect()
      try {
        const view = new SqliteReadView(connection, this.#shared, this.#feeds, () => this.#takeBack(view, connection))
        this.#open.add(view)
        return view
      } catch (error) {
        connection.close()
        throw error
      }
    })
  }

  /** A connection that only reads. */
  connect(): Connection {
    const connection = new Connection(this.#path, {
      create: false,
      lockMilliseconds: LOCK_MILLISECONDS,
      cacheMebibytes: 16
    })
    connection.database.pragma('query_only = 1')
    return connection
  }

  /** Closes all views and their connections. */
  async close(): Promise<void> {
    for (const view of this.#open) await view.close()
    for (const connection of this.#idle.splice(0)) connection.close()
  }

  #takeBack(view: SqliteReadView, connection: Connection): void {
    this.#open.delete(view)
    if (connection.database.open && this.#idle.length < MOST_IDLE) this.#idle.push(connection)
    else connection.close()
  }
}
