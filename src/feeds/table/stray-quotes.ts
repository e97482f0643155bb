import { parse } from 'csv-parse/sync'
import { cleanCell } from './plain-cells.ts'

/**
 * The cells of one record with a stray quote inside a cell, which then stands for itself; `undefined` where the
 * quotes leave open what the cells are.
 */
export const parseStrayQuotes = (record: string, delimiter: string): readonly string[] | undefined => {
  const records = parseRelaxed(record, delimiter)
  return records?.length === 1 ? records[0]?.map(cleanCell) : undefined
}

const parseRelaxed = (text: string, delimiter: string): readonly string[][] | undefined => {
  try {
    return parse(text, {
      delimiter,
      trim: true,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true
    })
  } catch {
    return undefined
  }
}
