import type { Indicator } from '../../indicator/indicator.ts'
import type { Kind } from '../../indicator/kind.ts'
import type { Day, Instant } from '../../indicator/time.ts'
import type {
  AgeBounds,
  Change,
  ChangeKey,
  ChangeRange,
  FeedRow,
  History,
  IdRange,
  IndicatorFilter,
  IndicatorWithStatements,
  NaturalKey,
  Statement,
  StatementsAt,
  StoredIndicator,
  StoreState,
  StoreStats,
  StoreView,
  Version
} from '../indicator-store.ts'
import { changeWalk } from './change-walk.ts'
import { readChanges } from './changes.ts'
import type { Connection } from './connection.ts'
import type { FeedIds } from './feed-ids.ts'
import { FeedRows } from './feed-rows.ts'
import { findById, findStored } from './find-stored.ts'
import { readLastChange } from './last-change.ts'
import { readHistory, readState } from './meta.ts'
import { idWalk } from './id-walk.ts'
import { naturalWalk } from './natural-walk.ts'
import { asProblem } from './problems.ts'
import { indicatorsOfKeys } from './keyed-indicators.ts'
import { statementsOfKeys } from './keyed-statements.ts'
import { indicatorsOf, type IndicatorRow } from './rows.ts'
import type { SharedObjects } from './shared-objects.ts'
import { readEverSaid, readStatements } from './statements.ts'
import { readStats } from './stats.ts'
import { readVersions } from './versions.ts'

/** A reading transaction on a connection of its own: https://www.sqlite.org/isolation.html */
export class SqliteReadView implements StoreView {
  readonly state: StoreState
  readonly #connection: Connection
  readonly #shared: SharedObjects
  readonly #feedRows: FeedRows
  readonly #giveBack: () => void
  #isOpen = true

  /** Begins the transaction; `giveBack` is told when it has ended. */
  constructor(connection: Connection, shared: SharedObjects, feeds: FeedIds, giveBack: () => void) {
    this.#connection = connection
    this.#shared = shared
    this.#feedRows = new FeedRows(connection, feeds)
    this.#giveBack = giveBack
    connection.database.exec('BEGIN')
    this.state = readState(connection)
  }

  async changeKeys(range: ChangeRange, limit: number, behind?: Instant): Promise<readonly ChangeKey[]> {
    return this.#read((connection) => {
      const walk = changeWalk(range, limit, behind)
      if (walk === undefined) return []
      return connection
        .page<[number, Instant, number, Instant | null]>(walk.sql, ...walk.parameters)
        .map(([row, changed, withheld, superseded]) => ({
          row,
          changed,
          withheld: withheld === 1,
          superseded: superseded ?? undefined
        }))
    })
  }

  async count(range: ChangeRange, limit: number): Promise<number> {
    return this.#read((connection) => {
      const walk = changeWalk(range, limit, undefined)
      if (walk === undefined) return 0
      const [row] = connection.all<[count: number]>(`SELECT count(*) FROM (${walk.sql})`, ...walk.parameters)
      return row?.[0] ?? 0
    })
  }

  async indicators(keys: readonly ChangeKey[]): Promise<readonly Indicator[]> {
    return this.#read((connection) => indicatorsOfKeys(connection, this.#shared, keys))
  }

  async withSources(keys: readonly ChangeKey[]): Promise<readonly IndicatorWithStatements[]> {
    return this.#read((connection) => {
      const indicators = indicatorsOfKeys(connection, this.#shared, keys)
      const sources = statementsOfKeys(connection, this.#shared, keys)
      return indicators.map((indicator, index) => ({ indicator, sources: sources[index] ?? [] }))
    })
  }

  async inNaturalOrder(
    filter: IndicatorFilter,
    since: Instant | undefined,
    from: NaturalKey | undefined,
    limit: number
  ): Promise<readonly Indicator[]> {
    return this.#read((connection) =>
      indicatorsOf(connection, this.#shared, naturalWalk(connection, filter, since, from, limit))
    )
  }

  async inIdOrder(range: IdRange, behind: string | undefined, limit: number): Promise<readonly Indicator[]> {
    const { sql, parameters } = idWalk(range, behind, limit)
    return this.#read((connection) =>
      indicatorsOf(connection, this.#shared, connection.page<IndicatorRow>(sql, ...parameters))
    )
  }

  async find(key: NaturalKey): Promise<StoredIndicator | undefined> {
    return this.#read((connection) => findStored(connection, this.#shared, [key])[0])
  }

  async findById(id: string): Promise<StoredIndicator | undefined> {
    return this.#read((connection) => findById(connection, this.#shared, id))
  }

  async changes(kinds: readonly Kind[] | undefined, after: Instant, limit: number): Promise<readonly Change[]> {
    return this.#read((connection) => readChanges(connection, this.#shared, kinds, after, limit))
  }

  async versions(kinds: readonly Kind[] | undefined, after: Instant, limit: number): Promise<readonly Version[]> {
    return this.#read((connection) => readVersions(connection, this.#shared, kinds, after, limit))
  }

  async history(): Promise<History> {
    return this.#read(readHistory)
  }

  async lastChange(upTo: Instant): Promise<Instant> {
    return this.#read((connection) => readLastChange(connection, upTo))
  }

  async statements(indicators: readonly Indicator[]): Promise<readonly (readonly Statement[])[]> {
    return this.#read((connection) => readStatements(connection, this.#shared, indicators))
  }

  async everSaid(indicators: readonly NaturalKey[]): Promise<readonly (readonly StatementsAt[])[]> {
    return this.#read((connection) => readEverSaid(connection, this.#shared, indicators))
  }

  async rowsOfFeed(feed: string, behind: number, limit: number): Promise<readonly FeedRow[]> {
    return this.#read(() => this.#feedRows.all(feed, behind, limit))
  }

  async rowsToAge(bounds: AgeBounds, behind: number, limit: number): Promise<readonly FeedRow[]> {
    return this.#read(() => this.#feedRows.toAge(bounds, behind, limit))
  }

  async sizeOfFeed(feed: string): Promise<number> {
    return this.#read(() => this.#feedRows.size(feed))
  }

  async countSaid(feed: string, keys: readonly NaturalKey[]): Promise<number> {
    return this.#read(() => this.#feedRows.countSaid(feed, keys))
  }

  async feedNames(): Promise<readonly string[]> {
    return this.#read(() => this.#feedRows.names())
  }

  async readDays(feed: string): Promise<readonly Day[]> {
    return this.#read(() => this.#feedRows.readDays(feed))
  }

  async stats(): Promise<StoreStats> {
    return this.#read(readStats)
  }

  async close(): Promise<void> {
    if (!this.#isOpen) return
    this.#isOpen = false
    try {
      this.#connection.database.exec('COMMIT')
    } catch {
      // A damaged store fails here once more; closing the connection ends the transaction, too.
      this.#connection.close()
    }
    this.#giveBack()
  }

  async #read<T>(read: (connection: Connection) => T | Promise<T>): Promise<T> {
    if (!this.#isOpen) throw new Error('the view is closed')
    try {
      return await read(this.#connection)
    } catch (error) {
      throw asProblem(error, this.#connection.path)
    }
  }
}
