import type { FeedItem, Position } from '../../indicator/raw-indicator.ts'
import { Problem } from '../../problem/problem.ts'
import { type FeedFormat, type ReadOptions, type Sample, SAMPLE_LENGTH } from '../feed-format.ts'
import { nameKey } from '../field-text.ts'
import { lookAhead } from '../look-ahead.ts'
import type { CreateMapping } from '../record-mapping.ts'
import { sampleLines } from '../sample-lines.ts'
import { createRowFields, type RowFields } from './columns.ts'
import { DELIMITERS, type Delimiter } from './delimiter.ts'
import { plainCells } from './plain-cells.ts'
import { isComment, isRow, readTable } from './read-table.ts'

/** A provider's table, known by the names of its columns. */
export interface ProviderTable extends Pick<FeedFormat, 'name' | 'title' | 'feed' | 'mode'> {
  /** Sets of column names, compared without regard to case and punctuation; a table that has all of one is ours. */
  readonly headers: readonly (readonly string[])[]
  /** How a table without a header is known, and what its columns are. */
  readonly bare?: BareTable
  readonly createMapping: CreateMapping
}

/** A table that lost its header. */
interface BareTable {
  readonly columns: readonly string[]
  readonly fits: (cells: readonly string[]) => boolean
}

/** The format of a provider's table. Its header may stand in a row or in a comment before the first row. */
export const providerTable = (table: ProviderTable): FeedFormat => ({
  name: table.name,
  title: table.title,
  feed: table.feed,
  mode: table.mode,
  recognise: (sample) => findDelimiter(table, sample) !== undefined,
  read: (text, options) => read(table, text, options)
})

async function* read(
  table: ProviderTable,
  source: AsyncIterable<string>,
  { maxLineLength }: ReadOptions
): AsyncGenerator<readonly FeedItem[]> {
  const { beginning, isWhole, all } = await lookAhead(source, SAMPLE_LENGTH)
  const delimiter = findDelimiter(table, { text: beginning, complete: isWhole }) ?? ','
  const mapping = table.createMapping()
  let fieldsOf: RowFields | undefined
  for await (const entries of readTable(all, delimiter, maxLineLength)) {
    const items: FeedItem[] = []
    for (const entry of entries) {
      if (isComment(entry)) fieldsOf ??= fieldsOfHeader(table, plainCells(entry.comment, delimiter) ?? [])
      else if (!isRow(entry)) items.push(entry)
      else {
        const header: RowFields | undefined = fieldsOf === undefined ? fieldsOfHeader(table, entry.cells) : undefined
        fieldsOf ??= header ?? fieldsOfBare(table, entry.cells)
        if (fieldsOf === undefined) {
          yield items
          throw noHeader(table, entry.position)
        }
        if (header === undefined) items.push(...mapping(fieldsOf(entry.cells), entry.position))
      }
    }
    if (items.length > 0) yield items
  }
}

const fieldsOfHeader = (table: ProviderTable, cells: readonly string[]): RowFields | undefined =>
  isHeader(table, cells) ? createRowFields(cells) : undefined

const fieldsOfBare = ({ bare }: ProviderTable, cells: readonly string[]): RowFields | undefined =>
  bare?.fits(cells) === true ? createRowFields(bare.columns) : undefined

const noHeader = ({ title, headers }: ProviderTable, position: Position): Problem =>
  new Problem(
    'input_broken',
    `The first row (${position}) is neither a header nor a row of ${title}: expected the columns ` +
      `${headers.map((names) => names.join(', ')).join(' or ')}. Leave out --format to have the format recognised.`
  )

const isHeader = ({ headers }: ProviderTable, cells: readonly string[]): boolean => {
  const keys = new Set(cells.map(nameKey))
  return headers.some((header) => header.every((name) => keys.has(nameKey(name))))
}

/** The delimiter under which a header, or the first row, is the provider's. */
const findDelimiter = (table: ProviderTable, sample: Sample): Delimiter | undefined => {
  for (const line of sampleLines(sample)) {
    const text = line.startsWith('#') ? line.slice(1).trim() : line
    for (const delimiter of DELIMITERS) {
      const cells = plainCells(text, delimiter) ?? []
      if (isHeader(table, cells) || table.bare?.fits(cells) === true) return delimiter
    }
    if (!line.startsWith('#') && line.trim() !== '') return undefined
  }
  return undefined
}
