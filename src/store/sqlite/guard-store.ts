import type { Kysely, Selectable } from 'kysely'
import type { GuardEntry } from '../../indicator/guard-list.ts'
import type { Kind } from '../../indicator/kind.ts'
import type { AddedGuardEntry, GuardStore, LoadedGuardList, StoredGuardList } from '../guard-store.ts'
import { shapeCodes } from './codes.ts'
import type { AddedGuardTable, GuardListTable, Schema } from './schema.ts'
import type { StoreAccess } from './store-access.ts'

const listOf = (row: Selectable<GuardListTable>): StoredGuardList => ({
  name: row.name,
  mode: row.mode,
  why: row.why,
  until: row.until_day ?? undefined,
  kinds: JSON.parse(row.kinds) as readonly Kind[],
  coversMail: row.covers_mail === 1,
  origin: row.origin,
  loaded: row.loaded,
  size: row.size
})

const listRow = (list: LoadedGuardList, size: number): Omit<GuardListTable, 'list_id'> => ({
  name: list.name,
  mode: list.mode,
  why: list.why,
  until_day: list.until ?? null,
  kinds: JSON.stringify(list.kinds),
  covers_mail: list.coversMail ? 1 : 0,
  origin: list.origin,
  loaded: list.loaded,
  size
})

const addedOf = ({ shape, text, mode, why, until_day, added }: AddedGuardTable): AddedGuardEntry => ({
  shape: shapeCodes.nameOf(shape),
  text,
  mode,
  why,
  until: until_day ?? undefined,
  added
})

const addedRow = ({ shape, text, mode, why, until, added }: AddedGuardEntry): AddedGuardTable => ({
  shape: shapeCodes.codeOf(shape),
  text,
  mode,
  why,
  until_day: until ?? null,
  added
})

const ENTRIES = `SELECT e.shape, e.text FROM guard_lists AS l JOIN guard_entries AS e ON e.list_id = l.list_id
  WHERE l.name = ?`

const INSERT = 'INSERT OR IGNORE INTO guard_entries (list_id, shape, text) VALUES (?, ?, ?)'

const countWrite = async (queries: Kysely<Schema>): Promise<void> => {
  await queries
    .updateTable('meta')
    .set(({ eb }) => ({ guard_version: eb('guard_version', '+', 1) }))
    .execute()
}

const deleteList = async (queries: Kysely<Schema>, name: string): Promise<boolean> => {
  const list = await queries.selectFrom('guard_lists').select('list_id').where('name', '=', name).executeTakeFirst()
  if (list === undefined) return false
  await queries.deleteFrom('guard_entries').where('list_id', '=', list.list_id).execute()
  await queries.deleteFrom('guard_lists').where('list_id', '=', list.list_id).execute()
  return true
}

/** The guard's lists and entries, in the store's own database. */
export class SqliteGuardStore implements GuardStore {
  readonly #access: StoreAccess

  constructor(access: StoreAccess) {
    this.#access = access
  }

  async lists(): Promise<readonly StoredGuardList[]> {
    return this.#access.read(async (queries) => {
      const rows = await queries.selectFrom('guard_lists').selectAll().orderBy('name').execute()
      return rows.map(listOf)
    })
  }

  /** Lists can have half a million entries, so this statement is prepared by hand. */
  async entriesOf(name: string): Promise<readonly GuardEntry[]> {
    const rows = this.#access.look((connection) => connection.all<[number, string]>(ENTRIES, name))
    return rows.map(([shape, text]) => ({ shape: shapeCodes.nameOf(shape), text }))
  }

  async added(): Promise<readonly AddedGuardEntry[]> {
    return this.#access.read(async (queries) => {
      const rows = await queries.selectFrom('guard_added').selectAll().orderBy('added').orderBy('text').execute()
      return rows.map(addedOf)
    })
  }

  async putList(list: LoadedGuardList, entries: Iterable<GuardEntry>): Promise<void> {
    await this.#access.write(async (queries, connection) => {
      await deleteList(queries, list.name)
      const inserted = await queries
        .insertInto('guard_lists')
        .values(listRow(list, 0))
        .returning('list_id')
        .executeTakeFirstOrThrow()
      let size = 0
      for (const { shape, text } of entries) {
        size += connection.run(INSERT, inserted.list_id, shapeCodes.codeOf(shape), text).changes
      }
      await queries.updateTable('guard_lists').set({ size }).where('list_id', '=', inserted.list_id).execute()
      await countWrite(queries)
    })
  }

  async removeList(name: string): Promise<boolean> {
    return this.#access.write(async (queries) => {
      const wasThere = await deleteList(queries, name)
      if (wasThere) await countWrite(queries)
      return wasThere
    })
  }

  async putEntry(entry: AddedGuardEntry): Promise<void> {
    await this.#access.write(async (queries) => {
      await queries.replaceInto('guard_added').values(addedRow(entry)).execute()
      await countWrite(queries)
    })
  }

  async removeEntry({ shape, text }: GuardEntry): Promise<boolean> {
    return this.#access.write(async (queries) => {
      const { numDeletedRows } = await queries
        .deleteFrom('guard_added')
        .where('shape', '=', shapeCodes.codeOf(shape))
        .where('text', '=', text)
        .executeTakeFirst()
      if (numDeletedRows === 0n) return false
      await countWrite(queries)
      return true
    })
  }
}
