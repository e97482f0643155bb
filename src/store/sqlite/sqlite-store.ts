import type { AuditRecord, AuditStore } from '../audit-store.ts'
import type { CounterStore } from '../counter-store.ts'
import type {
  AdministeredStores,
  IndicatorStore,
  Stage,
  StoreOptions,
  StoreState,
  StoreView,
  WriteTransaction
} from '../indicator-store.ts'
import type { FeedStore } from '../feed-store.ts'
import type { GuardStore } from '../guard-store.ts'
import type { KeyStore } from '../key-store.ts'
import { SqliteAuditStore } from './audit-store.ts'
import { Connection } from './connection.ts'
import { SqliteCounterStore } from './counter-store.ts'
import { FeedIds } from './feed-ids.ts'
import { SqliteFeedStore } from './feed-store.ts'
import { SqliteGuardStore } from './guard-store.ts'
import { SqliteKeyStore } from './key-store.ts'
import { readState } from './meta.ts'
import { migrate } from './migrations.ts'
import { patiently } from './patience.ts'
import { placeOf, storeMissing, type Place } from './place.ts'
import { asProblem, naming } from './problems.ts'
import { lockForServing } from './serving-lock.ts'
import { createSharedObjects } from './shared-objects.ts'
import { SqliteStage } from './stage.ts'
import { StoreAccess } from './store-access.ts'
import { ViewPool } from './view-pool.ts'
import { WriteQueue } from './write-queue.ts'
import { SqliteWriteTransaction } from './write-transaction.ts'

const administered = (access: StoreAccess): AdministeredStores => ({
  keys: new SqliteKeyStore(access),
  guard: new SqliteGuardStore(access),
  feeds: new SqliteFeedStore(access)
})

/** Of the database itself, without what still lies in its log. */
const bytesOf = (connection: Connection): number => {
  const [row] = connection.all<[number]>('SELECT page_count * page_size FROM pragma_page_count, pragma_page_size')
  return row?.[0] ?? 0
}

/** One writing connection, one for what is committed, and one per open view, all to one file in WAL mode. */
class SqliteStore implements IndicatorStore {
  readonly keys: KeyStore
  readonly guard: GuardStore
  readonly feeds: FeedStore
  readonly audit: AuditStore
  readonly counters: CounterStore
  readonly #place: Place
  readonly #options: StoreOptions
  readonly #shared = createSharedObjects()
  readonly #feedIds = new FeedIds()
  readonly #writer: Connection
  readonly #reader: Connection
  readonly #views: ViewPool
  readonly #writes: WriteQueue
  readonly #access: StoreAccess
  #stopServing: (() => void) | undefined
  #isOpen = true

  constructor(place: Place, writer: Connection, options: StoreOptions) {
    this.#place = place
    this.#options = options
    this.#writer = writer
    this.#views = new ViewPool(place.path, this.#shared, this.#feedIds)
    this.#reader = this.#views.connect()
    this.#writes = new WriteQueue(writer, () => this.#forget())
    this.#access = new StoreAccess(this.#reader, this.#writes)
    const { keys, guard, feeds } = administered(this.#access)
    this.keys = keys
    this.guard = guard
    this.feeds = feeds
    this.audit = new SqliteAuditStore(this.#access)
    this.counters = new SqliteCounterStore(this.#access)
  }

  audited(record: AuditRecord): AdministeredStores {
    return administered(this.#access.audited(record))
  }

  async bytes(): Promise<number> {
    return naming(this.#place.path, () => bytesOf(this.#reader))
  }

  async state(): Promise<StoreState> {
    return naming(this.#place.path, () => readState(this.#reader))
  }

  async view(): Promise<StoreView> {
    return this.#views.view()
  }

  async stage(): Promise<Stage> {
    return new SqliteStage()
  }

  async write<T>(work: (transaction: WriteTransaction) => Promise<T>): Promise<T> {
    return this.#writes.run(async (connection) => {
      const parts = { connection, shared: this.#shared, feeds: this.#feedIds }
      const transaction = new SqliteWriteTransaction(parts, this.#options)
      const result = await work(transaction)
      transaction.finish()
      return result
    })
  }

  async serve(): Promise<void> {
    this.#stopServing ??= lockForServing(this.#place.path)
  }

  async close(): Promise<void> {
    if (!this.#isOpen) return
    this.#isOpen = false
    await this.#writes.close()
    await this.#views.close()
    this.#reader.close()
    this.#writer.close()
    this.#stopServing?.()
    this.#place.leave()
  }

  #forget(): void {
    this.#shared.contexts.forget()
    this.#shared.feedSets.forget()
    this.#feedIds.forget()
  }
}

/**
 * Opens the store in a file. The empty path and `:memory:` give one that is gone when it is closed.
 * Throws `store_missing`, `store_damaged`, `store_newer`, `store_busy`, `disk_denied` or `disk_full`.
 */
export const openSqliteStore = async (path: string, options: StoreOptions): Promise<IndicatorStore> => {
  const place = naming(path, () => placeOf(path, options.create))
  let writer: Connection | undefined
  try {
    // Locks are waited for in `patiently`, which does not block the thread.
    const opening = { create: options.create, lockMilliseconds: 0, cacheMebibytes: 64 }
    writer = await patiently(() => new Connection(place.path, opening))
    // A commit is on the disk before it is acknowledged, also when the power fails.
    writer.database.pragma(`synchronous = ${place.isLasting ? 'FULL' : 'OFF'}`)
    if (!(await migrate(writer, options.create)) && !options.create) throw storeMissing(place.path)
    // Pages that one import writes again and again go to the store once per 64 MiB of log, not once per 4.
    writer.database.pragma('wal_autocheckpoint = 16384')
    writer.database.pragma(`journal_size_limit = ${64 * 1024 * 1024}`)
    return new SqliteStore(place, writer, options)
  } catch (error) {
    writer?.close()
    place.leave()
    throw asProblem(error, place.path)
  }
}
