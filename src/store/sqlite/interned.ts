import type { Connection } from './connection.ts'
import { digestOf } from './digest.ts'
import { Recent } from '../../indicator/recent.ts'

/** How an object is told from others and written down. */
export interface InternedForm<T> {
  readonly table: 'contexts' | 'feed_sets'
  /** Equal objects give equal text. */
  readonly key: (object: T) => string
  readonly write: (object: T) => string
  readonly read: (text: string) => T
}

/** Objects of a table kept in memory, at most twice as many; a context takes about a kilobyte. */
const IN_MEMORY = 3_000

/** Keys kept in memory, at most twice as many: equal objects that follow one another need no look at the table. */
const KEYS_IN_MEMORY = 1_000

/**
 * Objects that many rows share: each stands once in its table and rows hold its id. As long as it is remembered, an
 * id gives the very same object. Ids are never given to another object, so all connections of a store may share this.
 */
export class Interned<T extends object> {
  readonly #form: InternedForm<T>
  readonly #objects = new Recent<number, T>(IN_MEMORY)
  readonly #idsByKey = new Recent<string, number>(KEYS_IN_MEMORY)
  #ids = new WeakMap<T, number>()

  constructor(form: InternedForm<T>) {
    this.#form = form
  }

  /** The objects of ids. */
  read(connection: Connection, ids: Iterable<number>): ReadonlyMap<number, T> {
    const found = new Map<number, T>()
    const missing = new Set<number>()
    let last: number | undefined
    for (const id of ids) {
      if (id === last || found.has(id) || missing.has(id)) continue
      last = id
      const object = this.#objects.get(id)
      if (object === undefined) missing.add(id)
      else found.set(id, object)
    }
    if (missing.size === 0) return found
    const rows = connection.all<[id: number, body: string]>(
      `SELECT t.id, t.body FROM json_each(?) AS wanted CROSS JOIN ${this.#form.table} AS t ON t.id = wanted.value`,
      JSON.stringify([...missing])
    )
    for (const [id, body] of rows) found.set(id, this.#remember(id, this.#form.read(body)))
    return found
  }

  /** What gives the object of each of these ids; soonest where rows that follow one another share it. */
  finder(connection: Connection, ids: Iterable<number>): (id: number) => T {
    const objects = this.read(connection, ids)
    let last: { readonly id: number; readonly object: T } | undefined
    return (id) => {
      if (last?.id !== id) last = { id, object: found(objects, id) }
      return last.object
    }
  }

  /** The id of an object, which is added if it is new. */
  write(connection: Connection, object: T): number {
    const { key, write } = this.#form
    const known = this.#ids.get(object)
    if (known !== undefined) return known
    const text = key(object)
    const recent = this.#idsByKey.get(text)
    if (recent !== undefined) return recent
    const id = this.#stored(connection, text) ?? this.#insert(connection, text, write(object))
    this.#idsByKey.set(text, id)
    this.#ids.set(object, id)
    return id
  }

  /** Forgets every id: after a rollback, those that the transaction gave name nothing. */
  forget(): void {
    this.#objects.clear()
    this.#idsByKey.clear()
    this.#ids = new WeakMap()
  }

  #stored(connection: Connection, key: string): number | undefined {
    const [row] = connection.all<[number]>(`SELECT id FROM ${this.#form.table} WHERE digest = ?`, digestOf(key))
    return row?.[0]
  }

  #insert(connection: Connection, key: string, body: string): number {
    const statement = `INSERT INTO ${this.#form.table} (digest, body) VALUES (?, ?)`
    return Number(connection.run(statement, digestOf(key), body).lastInsertRowid)
  }

  #remember(id: number, object: T): T {
    this.#objects.set(id, object)
    this.#ids.set(object, id)
    return object
  }
}

/** The object under an id, out of what {@link Interned.read} found. */
export const found = <T>(objects: ReadonlyMap<number, T>, id: number): T => {
  const object = objects.get(id)
  if (object === undefined) throw new Error(`nothing is stored under the id ${id}`)
  return object
}
