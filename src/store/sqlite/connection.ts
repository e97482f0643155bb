import type Driver from 'better-sqlite3'
import { compiled } from './compiled.ts'
import { Database } from './driver.ts'
import type { Parameter } from './parameter.ts'
import { RowPages } from './row-pages.ts'

/** How a connection is opened. */
export interface ConnectionOptions {
  /** Whether a file that is not there is made. */
  readonly create: boolean
  /** How long a statement waits for a lock, blocking the thread. */
  readonly lockMilliseconds: number
  readonly cacheMebibytes: number
}

/**
 * One connection to a database, which compiles each statement once. Rows come as tuples in the order of the selected
 * columns; their type is stated by the caller who wrote the statement.
 */
export class Connection {
  readonly path: string
  readonly database: Driver.Database
  readonly #statement = compiled((sql) => this.#compile(sql))
  readonly #pages: RowPages

  constructor(path: string, { create, lockMilliseconds, cacheMebibytes }: ConnectionOptions) {
    this.path = path
    this.database = new Database(path, { fileMustExist: !create, timeout: lockMilliseconds })
    try {
      // The first look at the file: it fails while another process recovers, or closes, the database.
      this.database.pragma(`cache_size = ${-1024 * cacheMebibytes}`)
    } catch (error) {
      this.database.close()
      throw error
    }
    this.#pages = new RowPages(this.database)
  }

  all<Row extends readonly unknown[]>(sql: string, ...parameters: readonly Parameter[]): Row[] {
    return this.#statement(sql).all(...parameters) as Row[]
  }

  /** The same, sooner where rows are many. A statement with an order is to have a limit as well. */
  page<Row extends readonly unknown[]>(sql: string, ...parameters: readonly Parameter[]): Row[] {
    return this.#pages.read(sql, parameters) as unknown as Row[]
  }

  /** Runs a statement that gives no rows and says how many it wrote. */
  run(sql: string, ...parameters: readonly Parameter[]): Driver.RunResult {
    return this.#statement(sql).run(...parameters)
  }

  /** Streams rows. Until the stream ends or is left, the connection can read, but not write. */
  iterate<Row extends readonly unknown[]>(sql: string, ...parameters: readonly Parameter[]): IterableIterator<Row> {
    const statement = this.database.prepare<Parameter[], Row>(sql).raw()
    return statement.iterate(...parameters)
  }

  close(): void {
    this.database.close()
  }

  #compile(sql: string): Driver.Statement<Parameter[]> {
    const statement = this.database.prepare<Parameter[]>(sql)
    if (statement.reader) statement.raw()
    return statement
  }
}
