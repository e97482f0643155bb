import { Connection } from './connection.ts'
import type { FeedIds } from './feed-ids.ts'
import { naming } from './problems.ts'
import { SqliteReadView } from './read-view.ts'
import type { SharedObjects } from './shared-objects.ts'

/** Connections kept for the next view. */
const MOST_IDLE = 4

/** The first few connections have a large cache and stay. Many slow readers must not hold one each. */
const MOST_LARGE = 4
const LARGE_MEBIBYTES = 8
const SMALL_MEBIBYTES = 1

/** Only short locks ever make a reader wait: another process recovers the store after a crash, or closes it. */
const LOCK_MILLISECONDS = 5_000

/** Opens connections for views, one each, and keeps a few for reuse. */
export class ViewPool {
  readonly #path: string
  readonly #shared: SharedObjects
  readonly #feeds: FeedIds
  readonly #large = new Set<Connection>()
  /** Those with a large cache last. */
  readonly #idle: Connection[] = []
  readonly #open = new Set<SqliteReadView>()

  constructor(path: string, shared: SharedObjects, feeds: FeedIds) {
    this.#path = path
    this.#shared = shared
    this.#feeds = feeds
  }

  view(): SqliteReadView {
    return naming(this.#path, () => {
      const connection = this.#idle.pop() ?? this.#another()
      try {
        const view = new SqliteReadView(connection, this.#shared, this.#feeds, () => this.#takeBack(view, connection))
        this.#open.add(view)
        return view
      } catch (error) {
        this.#drop(connection)
        throw error
      }
    })
  }

  /** A connection that only reads. */
  connect(cacheMebibytes = LARGE_MEBIBYTES): Connection {
    const connection = new Connection(this.#path, {
      create: false,
      lockMilliseconds: LOCK_MILLISECONDS,
      cacheMebibytes
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
    if (!connection.database.open) this.#drop(connection)
    else if (this.#large.has(connection)) this.#idle.push(connection)
    else if (this.#idle.length < MOST_IDLE) this.#idle.unshift(connection)
    else this.#drop(connection)
  }

  #another(): Connection {
    if (this.#large.size >= MOST_LARGE) return this.connect(SMALL_MEBIBYTES)
    const connection = this.connect()
    this.#large.add(connection)
    return connection
  }

  #drop(connection: Connection): void {
    this.#large.delete(connection)
    connection.close()
  }
}
