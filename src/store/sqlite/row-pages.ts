import type Driver from 'better-sqlite3'
import { compiled } from './compiled.ts'
import type { Parameter } from './parameter.ts'

/** The function of SQL that takes the columns of a row. */
const TAKE_ROW = 'take_row'

/**
 * Reads many rows at once. Each is handed to a function of SQL: before Node 22, the driver builds a row by setting one
 * column after the other through the interface of V8 (`GetRawRowJS` in its `data.cpp`), which takes twice as long.
 */
export class RowPages {
  readonly #database: Driver.Database
  readonly #statement = compiled((sql) => this.#compile(sql))
  #rows: unknown[][] = []

  constructor(database: Driver.Database) {
    this.#database = database
    database.function(TAKE_ROW, { varargs: true, directOnly: true }, (...row: unknown[]) => {
      this.#rows.push(row)
      return null
    })
  }

  /** The rows of a statement, as tuples. SQLite keeps the order of a statement inside of another only with a limit. */
  read(sql: string, parameters: readonly Parameter[]): unknown[][] {
    const rows: unknown[][] = []
    this.#rows = rows
    try {
      this.#statement(sql).get(...parameters)
    } finally {
      this.#rows = []
    }
    return rows
  }

  #compile(sql: string): Driver.Statement<Parameter[]> {
    const columns = this.#database
      .prepare(sql)
      .columns()
      .map((_, place) => `column_${place}`)
      .join(', ')
    // An aggregate of rows that have a limit takes them as they come: https://www.sqlite.org/optoverview.html#flattening
    return this.#database.prepare<Parameter[]>(
      `WITH page (${columns}) AS (${sql}) SELECT count(${TAKE_ROW}(${columns})) FROM page`
    )
  }
}
