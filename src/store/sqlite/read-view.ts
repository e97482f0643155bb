import type { Indicator } from '../../indicator/indicator.ts'
import type { Instant } from '../../indicator/time.ts'
import type {
  ChangeKey,
  ChangeRange,
  IndicatorFilter,
  IndicatorWithSources,
  NaturalKey,
  ReadView,
  StoredIndicator,
  StoreState,
  StoreStats
} from '../indicator-store.ts'
import { changeWalk } from './change-walk.ts'
import type { Connection } from './connection.ts'
import { findStored } from './find-stored.ts'
import { readState } from './meta.ts'
import { naturalWalk } from './natural-walk.ts'
import { asProblem } from './problems.ts'
import { INDICATOR_COLUMNS, indicatorsOf, sourcesOf, type IndicatorRow } from './rows.ts'
import type { SharedObjects } from './shared-objects.ts'
import { readStats } from './stats.ts'

const rowsOf = (keys: readonly ChangeKey[]): readonly number[] => keys.map(({ row }) => row)

/** A reading transaction on a connection of its own: https://www.sqlite.org/isolation.html */
export class SqliteReadView implements ReadView {
  readonly state: StoreState
  readonly #connection: Connection
  readonly #shared: SharedObjects
  readonly #giveBack: () => void
  #isOpen = true

  /** Begins the transaction; `giveBack` is told when it has ended. */
  constructor(connection: Connection, shared: SharedObjects, giveBack: () => void) {
    this.#connection = connection
    this.#shared = shared
    this.#giveBack = giveBack
    connection.database.exec('BEGIN')
    this.state = readState(connection)
  }

  async changeKeys(range: ChangeRange, limit: number, behind?: Instant): Promise<readonly ChangeKey[]> {
    return this.#read((connection) => {
      const walk = changeWalk(range, limit, behind)
      if (walk === undefined) return []
      return connection
        .all<[number, Instant, number]>(walk.sql, ...walk.parameters)
        .map(([row, changed, withheld]) => ({ row, changed, withheld: withheld === 1 }))
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
    return this.#read((connection) => this.#indicators(connection, keys))
  }

  async withSources(keys: readonly ChangeKey[]): Promise<readonly IndicatorWithSources[]> {
    return this.#read((connection) => {
      const rows = rowsOf(keys)
      const sources = sourcesOf(connection, this.#shared, rows)
      return this.#indicators(connection, keys).map((indicator, index) => ({
        indicator,
        sources: sources.get(rows[index] ?? 0) ?? []
      }))
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

  async find(key: NaturalKey): Promise<StoredIndicator | undefined> {
    return this.#read((connection) => findStored(connection, this.#shared, [key])[0])
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

  #indicators(connection: Connection, keys: readonly ChangeKey[]): readonly Indicator[] {
    const rows = connection.all<IndicatorRow>(
      `SELECT ${INDICATOR_COLUMNS} FROM json_each(?) AS wanted CROSS JOIN indicators AS i ON i.row_id = wanted.value`,
      JSON.stringify(rowsOf(keys))
    )
    return indicatorsOf(connection, this.#shared, rows)
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
