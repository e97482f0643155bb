import { Database } from '../../../src/store/sqlite/driver.ts'
import type { Converted } from '../referees/referee.ts'

/** Values by column; numbers stay numbers. */
export type Row = Readonly<Record<string, string | number>>

/** How an engine keeps events in SQLite. */
export interface TableShape {
  /** The table that its queries read. */
  readonly table: string
  /** Columns that exist even where no event fills them. */
  readonly columns: readonly string[]
  /** Whether the engine tells upper from lower case. */
  readonly caseSensitive: boolean
  /** Functions of its language that SQLite lacks. */
  readonly functions: Readonly<Record<string, (text: unknown) => unknown>>
}

/** Events by their number, counted from 0; none, with the reason, where a query does not run. */
export interface Found {
  readonly events: ReadonlySet<number>
  readonly failure?: string
}

/** Events in a real database, asked by the queries of a backend as they are. */
export interface EventTable {
  /** The events that a query finds, or what the tools or the database say against it. */
  find(converted: Converted): Found
  close(): void
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/**
 * Loads events, one row each. Sigma ignores letter case, so columns of engines that do so compare without it, as LIKE
 * of SQLite does by itself: https://sqlite.org/datatype3.html#collating_sequences and
 * https://sigmahq.io/docs/basics/rules.html.
 */
export const openEventTable = (rows: readonly Row[], shape: TableShape): EventTable => {
  const database = new Database(':memory:')
  database.pragma(`case_sensitive_like = ${shape.caseSensitive ? 'on' : 'off'}`)
  for (const [name, body] of Object.entries(shape.functions)) database.function(name, { deterministic: true }, body)

  const columns = [...new Set([...shape.columns, ...rows.flatMap((row) => Object.keys(row))])]
  const collation = shape.caseSensitive ? 'BINARY' : 'NOCASE'
  const declared = columns.map((column) => `${quoted(column)} COLLATE ${collation}`)
  database.exec(`CREATE TABLE ${shape.table} (${['event INTEGER PRIMARY KEY', ...declared].join(', ')})`)
  const marks = columns.map(() => ', ?').join('')
  const insert = database.prepare(`INSERT INTO ${shape.table} VALUES (?${marks})`)
  const fill = database.transaction(() => {
    for (const [event, row] of rows.entries()) insert.run(event, ...columns.map((column) => row[column] ?? null))
  })
  fill()

  return {
    find(converted) {
      if ('failure' in converted) return { events: new Set(), failure: converted.failure }
      try {
        const found = database.prepare<[], { readonly event: number }>(converted.query).all()
        return { events: new Set(found.map(({ event }) => event)) }
      } catch (refused) {
        return { events: new Set(), failure: String(refused) }
      }
    },
    close: () => database.close()
  }
}
