import { parse } from 'csv-parse/sync'

/** The records of a text in which every quote is well placed; `undefined` for a text that breaks the rules. */
export const parseRecords = (text: string, delimiter: string): readonly (readonly string[])[] | undefined =>
  parseWith(text, delimiter, false)

/**
 * The cells of one record with a stray quote inside a cell, which then stands for itself; `undefined` where the
 * quotes leave open what the cells are.
 */
export const parseStrayQuotes = (record: string, delimiter: string): readonly string[] | undefined => {
  const records = parseWith(record, delimiter, true)
  return records?.length === 1 ? records[0] : undefined
}

const parseWith = (text: string, delimiter: string, relaxed: boolean): readonly string[][] | undefined => {
  try {
    return parse(text, {
      delimiter,
      trim: true,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: relaxed
    }).map((cells) => cells.map(cleanCell))
  } catch {
    return undefined
  }
}

/** Tools that save a table twice leave a cell with its own quotes inside: ` "abc"`. */
const cleanCell = (cell: string): string => {
  let text = cell.trim()
  while (text.length >= 2 && text.startsWith('"') && text.endsWith('"')) text = text.slice(1, -1).trim()
  return text
}
