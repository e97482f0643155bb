import type { FeedItem } from '../../../indicator/raw-indicator.ts'
import { Problem } from '../../../problem/problem.ts'
import { type FeedFormat, type ReadOptions, type Sample, SAMPLE_LENGTH } from '../../feed-format.ts'
import { hostsFileNames } from '../../hosts-file.ts'
import { lookAhead } from '../../look-ahead.ts'
import { isComment, isRow, readTable, type TableEntry } from '../../table/read-table.ts'
import { type SampleTable, sampleTable } from '../../table/sample-table.ts'
import { hasValues, type Plan, planColumns } from './plan-columns.ts'
import { createRowReader, type RowReader } from './row-reader.ts'

/** Tables of any columns, with commas, tabs, semicolons or bars between them. */
export const csv: FeedFormat = {
  name: 'csv',
  title: 'table (CSV, TSV)',
  feed: undefined,
  mode: 'list',
  recognise: (sample) => isTable(sample),
  read: (text, options) => read(text, options)
}

/** Most rows of a table have as many cells as the others; lists with a comma here and there have not. */
const LEAST_AGREEMENT = 0.8

const isTable = (sample: Sample): boolean => {
  if (/^\s*[<{]/.test(sample.text)) return false
  const table = sampleTable(sample)
  if (isHostsFile(table)) return false
  return table.width > 1 && table.agreement >= LEAST_AGREEMENT && hasValues(planColumns(table, undefined).columns)
}

/** Hosts files have a tab between address and names. */
const isHostsFile = ({ delimiter, rows: [first = []] }: SampleTable): boolean =>
  delimiter === '\t' && hostsFileNames(first) !== undefined

async function* read(
  source: AsyncIterable<string>,
  { columns, maxLineLength, now }: ReadOptions
): AsyncGenerator<readonly FeedItem[]> {
  const { beginning, isWhole, all, close } = await lookAhead(source, SAMPLE_LENGTH)
  try {
    const table = sampleTable({ text: beginning, complete: isWhole })
    const plan = planColumns(table, columns)
    const [firstRow] = table.rows
    if (firstRow !== undefined && !hasValues(plan.columns)) throw noValues(firstRow)
    yield* readRows(readTable(all, table.delimiter, maxLineLength), plan, createRowReader(plan, now))
  } finally {
    await close()
  }
}

async function* readRows(
  table: AsyncIterable<readonly TableEntry[]>,
  plan: Plan,
  readRow: RowReader
): AsyncGenerator<readonly FeedItem[]> {
  let rowsOfNames = plan.rowsOfNames
  for await (const entries of table) {
    const items: FeedItem[] = []
    for (const entry of entries) {
      if (isComment(entry)) continue
      if (!isRow(entry)) items.push(entry)
      else if (rowsOfNames > 0) rowsOfNames -= 1
      else items.push(...readRow(entry))
    }
    if (items.length > 0) yield items
  }
}

const noValues = (firstRow: readonly string[]): Problem =>
  new Problem(
    'input_unknown',
    `No column of the table holds indicators as far as its names and first rows tell (first row: ${firstRow.join(', ').slice(0, 200)}). ` +
      'Say which does, for instance --columns "domain=Bad Host".'
  )
