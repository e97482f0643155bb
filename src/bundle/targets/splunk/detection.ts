import type { IndicatorClass } from '../../indicator-class.ts'
import type { Table } from './table.ts'

/** A saved search that joins one data model with one table. */
export interface Detection {
  /** `Connection to a malicious address`. */
  readonly title: string
  /** Sentences for whoever looks at the list of alerts. */
  readonly description: string
  readonly table: Table['name']
  /** Which rows of the table count. */
  readonly classes: readonly IndicatorClass[]
  /** The name of the data model and, behind the dot, of its dataset. */
  readonly dataset: string
  /** Fields of the dataset; without them nothing is counted. */
  readonly by: readonly string[]
  /** The field that names whom it happened to. */
  readonly asset: string
  /**
   * Commands that turn the fields, by their short names, into one row for each value of `seen`, which is what the table
   * is asked for.
   */
  readonly key: string
  /** The lookup that gives the row, with what it is asked by; the table by its match value where nothing is said. */
  readonly row?: string
}
