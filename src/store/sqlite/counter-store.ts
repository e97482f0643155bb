import { setImmediate } from 'node:timers/promises'
import type { Day } from '../../indicator/time.ts'
import type { CounterBatch, CounterStore, KeyCounts, RequestCounts, Totals, UsageCount } from '../counter-store.ts'
import { appendAudit } from './append-audit.ts'
import type { Connection } from './connection.ts'
import { countRequests, forgetRequests, readRequests } from './request-counts.ts'
import type { StoreAccess } from './store-access.ts'
import { addUsage, readRequestTotals, readUsage } from './usage-counts.ts'

const ADD_TOTAL = `INSERT INTO totals (name, count) VALUES (?, ?)
  ON CONFLICT (name) DO UPDATE SET count = count + excluded.count`

/** What is written before requests may come in between: some milliseconds of work. */
const KEYS_AT_ONCE = 20
const ROWS_AT_ONCE = 500

/** Writes so many at once, and gives way to requests before each. */
const inSlices = async <Item>(
  items: readonly Item[],
  size: number,
  write: (slice: readonly Item[]) => void
): Promise<void> => {
  for (let start = 0; start < items.length; start += size) {
    await setImmediate()
    write(items.slice(start, start + size))
  }
}

const forget = (connection: Connection, before: Day): void => {
  connection.run('DELETE FROM usage_counts WHERE day < ?', before)
  forgetRequests(connection, before)
}

/** What is counted, in the store's own database. Batches come every second, so their statements are by hand. */
export class SqliteCounterStore implements CounterStore {
  readonly #access: StoreAccess

  constructor(access: StoreAccess) {
    this.#access = access
  }

  async write({ now, requests, usage, audit }: CounterBatch): Promise<readonly KeyCounts[]> {
    return this.#access.writeByHand(async (connection) => {
      const counted: KeyCounts[] = []
      await inSlices(requests, KEYS_AT_ONCE, (keys) => {
        for (const counts of keys) counted.push(countRequests(connection, counts, now))
      })
      await inSlices(usage, ROWS_AT_ONCE, (counts) => addUsage(connection, counts))
      await inSlices(audit, ROWS_AT_ONCE, (records) => appendAudit(connection, records))
      return counted
    })
  }

  async requestsOf(keyId: string): Promise<RequestCounts> {
    return this.#access.look((connection) => readRequests(connection, keyId))
  }

  async usageOf(keyId: string, from: Day): Promise<readonly UsageCount[]> {
    return this.#access.look((connection) => readUsage(connection, keyId, from))
  }

  async requestTotals(): Promise<ReadonlyMap<string, number>> {
    return this.#access.look(readRequestTotals)
  }

  async forget(before: Day): Promise<void> {
    await this.#access.writeByHand(async (connection) => forget(connection, before))
  }

  async addTotals(totals: Totals): Promise<void> {
    await this.#access.writeByHand(async (connection) => {
      for (const [name, count] of Object.entries(totals)) connection.run(ADD_TOTAL, name, count)
    })
  }

  async totals(): Promise<Totals> {
    const rows = this.#access.look((connection) =>
      connection.all<[name: string, count: number]>('SELECT name, count FROM totals ORDER BY name')
    )
    return Object.fromEntries(rows)
  }
}
