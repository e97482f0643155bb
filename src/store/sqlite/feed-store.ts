import type { Selectable } from 'kysely'
import type { Instant } from '../../indicator/time.ts'
import { Problem } from '../../problem/problem.ts'
import type { FeedLease, FeedRecord, FeedStanding, FeedState, FeedStore, StoredFeed } from '../feed-store.ts'
import type { FetchedFeedTable } from './schema.ts'
import type { StoreAccess } from './store-access.ts'

type Row = Pick<Selectable<FetchedFeedTable>, 'name' | 'standing' | 'settings' | 'state'>

const feedOf = ({ name, standing, settings, state }: Row): StoredFeed => ({
  record: { ...(JSON.parse(settings) as Omit<FeedRecord, 'name' | 'standing'>), name, standing },
  state: JSON.parse(state) as FeedState
})

const settingsOf = ({ name: _name, standing: _standing, ...settings }: FeedRecord): string => JSON.stringify(settings)

const rowOf = (record: FeedRecord, state: FeedState): FetchedFeedTable => ({
  name: record.name,
  standing: record.standing,
  settings: settingsOf(record),
  state: JSON.stringify(state),
  lease_holder: null,
  lease_until: null
})

/** Feeds that are fetched, in the store's own database. */
export class SqliteFeedStore implements FeedStore {
  readonly #access: StoreAccess

  constructor(access: StoreAccess) {
    this.#access = access
  }

  async list(): Promise<readonly StoredFeed[]> {
    return this.#access.read(async (queries) => {
      const rows = await queries.selectFrom('fetched_feeds').selectAll().orderBy('name').execute()
      return rows.map(feedOf)
    })
  }

  async find(name: string): Promise<StoredFeed | undefined> {
    return this.#access.read(async (queries) => {
      const row = await queries.selectFrom('fetched_feeds').selectAll().where('name', '=', name).executeTakeFirst()
      return row === undefined ? undefined : feedOf(row)
    })
  }

  async add(record: FeedRecord, state: FeedState): Promise<void> {
    await this.#access.write(async (queries) => {
      const { numInsertedOrUpdatedRows } = await queries
        .insertInto('fetched_feeds')
        .values(rowOf(record, state))
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      if (numInsertedOrUpdatedRows === 1n) return
      throw new Problem(
        'feed_exists',
        `There is a feed "${record.name}" already. Choose another name, or remove it first.`
      )
    })
  }

  async replace(record: FeedRecord): Promise<boolean> {
    return this.#access.write(async (queries) => {
      const update = queries.updateTable('fetched_feeds').set({ settings: settingsOf(record) })
      return (await update.where('name', '=', record.name).executeTakeFirst()).numUpdatedRows === 1n
    })
  }

  async setStanding(name: string, standing: FeedStanding): Promise<boolean> {
    return this.#access.write(async (queries) => {
      const update = queries.updateTable('fetched_feeds').set({ standing }).where('name', '=', name)
      return (await update.executeTakeFirst()).numUpdatedRows === 1n
    })
  }

  async saveState(
    name: string,
    change: (before: FeedState) => FeedState,
    holder?: string
  ): Promise<FeedState | undefined> {
    return this.#access.write(async (queries) => {
      const row = await queries.selectFrom('fetched_feeds').selectAll().where('name', '=', name).executeTakeFirst()
      if (row === undefined || (holder !== undefined && row.lease_holder !== holder)) return undefined
      const after = change(feedOf(row).state)
      await queries
        .updateTable('fetched_feeds')
        .set({ state: JSON.stringify(after) })
        .where('name', '=', name)
        .execute()
      return after
    })
  }

  async remove(name: string): Promise<boolean> {
    return this.#access.write(async (queries) => {
      const deletion = queries.deleteFrom('fetched_feeds').where('name', '=', name)
      return (await deletion.executeTakeFirst()).numDeletedRows === 1n
    })
  }

  async claim(name: string, { holder, until }: FeedLease, now: Instant): Promise<boolean> {
    return this.#access.write(async (queries) => {
      const update = queries
        .updateTable('fetched_feeds')
        .set({ lease_holder: holder, lease_until: until })
        .where('name', '=', name)
        .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<=', now)]))
      return (await update.executeTakeFirst()).numUpdatedRows === 1n
    })
  }

  async renew(name: string, { holder, until }: FeedLease): Promise<boolean> {
    return this.#access.write(async (queries) => {
      const update = queries
        .updateTable('fetched_feeds')
        .set({ lease_until: until })
        .where('name', '=', name)
        .where('lease_holder', '=', holder)
      return (await update.executeTakeFirst()).numUpdatedRows === 1n
    })
  }

  async release(name: string, holder: string): Promise<void> {
    await this.#access.write(async (queries) => {
      await queries
        .updateTable('fetched_feeds')
        .set({ lease_holder: null, lease_until: null })
        .where('name', '=', name)
        .where('lease_holder', '=', holder)
        .execute()
    })
  }
}
