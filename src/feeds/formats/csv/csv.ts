import type { FeedItem } from '../../../indicator/raw-indicator.ts'
import { Problem } from '../../../problem/problem.ts'
import type { FeedFormat, ReadOptions, Sample } from '../../feed-format.ts'
import { peek } from '../../peek.ts'
import { isComment, isRow, readTable } from '../../table/read-table.ts'
import { type SampleTable, sampleTable } from '../../table/sample-table.ts'
import { hasValues, type Plan, planColumns } from './plan-columns.ts'
import { createRowReader } from './row-reader.ts'

/** Tables of any columns, with commas, tabs, semicolons or bars between them. */
export const csv: FeedFormat = {
  name: 'csv',
  title: 'table (CSV, TSV)',
  feed: undefined,
  recognise: (sample) => isTable(sample),
  read: (text, options) => read(text, options)
}

/** Most rows of a table have as many cells as the others; lists with a comma here and there have not. */
const LEAST_AGREEMENT = 0.8

const isTable = (sample: Sample): boolean => {
  if (/^\s*[<{]/.test(sample.text)) return false
  const table = sampleTable(sample)
  return table.width > 1 && table.agreement >= LEAST_AGREEMENT && hasValues(planColumns(table, undefined).columns)
}

async function* read(
  source: AsyncIterable<string>,
  { columns, maxLineLength }: ReadOptions
): AsyncGenerator<readonly FeedItem[]> {
  const { sample, text, close } = await peek(source)
  try {
    const table = sampleTable(sample)
    yield* readRows(text, table, planColumns(table, columns), maxLineLength)
  } finally {
    await close()
  }
}

async function* readRows(
  text: AsyncIterable<string>,
  table: SampleTable,
  plan: Plan,
  maxLineLength: number
): AsyncGenerator<readonly FeedItem[]> {
  const [firstRow] = table.rows
  if (firstRow !== undefined && !hasValues(plan.columns)) throw noValues(firstRow)
  const readRow = createRowReader(plan)
  let isHeaderNext = plan.hasHeaderRow
  for await (const entries of readTable(text, table.delimiter, maxLineLength)) {
    const items: FeedItem[] = []
    for (const entry of entries) {
      if (isComment(entry)) continue
      if (!isRow(entry)) items.push(entry)
      else if (isHeaderNext) isHeaderNext = false
      else items.push(...readRow(entry))
    }
    if (items.length > 0) yield items
  }
}

const noValues = (firstRow: readonly string[]): Problem =>
  new Problem(
    'input_unknown',
    `No column of the table holds indicators as far as its names and first rows tell (first row: ${firstRow.join(', ').slice(0, 200)}). ` +
      'Say which does, for instance --columns "Bad Host=domain".'
  )
